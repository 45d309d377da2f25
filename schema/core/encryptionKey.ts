import { Base, Choice, Entity, Instant, Integer, nobody, Text } from '#model'
import { administrators } from '../roles.ts'

/** A key for which texts are encrypted. Its private half is not here, and not in any copy of the database. */
@Entity<EncryptionKey>({
  plural: 'encryptionKeys',
  label: { fr: 'Clé de chiffrement', en: 'Encryption key' },
  labelPlural: { fr: 'Clés de chiffrement', en: 'Encryption keys' },
  title: ['publicKey'],
  access: { read: administrators, create: nobody, update: nobody, delete: nobody },
  fixedAccess: true,
  readOnly: true,
  unique: [{ fields: ['name', 'number'] }, { fields: ['publicKey'] }],
  sort: { number: 'DESC' },
  menu: { order: 110, icon: 'key' },
  list: ['name', 'number', 'publicKey', 'activeFrom', 'retiredAt', 'state'],
})
export class EncryptionKey extends Base {
  @Text({ required: true, max: 40 }) name!: string
  @Integer({ required: true, min: 1, label: { fr: 'Numéro', en: 'Number' } }) number!: number
  @Text({ required: true, max: 40, label: { fr: 'Algorithme', en: 'Algorithm' } }) algorithm!: string
  @Text({ required: true, max: 120, label: { fr: 'Clé publique', en: 'Public key' } }) publicKey!: string
  @Text({ required: true, max: 200, label: { fr: 'Où est la clé privée', en: 'Where the private key is' } }) privateKeyRef!: string
  @Instant({ required: true, label: { fr: 'Sert depuis', en: 'Active from' } }) activeFrom!: string
  @Instant({ label: { fr: 'Retirée le', en: 'Retired at' } }) retiredAt?: string
  @Choice({
    required: true, default: 'ACTIVE',
    values: { ACTIVE: { fr: 'Active', en: 'Active' }, RETIRED: { fr: 'Retirée', en: 'Retired' } },
  }) state!: string
}
