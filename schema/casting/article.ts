import { Base, BelongsTo, Choice, Entity, File, Instant, LongText, RichText, Text } from '#model'
import type { FileAsset } from '../core/fileAsset.ts'
import { User } from '../core/user.ts'
import { castingDesk, visitors } from '../roles.ts'
import { ownArticle, publishedArticle } from './rules.ts'

/** Editorial content of the public site. */
@Entity<Article>({
  plural: 'articles',
  label: { fr: 'Article', en: 'Article' },
  labelPlural: { fr: 'Contenu éditorial', en: 'Editorial content' },
  title: 'title',
  access: {
    read: [castingDesk, visitors.where(publishedArticle).fields('title', 'slug', 'summary', 'body', 'image', 'publishAt')],
    create: castingDesk, update: castingDesk, delete: castingDesk,
  },
  scopes: { own: ownArticle },
  indexes: [['state', 'publishAt']],
  sort: { publishAt: 'DESC' },
  menu: { order: 50, icon: 'article' },
  list: ['title', 'author', 'state', 'publishAt'],
})
export class Article extends Base {
  @Text({ required: true, max: 200, search: 'A' }) title!: string
  @Text({
    max: 120, unique: true, pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    label: { fr: 'Adresse de la page', en: 'Slug' }, help: { fr: 'Tirée du titre si elle reste vide.', en: 'Made from the title when left empty.' },
    patternHelp: { fr: 'Minuscules sans accents, chiffres et tirets : « auditions-a-brest ».', en: 'Small letters without accents, digits and hyphens: “auditions-in-brest”.' },
  }) slug?: string
  @LongText({ max: 600, search: 'B' }) summary?: string
  @RichText({ search: 'C', label: { fr: 'Texte', en: 'Body' } }) body?: string
  @File({ accept: ['image/jpeg', 'image/png', 'image/webp'], maxBytes: 10_000_000, inverse: 'articles' }) image?: FileAsset
  @Instant({ label: { fr: 'Publié le', en: 'Published at' }, help: { fr: 'Vide : dès la publication.', en: 'Empty: as soon as it is published.' } }) publishAt?: string
  @BelongsTo(() => User, { inverse: 'articles' }) author?: User
  @Choice({
    values: {
      DRAFT: { fr: 'Brouillon', en: 'Draft' },
      PUBLISHED: { fr: 'Publié', en: 'Published' },
      WITHDRAWN: { fr: 'Retiré', en: 'Withdrawn' },
    },
    required: true,
    initial: 'DRAFT',
    moves: {
      publish: { label: { fr: 'Publier', en: 'Publish' }, from: ['DRAFT', 'WITHDRAWN'], to: 'PUBLISHED' },
      withdraw: {
        label: { fr: 'Retirer', en: 'Withdraw' }, from: ['PUBLISHED'], to: 'WITHDRAWN',
        confirm: { fr: 'Retirer cet article du site ?', en: 'Withdraw this article from the site?' },
      },
    },
  }) state!: string
}
