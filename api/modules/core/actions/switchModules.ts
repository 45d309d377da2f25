import { boolean } from '../../../model/fields/boolean.ts'
import { notFound } from '../../../model/errors.ts'
import { CORE } from '../../../model/module.ts'
import { operators } from '#schema/roles.ts'
import { Module } from '#schema/core/appModule.ts'
import { action } from '../../../write/types.ts'
import { broken, holdModules, neverOff, refuseBroken } from '../switches.ts'
import { concernedBy, tellSwitched } from '../switchNotices.ts'

/** Several at once, since modules that need each other go off, and come back, together (MU8.1.1-b). */
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
  },
  returns: 'Boolean',
  run: async (work, { modules: ids, enabled }) => {
    const known = await holdModules(work)
    const chosen = known.filter((module) => Array.isArray(ids) && ids.includes(module.id))
    if (chosen.length === 0) throw notFound('modules')
    if (enabled !== true && chosen.some(({ key }) => key === CORE)) throw neverOff()
    const changed = chosen.filter((module) => module.enabled !== enabled)
    const on = new Set(known.filter((module) => (chosen.includes(module) ? enabled === true : module.enabled === true)).map(({ key }) => String(key)))
    const { modules } = work.model
    refuseBroken(modules, broken(modules, on), enabled === true)
    // Whoever has rights in what goes off, or in what has come back: asked while it is on.
    const before = enabled === true ? [] : await concernedBy(work, changed)
    for (const module of changed) await work.set(Module, module.id, { enabled: enabled === true })
    for (const { module, people } of enabled === true ? await concernedBy(work, changed) : before) await tellSwitched(work, module, people, enabled === true)
    return true
  },
})
