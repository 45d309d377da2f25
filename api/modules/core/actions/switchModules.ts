import { boolean } from '../../../model/fields/boolean.ts'
import { instant } from '../../../model/fields/instant.ts'
import { operators } from '#schema/roles.ts'
import { Module } from '#schema/core/appModule.ts'
import { PlannedSwitch } from '#schema/core/plannedSwitch.ts'
import { action, type Work } from '../../../write/types.ts'
import { wrong } from '../../input.ts'
import { switchable, switchNow } from '../switches.ts'
import { concernedBy, tellPlanned } from '../switchNotices.ts'

/** Several at once, since modules that need each other go off, and come back, together (MU8.1.1-b); now, or at a moment that people are told before (MU8.1.1-c). */
export default action<Module>({
  name: 'switchModules',
  on: Module,
  scope: 'entity',
  label: { fr: 'Activer ou désactiver des modules', en: 'Switch modules on or off' },
  help: { fr: 'Un module désactivé disparaît des menus et refuse ses opérations ; ses données sont conservées.', en: 'A module that is off leaves the menus and refuses its operations; its data is kept.' },
  access: operators,
  args: {
    modules: { kind: 'record', entity: () => Module, many: true, options: { required: true, label: { fr: 'Modules', en: 'Modules' } } },
    enabled: { kind: boolean, options: { required: true, label: { fr: 'En service', en: 'Switched on' } } },
    at: { kind: instant, options: { label: { fr: 'Le', en: 'At' }, help: { fr: 'Vide : tout de suite.', en: 'Empty: now.' } } },
  },
  returns: 'Boolean',
  run: async (work, { modules, enabled, at }) => {
    const ids = Array.isArray(modules) ? modules.map(String) : []
    if (at === undefined || at === null) await switchNow(work, ids, enabled === true)
    else await plan(work, ids, enabled === true, String(at))
    return true
  },
})

const YEAR = 366 * 86_400_000

/** What could not be done today is not planned either; whether it can be done then is asked again then. */
async function plan(work: Work, ids: readonly string[], enabled: boolean, at: string): Promise<void> {
  const ahead = Date.parse(at) - work.now.getTime()
  if (!(ahead > 0 && ahead <= YEAR)) throw wrong('at', 'outOfRange', { fr: 'Un moment à venir, d’ici un an, est attendu.', en: 'A moment to come, within a year, is expected.' })
  const changed = await switchable(work, ids, enabled)
  if (changed.length === 0) throw wrong('modules', 'already', { fr: 'Ces modules sont déjà dans cet état.', en: 'These modules are in that state already.' })
  const id = await work.asHouse().create(PlannedSwitch, { modules: { connect: changed.map((module) => module.id) } }, { at, enabled, plannedBy: work.caller.principal.userId ?? '' } as object)
  // Of a module that is off nobody has a right: they are told when it is back.
  for (const concerned of enabled ? [] : await concernedBy(work, changed)) await tellPlanned(work, { id, at, enabled }, concerned)
}
