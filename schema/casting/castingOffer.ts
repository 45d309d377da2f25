import { Base, BelongsTo, Bool, Choice, Day, Entity, Instant, Integer, LongText, ManyToMany, RichText, Sequence, Text } from '#model'
import { Address } from '../core/address.ts'
import { Client } from '../core/client.ts'
import { ContractType } from '../core/contractType.ts'
import { Person } from '../core/person.ts'
import { User } from '../core/user.ts'
import { castingDesk, visitors } from '../roles.ts'
import { CastingCategory } from './castingCategory.ts'
import { Profession } from './profession.ts'
import { offerOfDepartment, ownOffer, publicationEndsAfterItStarts, publicContactIsGiven, published, publishedWithContact } from './rules.ts'

/** A call for artists, published for a client that is looking for them. */
@Entity<CastingOffer>({
  plural: 'castingOffers',
  label: { fr: 'Offre de casting', en: 'Casting offer' },
  labelPlural: { fr: 'Offres de casting', en: 'Casting offers' },
  title: 'title',
  concerns: ['client.organisation', 'client.contact', 'contact'],
  access: {
    read: [
      castingDesk,
      visitors.where(published).fields('reference', 'title', 'description', 'posts', 'startsOn', 'publishFrom', 'publishUntil', 'client', 'contractType', 'profession', 'categories', 'address', 'contact'),
    ],
    create: castingDesk, update: castingDesk, delete: castingDesk,
  },
  scopes: { own: ownOffer, department: offerOfDepartment },
  rules: [publicationEndsAfterItStarts, publicContactIsGiven],
  indexes: [['state', 'publishFrom'], ['state', 'publishUntil']],
  searchThrough: ['profession', 'client'],
  sort: { publishFrom: 'DESC' },
  views: { calendar: { start: 'publishFrom', end: 'publishUntil' } },
  menu: { order: 10, icon: 'campaign' },
  list: ['reference', 'title', 'client', 'profession', 'contractType', 'publishFrom', 'publishUntil', 'state'],
  groups: { publication: { fr: 'Publication', en: 'Publication' }, internal: { fr: 'Interne', en: 'Internal' } },
})
export class CastingOffer extends Base {
  @Sequence({ unique: true }) number!: number
  @Text({ required: true, max: 160, search: 'A' }) title!: string
  @Text({
    max: 30, unique: 'ignoreCase', search: 'A', pattern: /^[A-Za-z0-9][A-Za-z0-9._/-]*$/, help: { fr: 'Proposée si elle reste vide.', en: 'Proposed when left empty.' },
    patternHelp: { fr: 'Lettres, chiffres et - . _ / sans espaces.', en: 'Letters, digits and - . _ / without spaces.' },
  }) reference?: string
  @BelongsTo(() => Client, { required: true, inverse: 'offers', index: true }) client!: Client
  @BelongsTo(() => Profession, { required: true, inverse: 'offers', index: true }) profession!: Profession
  @BelongsTo(() => ContractType, { required: true, inverse: 'offers', index: true }) contractType!: ContractType
  @ManyToMany(() => CastingCategory, { inverse: 'offers', onDelete: 'restrict', label: { fr: 'Catégories', en: 'Categories' } }) categories!: CastingCategory[]
  @RichText({ search: 'B' }) description?: string
  @Integer({ required: true, min: 1, max: 10_000, default: 1, label: { fr: 'Nombre de postes', en: 'Number of posts' } }) posts!: number
  @Day({ label: { fr: 'Début du travail', en: 'Work starts on' } }) startsOn?: string
  @BelongsTo(() => Address, { owned: true, inverse: 'castingOffers', index: true, label: { fr: 'Lieu', en: 'Place' } }) address?: Address
  @Instant({ index: true, group: 'publication', label: { fr: 'Publiée à partir du', en: 'Published from' }, help: { fr: 'Vide : dès la publication.', en: 'Empty: as soon as it is published.' } }) publishFrom?: string
  @Instant({ group: 'publication', label: { fr: 'Publiée jusqu’au', en: 'Published until' }, help: { fr: 'Vide : jusqu’à son retrait.', en: 'Empty: until it is withdrawn.' } }) publishUntil?: string
  @BelongsTo(() => Person, {
    read: [castingDesk, visitors.where(publishedWithContact)], inverse: 'castingOffers', index: true, group: 'publication',
    help: { fr: 'À qui les candidatures sont adressées.', en: 'Whom applications are addressed to.' },
  }) contact?: Person
  @Bool({ required: true, default: false, group: 'publication', label: { fr: 'Contact public', en: 'Contact is public' } }) contactPublic!: boolean
  @BelongsTo(() => User, { inverse: 'castingOffers', group: 'internal' }) author?: User
  @LongText({ group: 'internal', label: { fr: 'Note interne', en: 'Internal note' }, help: { fr: 'Jamais publiée.', en: 'Never published.' } }) internalNote?: string
  @Choice({
    values: {
      DRAFT: { fr: 'Brouillon', en: 'Draft' },
      PUBLISHED: { fr: 'Publiée', en: 'Published' },
      EXPIRED: { fr: 'Expirée', en: 'Expired' },
      WITHDRAWN: { fr: 'Retirée', en: 'Withdrawn' },
    },
    required: true,
    initial: 'DRAFT',
    moves: {
      publish: { label: { fr: 'Publier', en: 'Publish' }, from: ['DRAFT', 'WITHDRAWN', 'EXPIRED'], to: 'PUBLISHED' },
      withdraw: {
        label: { fr: 'Retirer', en: 'Withdraw' }, from: ['PUBLISHED'], to: 'WITHDRAWN',
        confirm: { fr: 'Retirer cette offre du site et des flux ?', en: 'Withdraw this offer from the site and the feeds?' },
      },
    },
  }) state!: string
}
