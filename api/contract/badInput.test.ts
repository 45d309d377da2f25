import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import { declarations } from '../../schema/index.ts'
import { compileRights } from '../access/rights.ts'
import { buildModel } from '../model/build.ts'
import { isInput, type EntityModel, type FieldModel } from '../model/model.ts'
import type { TestServer } from './harness.ts'
import { close, documents, everyRow, everything, givenFields, isRecord, listed, newInput, newRecord, rightsByOne, signedIn, unknownId, type Client } from './records.ts'
import { entity as entityNamed } from './sample.ts'
import { startTestServer } from './server.ts'

/** What nobody should send. Each is answered by one clear error with its code and its path, and changes nothing. */
const model = buildModel(declarations)
const rights = compileRights(model, new Set(['visitor', 'member', 'administrator']))
const can = (entity: EntityModel, verb: 'read' | 'create' | 'delete'): boolean => rights.of(entity.name, verb).rows !== 'none'
const readable = [...model.entities.values()].filter((entity) => can(entity, 'read'))
const creatable = readable.filter((entity) => !entity.abstract && can(entity, 'create'))

let server: TestServer
let admin: Client
let token: string
beforeAll(async () => {
  server = await startTestServer()
  await rightsByOne(server)
  token = await server.signIn('admin@coulisses.test')
  admin = await signedIn(server, 'admin')
})
afterAll(() => close(server))

let before: unknown
beforeEach(async () => { before = await everything(server) })
afterEach(async () => { if (JSON.stringify(await everything(server)) !== JSON.stringify(before)) throw new Error('what was refused has changed something') })

interface Fault { readonly code: string; readonly path: string | undefined }
const fault = async (document: string, variables: object = {}): Promise<Fault> => {
  const { extensions, message } = await admin.refused(document, { ...variables })
  expect(message.length).toBeGreaterThan(5)
  return { code: extensions.code, path: extensions.fields?.[0]?.path }
}
const bad = (path?: string): Fault => ({ code: 'BAD_USER_INPUT', path })

const texts = (entity: EntityModel): FieldModel[] => givenFields(entity).filter(({ kind }) => ['text', 'longText', 'richText', 'email', 'url', 'phone', 'encrypted'].includes(kind.name))
const ofKind = (entity: EntityModel, ...kinds: string[]): FieldModel[] => givenFields(entity).filter(({ kind, many }) => !many && kinds.includes(kind.name))
const longest = ({ options }: FieldModel): number => Number(isRecord(options) && 'max' in options ? options.max : 110_000)

describe.each(readable)('$name', (entity) => {
  const { list, one, byIds } = documents(entity)

  test('has no unknown fields, operators or sorts', async () => {
    expect(await fault(list('id nothing'))).toEqual(bad())
    for (const variables of [{ filter: { nothing: { eq: 1 } } }, { filter: { id: { nothing: 1 } } }, { sort: [{ nothing: 'ASC' }] }, { sort: [{ id: 'UP' }] }, { page: { nothing: 1 } }]) {
      expect(await fault(list(), variables)).toEqual(bad())
    }
  })

  test('is filtered and sorted by what makes sense', async () => {
    expect(await fault(list(), { filter: { id: { eq: 'x' } } })).toEqual(bad('filter.id.eq'))
    expect(await fault(list(), { filter: { id: { eq: null } } })).toEqual(bad('filter.id.eq'))
    expect(await fault(list(), { filter: { createdAt: { gt: '2026-02-31T00:00:00Z' } } })).toEqual(bad('filter.createdAt.gt'))
    expect(await fault(list(), { sort: [{ id: 'ASC', version: 'ASC' }] })).toEqual(bad('sort.0'))
    expect(await fault(list(), { filter: { id: { in: Array.from({ length: 101 }, () => unknownId) } } })).toEqual(bad('filter.id.in'))
  })

  test('has pages of 1 to 100 rows, and a place in them', async () => {
    for (const size of [0, -1, 101, 10_001]) expect(await fault(list(), { page: { size } })).toEqual(bad('page.size'))
    for (const number of [0, -1, 10_001]) expect(await fault(list(), { page: { size: 1, number } })).toEqual(bad('page.number'))
    for (const after of ['x', 'eyJhIjoxfQ', ' ']) expect(await fault(list(), { page: { after } })).toEqual(bad('page.after'))
  })

  test('has cursors of its own, by its sort', async () => {
    const other = entity.name === 'Region' ? 'Role' : 'Region'
    const { pageInfo } = await listed(admin, entityNamed(model, other), { page: { size: 1 } })
    expect(await fault(list(), { page: { size: 1, after: pageInfo.endCursor } })).toEqual(bad('page.after'))
    const own = await listed(admin, entity, { sort: [{ createdAt: 'ASC' }], page: { size: 1 }, filter: everyRow(entity) })
    if (own.pageInfo.endCursor) expect(await fault(list(), { sort: [{ createdAt: 'DESC' }], page: { after: own.pageInfo.endCursor } })).toEqual(bad('page.after'))
  })

  test('is not found by an id of another entity, or by none at all', async () => {
    const foreign = (await listed(admin, entityNamed(model, entity.name === 'Region' ? 'Role' : 'Region'), { page: { size: 1 } })).items[0]?.id
    expect((await fault(one('id'), { id: foreign })).code).toBe('NOT_FOUND')
    expect((await fault(one('id'), { id: unknownId })).code).toBe('NOT_FOUND')
    expect(await fault(one('id'), { id: 'x' })).toEqual(bad('id'))
    expect(await fault(byIds('id'), { ids: [unknownId, "'; drop table"] })).toEqual(bad('ids.1'))
    expect(await fault(byIds('id'), { ids: Array.from({ length: 101 }, () => unknownId) })).toEqual(bad('ids'))
  })
})

describe.each(creatable)('$name', (entity) => {
  const { create, update, remove } = documents(entity)
  const refusedWith = async (name: string, value: unknown): Promise<Fault> => fault(create(), { input: { ...input, [name]: value } })
  const refusedAt = async (name: string, value: unknown): Promise<{ code: string; paths: (string | undefined)[] }> => {
    const { extensions } = await admin.refused(create(), { input: { ...input, [name]: value } })
    return { code: extensions.code, paths: (extensions.fields ?? []).map(({ path }) => path.split('.')[0]) }
  }
  let input: Readonly<Record<string, unknown>>
  beforeAll(async () => { input = await newInput(admin, entity) })

  test('takes texts within their limits, without what cannot be stored', async () => {
    for (const { name, ...field } of texts(entity)) {
      const limit = longest({ name, ...field })
      expect({ name, ...await refusedWith(name, 'x'.repeat(limit + 1)) }).toEqual({ name, ...bad(name) })
      for (const text of ['a\u0000b', 'a\ud800b', '\udc00', 'a\u0008b']) expect({ name, text, ...await refusedWith(name, text) }).toEqual({ name, text, ...bad(name) })
    }
  })

  test('takes days and instants that exist, and numbers that are some', async () => {
    for (const { name } of ofKind(entity, 'date')) for (const value of ['2026-02-31', '31/01/2026', '2026-13-01', 20_260_101, '']) expect({ name, value, ...await refusedWith(name, value) }).toEqual({ name, value, ...bad(name) })
    for (const { name } of ofKind(entity, 'instant')) for (const value of ['2026-02-31T10:00:00Z', '2026-01-01', '2026-01-01T25:00:00Z', 5]) expect({ name, value, ...await refusedWith(name, value) }).toEqual({ name, value, ...bad(name) })
    for (const { name } of ofKind(entity, 'email')) expect(await refusedWith(name, 'no address')).toEqual(bad(name))
    for (const { name } of ofKind(entity, 'url')) for (const value of ['javascript:alert(1)', 'no address']) expect({ value, ...await refusedWith(name, value) }).toEqual({ value, ...bad(name) })
    for (const { name } of ofKind(entity, 'country', 'language', 'currency')) expect(await refusedWith(name, 'XX')).toEqual(bad(name))
    for (const { name } of ofKind(entity, 'position')) expect((await refusedWith(name, { latitude: 91, longitude: 0 })).path).toMatch(new RegExp(`^${name}`))
    for (const { name, options } of ofKind(entity, 'integer')) if ('min' in options || 'max' in options) expect(await refusedWith(name, 2_000_000_000)).toEqual(bad(name))
    for (const { name } of ofKind(entity, 'choice')) expect((await refusedWith(name, 'NOTHING')).code).toBe('BAD_USER_INPUT')
  })

  test('leads to records that there are', async () => {
    for (const member of [...entity.members.values()].filter(isInput)) {
      if (member.is !== 'belongsTo' && member.is !== 'manyToMany') continue
      const many = member.is === 'manyToMany'
      const foreign = String((await listed(admin, entityNamed(model, member.target === 'Region' ? 'Role' : 'Region'), { page: { size: 1 } })).items[0]?.id)
      for (const id of [unknownId, foreign, 'x']) {
        const { code, paths } = await refusedAt(member.name, { connect: many ? [id] : id })
        expect({ member: member.name, id, code, paths }).toEqual({ member: member.name, id, code: expect.stringMatching(/^(NOT_FOUND|BAD_USER_INPUT)$/), paths: expect.arrayContaining([member.name]) })
      }
    }
  })

  test('is changed and deleted by an id of its own', async () => {
    for (const id of [unknownId, 'x', '']) {
      for (const [document, variables] of [[update(), { id, input: {} }], ...(can(entity, 'delete') ? [[remove, { id }] as const] : [])] as const) expect({ id, ...await fault(document, variables) }).toMatchObject({ id, code: 'NOT_FOUND' })
    }
    expect(await fault(update(), { id: unknownId, input: { nothing: 1 } })).toEqual(bad())
  })
})

describe.each(creatable.filter((entity) => givenFields(entity).some(({ options }) => options.unique)))('$name', (entity) => {
  test('is recorded once', async () => {
    const first = await newInput(admin, entity)
    await admin.ask(documents(entity).create(), { input: first })
    const inputs = []
    for (const { name } of givenFields(entity).filter(({ options }) => options.unique)) inputs.push([name, { ...await newInput(admin, entity), [name]: first[name] }] as const)
    before = await everything(server)
    for (const [name, input] of inputs) expect({ name, ...await fault(documents(entity).create(), { input }) }).toEqual({ name, code: 'CONFLICT', path: name })
  })
})

describe('a request', () => {
  const send = async (body: string, headers: Record<string, string> = {}): Promise<{ status: number; code: unknown; path: unknown }> => {
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
    const { errors } = (await response.json()) as { errors?: readonly { extensions?: { code?: unknown; fields?: readonly { path?: unknown }[] } }[] }
    expect(errors).toHaveLength(1)
    return { status: response.status, code: errors?.[0]?.extensions?.code, path: errors?.[0]?.extensions?.fields?.[0]?.path }
  }

  test.each([
    ['a body over 128 KB', JSON.stringify({ query: '{ __typename }', variables: { text: 'x'.repeat(131_072) } }), 413, 'BAD_USER_INPUT', undefined],
    ['no JSON', '{', 400, 'BAD_USER_INPUT', undefined],
    ['a list of requests', '[{ "query": "{ __typename }" }]', 400, 'BAD_USER_INPUT', undefined],
    ['nothing asked', '{}', 400, 'BAD_USER_INPUT', 'query'],
    ['a syntax error', JSON.stringify({ query: '{ me { id }' }), 200, 'BAD_USER_INPUT', undefined],
    ['an unknown documentId', JSON.stringify({ documentId: `sha256:${'0'.repeat(64)}` }), 404, 'NOT_FOUND', 'documentId'],
    ['a malformed documentId', JSON.stringify({ documentId: 'x' }), 404, 'NOT_FOUND', 'documentId'],
    ['variables that are none', JSON.stringify({ query: '{ __typename }', variables: [1] }), 400, 'BAD_USER_INPUT', 'variables'],
  ] as const)('of %s is refused', async (_, body, status, code, path) => {
    expect(await send(body)).toEqual({ status, code, path })
    expect((await server.graphql('{ __typename }')).errors).toBeUndefined()
  })

  test('with a token that is none is refused, and never a visitor’s', async () => {
    expect(await send(JSON.stringify({ query: '{ __typename }' }), { authorization: 'Bearer x.y.z' })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  })

  test('is told in the caller’s language what is wrong, all at once', async () => {
    const english = await fetch(`${server.url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': 'en', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: documents(entityNamed(model, 'Region')).create(), variables: { input: { code: 'nowhere', countryCode: 'XX' } } }),
    })
    const { errors } = (await english.json()) as { errors: readonly { extensions: { fields: readonly { path: string; message: string }[] } }[] }
    expect(errors[0]?.extensions.fields.map(({ path }) => path).toSorted()).toEqual(['code', 'countryCode', 'name'])
    expect(errors[0]?.extensions.fields.find(({ path }) => path === 'name')?.message).toBe('This field is required.')
  })

  test('that has read a version still to come is refused', async () => {
    const { id } = await newRecord(admin, entityNamed(model, 'Region'))
    before = await everything(server)
    expect((await fault(documents(entityNamed(model, 'Region')).update(), { id, input: { name: 'Ailleurs' }, expectedVersion: 99 })).code).toMatch(/^(CONFLICT|BAD_USER_INPUT)$/)
  })
})
