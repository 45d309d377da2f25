import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, faultAt, type Made } from '../modules/casting/fixtures/desk.ts'
import type { JsonSchema } from '../ports/documents.ts'
import { openDocuments, type Documents } from './fixtures/documents.ts'

let documents: Documents
let made: Made
let key: string
const TEXT = `query Offers($page: PageInput, $most: SafeInt, $title: String) {
  castingOffers(page: $page, filter: { posts: { lte: $most }, title: { contains: $title } }) { items { id title startsOn profession { ...P } categories { name } } total }
} fragment P on Profession { name }`
beforeAll(async () => {
  documents = await openDocuments()
  key = await documents.partnerKey()
  made = await documents.inService(`${TEXT} # ${randomUUID()}`, { client: 'PARTNER', variables: { most: { pinned: 1_000 } } })
  await documents.grantTo(made, { pageLimit: 3, ratePerMinute: 50, rowsPerDay: 1_000, variables: { title: { oneOf: ['a', 'e'] } } })
  await documents.until(200, () => call({ title: 'a' }))
})
afterAll(async () => { await documents.server.close() })

const call = (variables: object) => documents.at(`/partner/${String(made['alias'])}?variables=${encodeURIComponent(JSON.stringify(variables))}`, { headers: { authorization: key } })
const OWN = '{ partnerDocuments { alias state text types needed example ratePerMinute rowsPerDay pageLimit calls errors refused rows rowsToday p50 lastUsedAt } }'
const own = async (): Promise<unknown> => (at(await documents.ask(OWN, {}, documents.partner), 'partnerDocuments') as { alias: string }[]).find(({ alias }) => alias === made['alias'])
const tryOut = (variables: object, token = documents.partner) => documents.ask('query ($alias: String!, $variables: JSON) { tryDocument(alias: $alias, variables: $variables) }', { alias: made['alias'], variables }, token)

/** Whether a value is of a schema, as far as documents use schemas. */
function fits({ type, enum: among, properties = {}, required = [], items, ...rest }: JsonSchema, value: unknown): boolean {
  if (among) return among.includes(value)
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value
  if (type !== undefined && ![type].flat().includes(kind) && !(kind === 'integer' && [type].flat().includes('number'))) return false
  if (Array.isArray(value)) return value.every((one) => fits(items ?? {}, one))
  if (kind !== 'object') return rest.maximum === undefined || Number(value) <= rest.maximum
  const fields = Object.entries(value as object)
  return required.every((name) => fields.some(([field]) => field === name)) && fields.every(([name, one]) => properties[name] !== undefined && fits(properties[name], one))
}

describe('a partner’s own documents', () => {
  it('are told with their limits, their types, an invented answer and how they were used', async () => {
    expect(await own()).toMatchObject({ state: 'ACTIVE', ratePerMinute: 50, rowsPerDay: 1_000, pageLimit: 3, text: expect.stringContaining('query Offers') as string, example: { castingOffers: { items: [{ profession: { name: expect.any(String) as string } }, {}], total: 2 } } })
    const types = String(at(await own(), 'types'))
    for (const line of [`title: 'a' | 'e'`, 'size?: number /* … to 3 */', 'startsOn: string | null', 'categories: {', 'total: number']) expect(types).toContain(line)
    expect(types).not.toContain('most')
    for (;;) {
      const use = await own()
      if (Number(at(use, 'calls')) > 0) {
        expect(use).toMatchObject({ errors: 0, p50: expect.any(Number) as number, rows: at(use, 'rowsToday') })
        break
      }
      await pause(50)
    }
  })

  it('are told with the variables that they need, which the door takes', async () => {
    const needed = at(await own(), 'needed') as object
    expect(needed).toEqual({ title: 'a' })
    expect(await call(needed)).toMatchObject({ status: 200 })
    expect(at(await tryOut(needed), 'tryDocument', 'data')).toEqual(at(await own(), 'example'))
  })

  it('can be tried: variables are judged as at the door, the answer is invented, and nothing is counted', async () => {
    expect(at(await tryOut({ title: 'a', page: { size: 3 } }), 'tryDocument', 'data')).toEqual(at(await own(), 'example'))
    for (const [variables, path] of [[{ title: 'a', page: { size: 4 } }, 'variables.page.size'], [{ title: 'z' }, 'variables.title'], [{}, 'variables.title'], [{ title: 'a', most: 7 }, 'variables.most'], [{ title: 'a', page: 7 }, 'variables']] as const) {
      await expect(tryOut(variables), JSON.stringify(variables)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt(path) })
      expect((await call(variables)).status).toBe(422)
    }
  })

  it('are nobody else’s: neither the desk nor another partner reads or tries them', async () => {
    await expect(documents.ask(OWN, {}, documents.employee)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(tryOut({ title: 'a' }, documents.employee)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const another = await documents.inService(`${TEXT} # ${randomUUID()}`, { client: 'PARTNER' })
    await expect(documents.ask('query ($alias: String!) { tryDocument(alias: $alias) }', { alias: another['alias'] }, documents.partner)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(JSON.stringify(await documents.ask(OWN, {}, documents.partner))).not.toContain(String(another['alias']))
  })
})

describe('/partner/openapi.json', () => {
  it('describes what was granted, and real answers are as it says', async () => {
    const { status, json, headers } = await documents.at('/partner/openapi.json', { headers: { authorization: key } })
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
    const path = at(json, 'paths', `/partner/${String(made['alias'])}`)
    expect(json).toMatchObject({ openapi: '3.1.0', security: [{ key: [] }], components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } } })
    expect(at(path, 'get', 'parameters', 0)).toMatchObject({ name: 'variables', in: 'query', content: { 'application/json': { schema: { properties: { page: { properties: { size: { maximum: 3 } } }, title: { enum: ['a', 'e'] } }, additionalProperties: false } } } })
    expect(at(path, 'get', 'parameters', 0, 'content', 'application/json', 'schema', 'properties')).not.toHaveProperty('most')
    const answers = at(path, 'get', 'responses')
    expect(Object.keys(answers as object)).toEqual(['200', '304', '400', '401', '403', '404', '410', '422', '429'])
    for (const one of Object.values(answers as Record<string, { $ref?: string }>)) if (one.$ref) expect(at(json, ...one.$ref.slice(2).split('/'))).toBeTruthy()
    const { properties } = at(answers, '200', 'content', 'application/json', 'schema') as JsonSchema
    const data = properties?.['data'] ?? {}
    expect(fits(data, (await call({ title: 'e' })).json.data)).toBe(true)
    expect(fits(data, at(answers, '200', 'content', 'application/json', 'example', 'data'))).toBe(true)
    expect(fits(data, { castingOffers: { items: [{ id: 7 }], total: 1 } })).toBe(false)
  })

  it('is nobody’s without a key, and says nothing of what others were granted', async () => {
    expect((await documents.at('/partner/openapi.json')).status).toBe(401)
    const another = await documents.inService(`${TEXT} # ${randomUUID()}`, { client: 'PARTNER' })
    const { text } = await documents.at('/partner/openapi.json', { headers: { authorization: key } })
    expect(text).not.toContain(String(another['alias']))
  })
})
