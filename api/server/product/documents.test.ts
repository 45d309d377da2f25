import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startWholeServer } from '../../contract/server.ts'
import { slug, openDocuments, type Documents } from '../../documents/fixtures/documents.ts'
import { makeTestFolder } from '../database/testCluster.ts'
import { bundleProduct, runProduct } from '../fixtures.ts'
import type { House } from '../house.ts'
import { StartError } from '../startError.ts'
import { documentsCommand } from './documents.ts'

let documents: Documents
let folder: string
let house: House
beforeAll(async () => {
  const [server] = await Promise.all([startWholeServer(), bundleProduct()])
  house = server.house
  documents = await openDocuments(server)
  folder = makeTestFolder()
}, 120_000)
afterAll(async () => {
  await documents.server.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number | null
  readonly lines: readonly string[]
}

/** What `npm run documents -- …` says, and how it ends: in a process of its own. */
async function apart(...args: readonly string[]): Promise<Ended> {
  const { code, output } = await runProduct({ DATABASE_URL: documents.server.databaseUrl, DATA_DIR: folder }, ['documents', ...args]).ends()
  // Lines that end in … or tell of their end are those of slow steps.
  return { code, lines: output.trim().split('\n').filter((line) => !/…$|ready after/.test(line)) }
}

/** The same without the seconds that a process takes. */
async function run(...args: readonly string[]): Promise<Ended> {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    const code = await documentsCommand(house, args)
    return { code, lines: said.mock.calls.map(([text]) => String(text).trimEnd()) }
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    return { code: error.exitCode, lines: error.lines }
  } finally {
    said.mockRestore()
  }
}

function file(name: string, content: string | object): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const stored = async (name: string): Promise<unknown> => (await documents.server.sql(`select alias, state, client, (select email from "user" where id = submitted_by_id) as by from persisted_query where name = $1 order by revision`, [name]))
const as = ['--as', 'employee@coulisses.test']

describe('npm run documents', { timeout: 120_000 }, () => {
  it('submits texts and the manifests of Relay and Apollo, once, in the name of one of the house', async () => {
    const [one, relay, apollo] = [slug(), slug(), slug()].map((name) => name.replaceAll('-', '')) as [string, string, string]
    const text = (name: string, more = ''): string => `query ${name} { castingOffers { items { title } } } # ${slug()}${more}`
    const [ofRelay, ofApollo] = [text(camel(relay)), text(camel(apollo))]
    const files = [
      file(`${one}.v1.graphql`, `${text('Offers')}\n`), file('relay.json', { [createHash('md5').update(ofRelay).digest('hex')]: ofRelay }),
      file('apollo.json', { format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id: sha256(ofApollo), name: camel(apollo), type: 'query', body: ofApollo }] }),
    ]
    expect(await apart('submit', ...files, ...as)).toMatchObject({ code: 0, lines: [`${one}.v1`, `${relay}.v1`, `${apollo}.v1`].map((alias) => `${alias} is submitted; somebody else approves it in the back office`) })
    for (const name of [one, relay, apollo]) expect(await stored(name)).toEqual([{ alias: `${name}.v1`, state: 'SUBMITTED', client: 'PARTNER', by: 'employee@coulisses.test' }])
    expect(await run('submit', ...files, ...as)).toMatchObject({ code: 0, lines: [`${one}.v1 has this text already`, `${relay}.v1 has this text already`, `${apollo}.v1 has this text already`] })
    expect(await run('submit', file(`${one}.graphql`, text('Offers', ' ')), ...as, '--door', 'SITE')).toMatchObject({ code: 0, lines: [expect.stringContaining(`${one}.v2 is submitted`)] })
    expect((await run('list')).lines.join('\n')).toMatch(new RegExp(`${one}\\.v2 +SITE +SUBMITTED`))
  })

  it('refuses a text that is another one than its hash names, what the schema does not have, and whoever may not submit', async () => {
    const text = `query ${camel(slug())} { castingOffers { total } }`
    const spaced = await run('submit', file('spaced.json', { [sha256(text)]: `${text} ` }), ...as)
    expect(spaced).toMatchObject({ code: 2, lines: [expect.stringContaining('is another one than its hash names')] })
    expect(await documents.server.sql('select 1 from persisted_query where document like $1', [`${text}%`])).toEqual([])
    expect(await run('submit', file('fee.graphql', '{ castingOffers { items { fee } } }'), ...as)).toMatchObject({ code: 2, lines: [expect.stringMatching(/^document: .*fee/)] })
    const good = file(`${slug()}.graphql`, `${text} # ${slug()}`)
    expect(await run('submit', good)).toMatchObject({ code: 2, lines: expect.arrayContaining([expect.stringContaining('--as: say in whose name')]) as unknown })
    expect(await run('submit', good, '--as', 'nobody@example.test')).toMatchObject({ code: 2, lines: [expect.stringContaining('no active account')] })
    expect((await run('submit', good, '--as', 'partner@coulisses.test')).code).toBe(2)
    expect((await run('submit', join(folder, 'missing.graphql'), ...as)).code).toBe(2)
    expect((await run('nonsense')).code).toBe(2)
  })

  it('publishes what was approved by somebody else, and retires it', async () => {
    const name = slug()
    await run('submit', file(`${name}.v1.graphql`, `{ castingOffers { total } } # ${slug()}`), ...as, '--door', 'SITE')
    const admin = ['--as', 'admin@coulisses.test']
    expect((await run('publish', `${name}.v1`, ...admin)).code).toBe(2)
    const [{ id } = { id: '' }] = await documents.server.sql('select id from persisted_query where name = $1', [name])
    await documents.step('approve', String(id))
    expect((await run('publish', `${name}.v1`, ...as)).code).toBe(2)
    expect(await run('publish', `${name}.v1`, ...admin)).toMatchObject({ code: 0, lines: [`${name}.v1: done`] })
    expect((await documents.until(200, () => documents.at(`/site/${name}.v1`))).json.data).toMatchObject({ castingOffers: {} })
    expect((await run('retire', `${name}.v1`, ...admin, '--reason', 'Nobody asks for it.')).code).toBe(0)
    expect(await documents.until(410, () => documents.at(`/site/${name}.v1`))).toMatchObject({ status: 410 })
    expect((await run('retire', 'nothing.v1', ...admin)).code).toBe(2)
  })

  it('checks what the schema and the roles break or widen of what was approved, and names whom it concerns', async () => {
    expect(await run('check')).toMatchObject({ code: 0, lines: [expect.stringMatching(/^\d+ approved documents, 0 faults$/)] })
    const [widened, broken] = [await documents.inService(`{ castingOffers { items { title } } } # ${slug()}`, { client: 'PARTNER' }), await documents.inService(`{ castingOffers { items { title } } } # ${slug()}`)]
    await documents.grantTo(widened)
    // As if it had been approved before visitors were shown titles, and before a field was removed.
    await documents.server.sql(`update persisted_query set disclosed = jsonb_set(disclosed, '{CastingOffer.title,rows}', '"\\"none\\""') where id = $1`, [widened.id])
    const text = '{ castingOffers { items { fee } } }'
    await documents.server.sql('update persisted_query set document = $2, hash = $3 where id = $1', [broken.id, text, sha256(text)])
    const feed = await documents.inService(`query ($feed: String!) { readFeed(feed: $feed) { items { title } } } # ${slug()}`, { client: 'PARTNER' })
    await documents.grantTo(feed)
    const lost = 'query ($feed: String!) { readFeed(feed: $feed) { items { fee } } }'
    await documents.server.sql('update persisted_query set document = $2, hash = $3 where id = $1', [feed.id, lost, sha256(lost)])
    const { code, lines } = await apart('check')
    const [partner] = await documents.server.sql(`select p.site_name as name from diffusion_partner p join document_grant g on g.partner_id = p.id where g.document_id = $1`, [widened.id])
    expect(code).toBe(1)
    expect(lines).toEqual(expect.arrayContaining([
      expect.stringContaining(`${String(widened['alias'])} (${String(partner?.['name'])}): widened: CastingOffer.title`), expect.stringMatching(new RegExp(`^${String(broken['alias'])} \\(public site\\): broken: .*fee`)),
      expect.stringMatching(new RegExp(`^${String(feed['alias'])} \\(${String(partner?.['name'])}\\): broken: .*fee`)), expect.stringMatching(/ 3 faults$/),
    ]))
  })
})

/** As an operation is called: `doc1a2b` → `Doc1a2b`. */
const camel = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', '')
