import { Base, Choice, Entity, LongText, Text } from '#model'
import { administrators, castingDesk } from '../roles.ts'

/** A document that a public door runs; those doors run no other. */
@Entity<PersistedQuery>({
  plural: 'persistedQueries',
  label: { fr: 'Requête enregistrée', en: 'Persisted query' },
  labelPlural: { fr: 'Requêtes enregistrées', en: 'Persisted queries' },
  title: 'name',
  access: { read: castingDesk, create: administrators, update: administrators, delete: administrators },
  sort: { name: 'ASC' },
  menu: { order: 85, icon: 'code' },
  list: ['name', 'client', 'state', 'hash'],
})
export class PersistedQuery extends Base {
  @Text({ required: true, max: 120, unique: true, search: 'A' }) name!: string
  /** SHA-256 of the document, in hexadecimal; kept by the house. */
  @Text({ required: true, readOnly: true, max: 64, unique: true, label: { fr: 'Empreinte', en: 'Hash' } }) hash!: string
  @LongText({ required: true, immutable: true, label: { fr: 'Document', en: 'Document' } }) document!: string
  @Choice({
    required: true, immutable: true, label: { fr: 'Client', en: 'Client' },
    values: { SITE: { fr: 'Site public', en: 'Public site' }, PARTNER: { fr: 'Partenaire', en: 'Partner' } },
  }) client!: string
  @Choice({
    values: { ACTIVE: { fr: 'Active', en: 'Active' }, RETIRED: { fr: 'Retirée', en: 'Retired' } },
    required: true,
    initial: 'ACTIVE',
    moves: { retire: { label: { fr: 'Retirer', en: 'Retire' }, from: ['ACTIVE'], to: 'RETIRED' } },
  }) state!: string
}
