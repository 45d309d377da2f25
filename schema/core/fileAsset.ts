import { Base, Bool, Choice, Entity, Integer, nobody, Text } from '#model'
import { administrators, castingDesk, members, visitors } from '../roles.ts'
import { ownUpload, portrait, publicFile } from './rules.ts'

/** An uploaded file. What may be read of it follows from what shows it; the bytes lie behind the storage port. */
@Entity<FileAsset>({
  plural: 'fileAssets',
  label: { fr: 'Fichier', en: 'File' },
  labelPlural: { fr: 'Fichiers', en: 'Files' },
  title: 'name',
  access: {
    read: [administrators, members.where(ownUpload), castingDesk.where(portrait), ...[visitors.beside(), castingDesk].map((grant) => grant.where(publicFile).fields('name', 'mimeType', 'size', 'altText'))],
    // A row comes with its bytes: `POST /files` writes both.
    create: nobody,
    update: [administrators, members.where(ownUpload).fields('name', 'altText')],
    delete: [administrators, members.where(ownUpload)],
  },
  scopes: { own: ownUpload },
  unique: [{ fields: ['provider', 'storageKey'] }],
  menu: { order: 70, icon: 'folder' },
  list: ['name', 'mimeType', 'size', 'visibility', 'createdAt'],
})
export class FileAsset extends Base {
  @Text({ required: true, max: 255, search: 'A' }) name!: string
  @Text({ required: true, readOnly: true, max: 120, label: { fr: 'Type', en: 'Media type' } }) mimeType!: string
  @Integer({ required: true, readOnly: true, big: true, label: { fr: 'Taille (octets)', en: 'Size (bytes)' } }) size!: number
  @Text({ required: true, readOnly: true, max: 64, index: true, label: { fr: 'Empreinte SHA-256', en: 'SHA-256 digest' } }) sha256!: string
  @Choice({ readOnly: true, required: true, default: 'BUILT_IN', values: { BUILT_IN: { fr: 'Intégré', en: 'Built in' } }, label: { fr: 'Stockage', en: 'Storage' } }) provider!: string
  @Text({ required: true, readOnly: true, hidden: true, max: 300, label: { fr: 'Clé de stockage', en: 'Storage key' } }) storageKey!: string
  @Bool({ readOnly: true, required: true, default: false, label: { fr: 'Chiffré', en: 'Encrypted' } }) encrypted!: boolean
  @Text({ max: 250, search: 'B', label: { fr: 'Texte de remplacement', en: 'Alternative text' } }) altText?: string
  @Choice({
    required: true, default: 'PRIVATE', label: { fr: 'Visibilité', en: 'Visibility' },
    values: { PRIVATE: { fr: 'Privé', en: 'Private' }, PROJECT: { fr: 'Projet', en: 'Project' }, PUBLIC: { fr: 'Public', en: 'Public' } },
  }) visibility!: string
  @Choice({
    values: { UPLOADING: { fr: 'En cours d’envoi', en: 'Uploading' }, READY: { fr: 'Prêt', en: 'Ready' }, DELETED: { fr: 'Supprimé', en: 'Deleted' } },
    required: true,
    initial: 'UPLOADING',
  }) state!: string
}
