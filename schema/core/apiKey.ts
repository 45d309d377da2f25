import { Base, BelongsTo, Choice, Choices, Entity, Instant, Json, nobody, Text } from '#model'
import { administrators, castingDesk, members } from '../roles.ts'
import { keyScopes } from './choices.ts'
import { outsidersKey, ownKey } from './keyRules.ts'
import { User } from './user.ts'

/** What a program signs in with, for a person or for a partner. It never may more than its owner; its secret is shown once. */
@Entity<ApiKey>({
  plural: 'apiKeys',
  label: { fr: 'Clé d’API', en: 'API key' },
  labelPlural: { fr: 'Clés d’API', en: 'API keys' },
  title: 'name',
  access: {
    read: [administrators, castingDesk.where(outsidersKey), members.where(ownKey)],
    // A key comes with its secret: `issueApiKey` makes both.
    create: nobody,
    update: [administrators, castingDesk.where(outsidersKey), members.where(ownKey)],
    delete: nobody,
  },
  fixedAccess: true,
  sort: { createdAt: 'DESC' },
  menu: { order: 45, icon: 'key' },
  list: ['name', 'prefix', 'user', 'scopes', 'expiresAt', 'lastUsedAt', 'state'],
})
export class ApiKey extends Base {
  @Text({ required: true, max: 80, search: 'A' }) name!: string
  /** By which people tell their keys apart. */
  @Text({ required: true, readOnly: true, max: 12, label: { fr: 'Début', en: 'Beginning' } }) prefix!: string
  @Text({ required: true, hidden: true, max: 64, unique: true, label: { fr: 'Empreinte de la clé', en: 'Key hash' } }) tokenHash!: string
  @Choices({ required: true, readOnly: true, values: keyScopes, label: { fr: 'Portées', en: 'Scopes' } }) scopes!: string[]
  @Json({
    readOnly: true, shape: { type: 'array', items: { type: 'string', max: 120 }, max: 100 }, label: { fr: 'Limitée à', en: 'Limited to' },
    help: { fr: 'Vide : tout ce que peut son titulaire. « CastingOffer » : cette entité ; « Client:READ » : la lire seulement.', en: 'Empty: all that its owner may. “CastingOffer”: that entity; “Client:READ”: reading it only.' },
  }) only?: string[]
  @Json({
    readOnly: true, shape: { type: 'array', items: { type: 'string', max: 50 }, max: 50 }, label: { fr: 'Adresses', en: 'Addresses' },
    help: { fr: 'Vide : de partout. « 203.0.113.7 », « 2001:db8::/32 » : de là seulement ; d’ailleurs elle est inconnue.', en: 'Empty: from anywhere. “203.0.113.7”, “2001:db8::/32”: from there only; from elsewhere it is unknown.' },
  }) addresses?: string[]
  @BelongsTo(() => User, { required: true, readOnly: true, inverse: 'apiKeys', inverseLabel: { fr: 'Clés d’API', en: 'API keys' }, index: true, label: { fr: 'Titulaire', en: 'Owner' } }) user!: User
  @Instant({ required: true, readOnly: true, label: { fr: 'Expire le', en: 'Expires at' } }) expiresAt!: string
  @Instant({ readOnly: true, label: { fr: 'Dernier usage', en: 'Last used' }, help: { fr: 'À l’heure près.', en: 'To the hour.' } }) lastUsedAt?: string
  @Choice({
    values: { ACTIVE: { fr: 'Active', en: 'Active' }, REVOKED: { fr: 'Révoquée', en: 'Revoked' } },
    required: true,
    initial: 'ACTIVE',
    moves: {
      revoke: {
        label: { fr: 'Révoquer', en: 'Revoke' }, from: ['ACTIVE'], to: 'REVOKED',
        confirm: { fr: 'Ce qui s’en sert sera refusé dès maintenant. Révoquer cette clé ?', en: 'What uses it is refused from now on. Revoke this key?' },
      },
    },
  }) state!: string
}
