import type { Caller } from '../../access/principal.ts'
import type { Model } from '../../model/model.ts'
import type { Module } from '#schema/core/appModule.ts'
import { User } from '#schema/core/user.ts'
import type { Stored, Work } from '../../write/types.ts'
import { notify } from './notify.ts'

export interface Concerned {
  readonly module: Stored<Module>
  readonly people: readonly string[]
}

/** More than a house has; each is asked for his rights once. */
const MOST = 1_000
/** What these roles have, everybody has. */
const everybody: ReadonlySet<string> = new Set(['visitor', 'member'])

/** Whether somebody has a right in a module that not everybody has. */
function hasRightIn(model: Model, module: string, { rights }: Caller): boolean {
  return [...model.entities.values()].some((entity) => entity.module === module && ['READ', 'CREATE', 'UPDATE', 'DELETE'].some((action) =>
    rights.reasons(entity.name, action).some(({ effect, source }) => effect === 'ALLOW' && !(source.is === 'role' && everybody.has(source.role.key)))))
}

/** The people who work with each of these modules (MU8.1.1-c). */
export async function concernedBy(work: Work, modules: readonly Stored<Module>[]): Promise<readonly Concerned[]> {
  const people = new Map(modules.map((module) => [module, [] as string[]]))
  for (const { id } of modules.length === 0 ? [] : await work.rows(User, { state: { eq: 'ACTIVE' } }, MOST)) {
    const caller = await work.callerFor(id)
    for (const [module, own] of people) if (caller && hasRightIn(work.model, String(module.key), caller)) own.push(id)
  }
  return [...people].map(([module, own]) => ({ module, people: own }))
}

export async function tellSwitched(work: Work, { id, key, version }: Stored<Module>, people: readonly string[], enabled: boolean): Promise<void> {
  const label = work.model.modules.get(String(key))?.label ?? { fr: String(key), en: String(key) }
  await notify(work, people, {
    kind: 'moduleSwitched', subject: { entity: 'Module', id }, key: `${version}`, byClock: true,
    title: enabled
      ? { fr: `Le module « ${label.fr} » est de nouveau en service`, en: `The module “${label.en}” is on again` }
      : { fr: `Le module « ${label.fr} » est désactivé`, en: `The module “${label.en}” is switched off` },
    body: enabled
      ? { fr: 'Ses menus et ses données sont là comme avant.', en: 'Its menus and its data are there as before.' }
      : { fr: 'Ses menus et ses opérations ne sont plus proposés ; ses données sont conservées.', en: 'Its menus and operations are no longer offered; its data is kept.' },
  })
}

/** As people say it, where the house works. */
const saidAt = (at: string, locale: string): string => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(new Date(at))

/** Before it happens: when, and what changes then (MU8.1.1-c). */
export async function tellPlanned(work: Work, plan: { readonly id: string; readonly at: string; readonly enabled: boolean }, { module: { id, key }, people }: Concerned): Promise<void> {
  const label = work.model.modules.get(String(key))?.label ?? { fr: String(key), en: String(key) }
  const [fr, en] = [saidAt(plan.at, 'fr-FR'), saidAt(plan.at, 'en-GB')]
  await notify(work, people, {
    kind: 'moduleSwitchPlanned', subject: { entity: 'Module', id }, key: plan.id,
    title: plan.enabled
      ? { fr: `Le module « ${label.fr} » sera de nouveau en service le ${fr}`, en: `The module “${label.en}” will be on again on ${en}` }
      : { fr: `Le module « ${label.fr} » sera désactivé le ${fr}`, en: `The module “${label.en}” will be switched off on ${en}` },
    body: plan.enabled
      ? { fr: 'Ses menus et ses données reviendront comme avant.', en: 'Its menus and its data will be there as before.' }
      : { fr: 'Ses menus et ses opérations ne seront plus proposés ; ses données seront conservées. Terminez d’ici là ce qui est en cours.', en: 'Its menus and operations will no longer be offered; its data will be kept. Finish by then what you are at.' },
  })
}
