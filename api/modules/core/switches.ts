import sql from 'sql-template-tag'
import { CORE, neededBy } from '../../model/module.ts'
import { notFound } from '../../model/errors.ts'
import type { Labels } from '../../model/labels.ts'
import { Module } from '#schema/core/appModule.ts'
import type { Stored, Work } from '../../write/types.ts'
import { conflict } from '../input.ts'
import { concernedBy, tellSwitched } from './switchNotices.ts'

/** Every module, held until the transaction ends: of two who switch at once, one sees what the other did. */
async function holdModules(work: Work): Promise<readonly Stored<Module>[]> {
  await work.query(sql`select id from module order by id for update`)
  return work.rows(Module, {}, 1_000)
}

type Modules = Work['model']['modules']

/** The modules that would be on and yet lack one that they need, each with those that it lacks. */
export function broken(modules: Modules, on: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const lacking = [...on].map((name) => [name, [...neededBy(modules, name)].filter((needed) => needed !== CORE && !on.has(needed))] as const)
  return new Map(lacking.filter(([, needed]) => needed.length > 0))
}

const labelled = (modules: Modules, names: Iterable<string>, locale: keyof Labels): string =>
  [...names].map((name) => (locale === 'fr' ? `« ${modules.get(name)?.label.fr ?? name} »` : `“${modules.get(name)?.label.en ?? name}”`)).join(', ')

/** Says which modules stand in the way of a switch, and what to do. */
export function refuseBroken(modules: Modules, lacking: ReadonlyMap<string, readonly string[]>, enabled: boolean): void {
  if (lacking.size === 0) return
  const needed = [...new Set([...lacking.values()].flat())]
  const said = (locale: keyof Labels): string => labelled(modules, enabled ? needed : lacking.keys(), locale)
  throw conflict('neededByOthers', enabled
    ? { fr: `Activez d’abord ${said('fr')} : ce module en a besoin.`, en: `Switch on ${said('en')} first: this module needs it.` }
    : { fr: `Utilisé par ${said('fr')} : désactivez-les ensemble.`, en: `Used by ${said('en')}: switch them off together.` },
  'modules', { modules: enabled ? needed : [...lacking.keys()] })
}

const neverOff = () => conflict('core', {
  fr: 'Le socle ne se désactive pas : tous les autres modules s’appuient sur lui.', en: 'The core is never switched off: every other module stands on it.',
}, 'modules')

/** The modules that are asked for, as they are now, where the switch would leave everybody what he needs. @throws AppError */
export async function switchable(work: Work, ids: readonly string[], enabled: boolean): Promise<readonly Stored<Module>[]> {
  const known = await holdModules(work)
  const chosen = known.filter((module) => ids.includes(module.id))
  if (chosen.length === 0) throw notFound('modules')
  if (!enabled && chosen.some(({ key }) => key === CORE)) throw neverOff()
  const on = new Set(known.filter((module) => (chosen.includes(module) ? enabled : module.enabled === true)).map(({ key }) => String(key)))
  const { modules } = work.model
  refuseBroken(modules, broken(modules, on), enabled)
  return chosen.filter((module) => module.enabled !== enabled)
}

/** Switches them, and tells whoever has rights in what goes off, or in what has come back: asked while it is on. */
export async function switchNow(work: Work, ids: readonly string[], enabled: boolean): Promise<void> {
  const changed = await switchable(work, ids, enabled)
  const before = enabled ? [] : await concernedBy(work, changed)
  for (const module of changed) await work.set(Module, module.id, { enabled })
  for (const { module, people } of enabled ? await concernedBy(work, changed) : before) await tellSwitched(work, module, people, enabled)
}
