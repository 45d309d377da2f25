import { Base, BelongsTo, Bool, Choice, Entity, Instant, LongText, ManyToMany, nobody } from '#model'
import { operators } from '../roles.ts'
import { Module } from './appModule.ts'
import { User } from './user.ts'

/** Modules that are to be switched on or off at a moment; those concerned are told now, and again when it happens. */
@Entity<PlannedSwitch>({
  plural: 'plannedSwitches',
  label: { fr: 'Bascule prévue', en: 'Planned switch' },
  labelPlural: { fr: 'Bascules prévues', en: 'Planned switches' },
  title: ['at'],
  access: { read: operators, create: nobody, update: nobody, delete: nobody },
  fixedAccess: true,
  indexes: [['state', 'at']],
  sort: { at: 'ASC' },
  list: ['at', 'modules', 'enabled', 'plannedBy', 'state', 'note'],
})
export class PlannedSwitch extends Base {
  @Instant({ required: true, readOnly: true, label: { fr: 'Le', en: 'At' } }) at!: string
  @ManyToMany(() => Module, { inverse: 'plannedSwitches', label: { fr: 'Modules', en: 'Modules' } }) modules!: Module[]
  @Bool({ required: true, readOnly: true, default: false, label: { fr: 'Mettre en service', en: 'Switch on' } }) enabled!: boolean
  @BelongsTo(() => User, { required: true, readOnly: true, label: { fr: 'Prévue par', en: 'Planned by' } }) plannedBy!: User
  @LongText({ readOnly: true, max: 1_000, help: { fr: 'Pourquoi elle n’a pas eu lieu.', en: 'Why it was not done.' } }) note?: string
  @Choice({
    values: { PLANNED: { fr: 'Prévue', en: 'Planned' }, DONE: { fr: 'Faite', en: 'Done' }, FAILED: { fr: 'Impossible', en: 'Not possible' }, CANCELLED: { fr: 'Annulée', en: 'Cancelled' } },
    required: true,
    initial: 'PLANNED',
    moves: { cancel: { label: { fr: 'Annuler cette bascule', en: 'Cancel this switch' }, from: ['PLANNED'], to: 'CANCELLED', access: operators } },
  }) state!: string
}
