import { AnyOf, Base, BelongsTo, Bool, Choice, Entity, Instant, Integer, nobody, type RecordRef } from '#model'
import { administrators } from '../roles.ts'
import { ConflictRule } from './conflictRule.ts'
import { User } from './user.ts'

/** Somebody met a conflict rule: went on, or was stopped. */
@Entity<ConflictAlert>({
  plural: 'conflictAlerts',
  label: { fr: 'Alerte de conflit', en: 'Conflict alert' },
  labelPlural: { fr: 'Alertes de conflit', en: 'Conflict alerts' },
  title: ['rule.reason'],
  access: { read: administrators, create: nobody, update: nobody, delete: nobody },
  indexes: [['rule', 'user', 'state']],
  sort: { at: 'DESC' },
  menu: { order: 63, icon: 'warning' },
  list: ['at', 'user', 'subject', 'blocked', 'attempts', 'rule', 'state'],
})
export class ConflictAlert extends Base {
  @Instant({ readOnly: true, required: true, index: true, label: { fr: 'Dernière fois', en: 'Last time' } }) at!: string
  @BelongsTo(() => ConflictRule, { readOnly: true, required: true, onDelete: 'cascade', inverse: 'alerts', label: { fr: 'Règle', en: 'Rule' } }) rule!: ConflictRule
  @BelongsTo(() => User, { readOnly: true }) user?: User
  @AnyOf({ label: { fr: 'Enregistrement', en: 'Record' } }) subject?: RecordRef
  @Bool({ readOnly: true, required: true, default: false, label: { fr: 'Empêché', en: 'Blocked' } }) blocked!: boolean
  @Integer({ readOnly: true, required: true, default: 1, label: { fr: 'Nombre de fois', en: 'Times' } }) attempts!: number
  @Choice({
    values: { OPEN: { fr: 'Ouverte', en: 'Open' }, ACKNOWLEDGED: { fr: 'Vue', en: 'Acknowledged' }, CLOSED: { fr: 'Close', en: 'Closed' } }, required: true, initial: 'OPEN', index: true,
    moves: {
      acknowledge: { label: { fr: 'J’en ai pris note', en: 'Acknowledge' }, from: ['OPEN'], to: 'ACKNOWLEDGED', access: administrators },
      close: { label: { fr: 'Clore', en: 'Close' }, from: ['OPEN', 'ACKNOWLEDGED'], to: 'CLOSED', access: administrators },
    },
  }) state!: string
}
