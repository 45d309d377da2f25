import { Base, BelongsTo, Entity, Json, nobody, Text } from '#model'
import { administrators } from '../roles.ts'
import { Module } from './appModule.ts'

/** A setting of a module that somebody changed; the others have the value that the code declares. */
@Entity<ModuleSetting>({
  plural: 'moduleSettings',
  label: { fr: 'Réglage de module', en: 'Module setting' },
  labelPlural: { fr: 'Réglages de modules', en: 'Module settings' },
  title: 'key',
  access: { read: administrators, create: nobody, update: nobody, delete: nobody },
  readOnly: true,
  unique: [{ fields: ['module', 'key'] }],
  sort: { key: 'ASC' },
  list: ['module', 'key', 'value'],
})
export class ModuleSetting extends Base {
  @BelongsTo(() => Module, { required: true, onDelete: 'cascade', inverse: 'settings', inverseLabel: { fr: 'Réglages', en: 'Settings' } }) module!: Module
  @Text({ required: true, max: 60, label: { fr: 'Clé', en: 'Key' } }) key!: string
  @Json({ required: true, shape: { type: 'any' }, label: { fr: 'Valeur', en: 'Value' } }) value?: unknown
}
