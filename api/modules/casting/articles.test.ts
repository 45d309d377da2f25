import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, openDesk, textAt, unique, type Desk } from './fixtures/desk.ts'
import { slugOf } from './articles.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(async () => { await desk.server.close() })

const article = (more: object = {}) => desk.create('Article', { title: unique('Passer une audition'), body: '<p>Préparer deux textes.</p>', ...more }, 'id slug title state body author { email } publishAt')
const page = async (slug: string) => at(await desk.public('query ($slug: String) { articles(filter: { slug: { eq: $slug } }) { items { title body } } }', { slug }), 'articles', 'items')

describe('MC-27 employees see all editorial content', () => {
  it('drafts too, which nobody else reads', async () => {
    const draft = await article()
    expect(await desk.list('articles', { id: { eq: draft.id } }, 'title author { email } state publishAt')).toMatchObject({ items: [{ state: 'DRAFT', author: { email: 'employee@coulisses.test' } }] })
    expect(await page(textAt(draft, 'slug'))).toEqual([])
  })
})

describe('MC-28 an article is written', () => {
  it('as a draft, under an address made of its title', async () => {
    const title = unique('Œuvres d’été')
    const written = await article({ title })
    expect(written).toMatchObject({ state: 'DRAFT', slug: slugOf(title) })
    expect(textAt(await article({ title }), 'slug')).toBe(`${slugOf(title)}-2`)
  })

  it('not under an address that is taken', async () => {
    const written = await article()
    await expect(article({ slug: at(written, 'slug') })).rejects.toMatchObject({ code: 'CONFLICT', fields: [{ path: 'slug' }] })
  })

  it('without the scripts that were pasted with it', async () => {
    const written = await article({ body: '<p onclick="x()">Texte</p><script>alert(1)</script>' })
    expect(at(written, 'body')).toBe('<p>Texte</p>')
  })
})

describe('MC-29 an article is changed, published and withdrawn', () => {
  it('and its page follows', async () => {
    const written = await article()
    const slug = textAt(written, 'slug')
    await desk.run('publishArticle', written.id)
    expect(await page(slug)).toEqual([{ title: at(written, 'title'), body: '<p>Préparer deux textes.</p>' }])
    await desk.update('Article', written.id, { title: 'Un autre titre' })
    expect(await page(slug)).toMatchObject([{ title: 'Un autre titre' }])
    await desk.run('withdrawArticle', written.id)
    expect(await page(slug)).toEqual([])
  })

  it('not published empty', async () => {
    await expect(desk.run('publishArticle', (await article({ body: null })).id)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'body' }] })
  })
})

it('its image is seen beside it, and opens nothing by itself to whoever is signed in', async () => {
  const [file] = await desk.server.sql(`insert into file_asset (name, mime_type, size, sha256, storage_key, provider, state) values ('scène.jpg', 'image/jpeg', 1, repeat('0', 64), $1, 'BUILT_IN', 'READY') returning id`, [unique('key')])
  const id = String(file?.['id'])
  const written = await article()
  await desk.server.sql('update article set image_id = $1 where id = $2', [id, written.id])
  await desk.run('publishArticle', written.id)
  const beside = await desk.ask('query ($id: ID!) { article(id: $id) { image { id name } } }', { id: written.id }, desk.partner)
  expect(at(beside, 'article', 'image')).toEqual({ id, name: 'scène.jpg' })
  expect(at(await desk.ask('{ fileAssets { items { id } total } }', {}, desk.partner), 'fileAssets')).toEqual({ items: [], total: 0 })
  expect(at(await desk.ask('query ($ids: [ID!]!) { fileAssetsByIds(ids: $ids) { id } }', { ids: [id] }, desk.partner), 'fileAssetsByIds')).toEqual([])
  await expect(desk.ask('query ($id: ID!) { fileAsset(id: $id) { id } }', { id }, desk.partner)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const HISTORY = 'query ($entity: String!, $id: ID!) { history(entity: $entity, id: $id) { total } }'
  await expect(desk.ask(HISTORY, { entity: 'FileAsset', id }, desk.partner)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const [client] = await desk.server.sql(`select client_id as id from casting_offer where state = 'PUBLISHED' limit 1`)
  await expect(desk.ask(HISTORY, { entity: 'Client', id: client?.['id'] }, desk.partner)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const exported = await fetch(`${desk.server.url}/export`, { method: 'POST', headers: { authorization: `Bearer ${desk.partner}`, 'content-type': 'application/json' }, body: JSON.stringify({ list: 'fileAssets', fields: ['id'], format: 'NDJSON' }) })
  expect([exported.status, await exported.text()]).toEqual([200, ''])
  const told = await desk.ask('query ($id: ID!) { explainAccess(entity: "FileAsset", action: "READ", id: $id) { allowed rows } }', { id }, desk.partner)
  expect(at(told, 'explainAccess')).toEqual({ allowed: true, rows: 'BESIDE' })
})

describe('MC-30 an article is deleted', () => {
  it('and its page with it', async () => {
    const written = await article()
    await desk.run('publishArticle', written.id)
    expect(await desk.remove('Article', written.id)).toBe(true)
    expect(await page(textAt(written, 'slug'))).toEqual([])
  })
})

describe('a slug is made of a title', () => {
  it.each([['Nos œuvres d’été', 'nos-oeuvres-d-ete'], ['  Ça & là !  ', 'ca-la'], ['Straße', 'strasse'], ['「舞台」', 'article']])('%s', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })
})
