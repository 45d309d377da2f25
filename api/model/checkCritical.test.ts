import { describe, expect, test } from 'vitest'
import { Base, BelongsTo, Entity, grantTo, Json, module, role, setting, Text, type Labels } from '#model'
import { buildModel } from './build.ts'
import type { EntityClass } from './record.ts'

const label: Labels = { fr: 'x', en: 'x' }
const clerk = role('clerk', label)
const access = { read: grantTo(clerk), create: grantTo(clerk), update: grantTo(clerk), delete: grantTo(clerk) }

@Entity<User>({ plural: 'users', label, labelPlural: label, title: 'name', access })
class User extends Base { @Text({ label }) name?: string }

@Entity<Folder>({ plural: 'folders', label, labelPlural: label, title: 'name', access, concerns: ['owner', 'nothing'] })
class Folder extends Base {
  @Text({ label }) name?: string
  @BelongsTo(() => User, { label }) owner?: User
}

@Entity<Deed>({ plural: 'deeds', label, labelPlural: label, title: 'name', access, critical: { delete: true, update: ['nothing' as 'name'], moves: ['burn'] } })
class Deed extends Base {
  @Text({ label }) name?: string
  @BelongsTo(() => Folder, { label, onDelete: 'cascade' }) folder?: Folder
}

@Entity<Copy>({ plural: 'copies', label, labelPlural: label, title: 'name', access })
class Copy extends Base {
  @Text({ label }) name?: string
  @Json({ label, shape: { type: 'any' }, ofRecord: ['name', 'nothing'] }) values?: unknown
}

const faultsOf = (declared: ReturnType<typeof module>, ...entities: EntityClass[]): string[] => {
  try {
    buildModel({ roles: [clerk], labels: {}, modules: [{ module: declared, entities }] })
    return []
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split('\n')
  }
}

describe('declarations that cannot hold stop the start', () => {
  test('of what needs a second person', () => {
    const faults = faultsOf(module({ name: 'core', label, icon: '', order: 1, uses: [] }), User, Folder, Deed).join('\n')
    expect(faults).toContain('core.Deed: `critical` names the field `nothing`')
    expect(faults).toContain('core.Deed: `critical` names the move `burn`')
    expect(faults).toContain('core.Deed.folder: is deleted only with a second person, but goes along when a Folder is deleted by one')
  })

  test('of what a row is about', () => {
    const faults = faultsOf(module({ name: 'core', label, icon: '', order: 1, uses: [] }), User, Folder).join('\n')
    expect(faults).toContain('core.Folder: `concerns` names `owner`, which leads to no party')
    expect(faults).toContain('core.Folder: `concerns` names `nothing`, which leads to no party')
  })

  test('of whose values a field holds', () => {
    const faults = faultsOf(module({ name: 'core', label, icon: '', order: 1, uses: [] }), User, Copy).join('\n')
    expect(faults).toContain('core.Copy.values: `ofRecord` names `name`, which holds no name of an entity; name a Text with `entity: true`')
    expect(faults).toContain('core.Copy.values: `ofRecord` names `nothing`, which holds no id of a record; name an Id')
  })

  test('of the settings of a module', () => {
    const declared = module({ name: 'core', label, icon: '', order: 1, uses: [], settings: { days: setting.integer({ label, default: 0, min: 1 }) } })
    expect(faultsOf(declared as ReturnType<typeof module>, User)).toEqual(['core/module.ts.days: has a `default` that it would refuse itself: At least 1.'])
  })
})
