import sql from 'sql-template-tag'
import { Article } from '#schema/casting/article.ts'
import { AppError } from '../../model/errors.ts'
import type { Values } from '../../model/rule.ts'
import { reactions, type Input, type Stored, type Work } from '../../write/types.ts'
import { missing, textAfter } from '../input.ts'

/** A title as part of an address: « Nos œuvres d’été » gives `nos-oeuvres-d-ete`. */
export const slugOf = (title: string): string =>
  title.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-').slice(0, 100).replace(/^-+|-+$/g, '') || 'article'

/** The slug, or the first of `slug-2`, `slug-3`… that is free. */
async function freeSlug(work: Work, title: string): Promise<string> {
  const slug = slugOf(title)
  const rows = await work.query(sql`select slug from article where slug = ${slug} or starts_with(slug, ${`${slug}-`})`)
  const taken = new Set(rows.map((row) => row['slug']))
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? slug : `${slug}-${number}`
    if (!taken.has(tried)) return tried
  }
}

async function prepare(work: Work, input: Input, current: Stored<Article> | undefined): Promise<Input> {
  const title = textAfter(input, 'title', current)
  const wanted = textAfter(input, 'slug', current) === '' && title !== '' ? { slug: await freeSlug(work, title) } : {}
  const { userId } = work.caller.principal
  const author = current || userId === undefined ? {} : { author: { connect: userId } }
  return { ...author, ...input, ...wanted }
}

function readyForPublic(work: Work, article: Stored<Article>): Values<Article> {
  if (article.body == null) throw new AppError('BAD_USER_INPUT', [missing('body')])
  return article.publishAt == null ? { publishAt: work.now.toISOString() } : {}
}

export const articleReactions = [reactions(Article, { prepare, moving: { publish: readyForPublic } })]
