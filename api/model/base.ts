import { BelongsToNamed, Id, Instant, Integer } from './decorators.ts'

/** What every row has. */
export abstract class Base {
  @Id({ required: true, readOnly: true, label: { fr: 'Identifiant', en: 'Id' } }) id!: string

  /** Grows by one with every change; an update says which one it read. */
  @Integer({ required: true, readOnly: true, label: { fr: 'Version', en: 'Version' } }) version!: number
  @Instant({ required: true, readOnly: true, index: true, label: { fr: 'Créé le', en: 'Created at' } }) createdAt!: string
  @Instant({ required: true, readOnly: true, label: { fr: 'Modifié le', en: 'Updated at' } }) updatedAt!: string
  @BelongsToNamed('User', { readOnly: true, onDelete: 'setNull', label: { fr: 'Créé par', en: 'Created by' } }) createdBy?: object
}

/** Names of the members of `Base`: never inputs. */
export const baseMembers: ReadonlySet<string> = new Set(['id', 'version', 'createdAt', 'updatedAt', 'createdBy'])
