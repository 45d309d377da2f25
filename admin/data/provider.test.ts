import { ApolloError } from '@apollo/client'
import { version } from '@apollo/client/version.js'
import { GraphQLError, introspectionFromSchema, parse } from 'graphql'
import { HttpError } from 'ra-core'
import { describe, expect, it } from 'vitest'
import { benchOf, type Bench } from '../test/provider.ts'
import { createFake } from '../test/fake/server.ts'
import { buildQueryFactory } from './buildQuery.ts'
import { apiErrorOf } from './errors.ts'
import { fetchSchema } from './provider.ts'
import { indexSchema } from './schema.ts'

const list = (fields: readonly string[]) => ({ pagination: { page: 1, perPage: 5 }, sort: { field: 'title', order: 'ASC' as const }, filter: {}, meta: { view: 'list', fields } })
const failing = (status: number, errors: readonly object[]): typeof fetch => async () => new Response(JSON.stringify({ errors }), { status, headers: { 'content-type': 'application/json' } })
const refused = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => { throw new Error('was not refused') }, (error: unknown) => error)

describe('the documents that the provider sends', () => {
  it('puts one operation first, names it, and holds no value (pitfall 3)', async () => {
    const { provider, fake } = await benchOf()
    await provider.getList('offers', { ...list(['title', 'client', 'categories']), filter: { title: { contains: 'Lyon" }' } } })
    const [sent] = fake.log.slice(-1)
    const [first, ...others] = parse(sent?.query ?? '').definitions
    expect(first).toMatchObject({ kind: 'OperationDefinition', operation: 'query', name: { value: 'Admin_Offer_GetList' } })
    expect(others).toEqual([])
    expect(sent?.query).not.toContain('Lyon')
    expect(sent?.variables['filter']).toEqual({ title: { contains: 'Lyon" }' } })
  })

  it('asks a list for its columns only: links of relations to one, counts of relations to many (pitfalls 11 and 15)', async () => {
    const { provider, fake } = await benchOf()
    const { data, total } = await provider.getList('offers', list(['title', 'client', 'categories']))
    expect(Object.keys(data[0] ?? {}).sort()).toEqual(['_label', 'categoriesCount', 'client', 'id', 'title', 'version'])
    expect(data[0]?.client).toEqual({ id: expect.any(String), _label: expect.stringContaining('Théâtre') })
    expect(total).toBe(60)
    expect(fake.log.at(-1)?.query).not.toContain('description')
  })

  it('selects interfaces with inline fragments (pitfall 11)', async () => {
    const { provider, fake } = await benchOf()
    const { data } = await provider.getList('parties', list(['displayName']))
    expect(data.map((row) => row.__typename)).toContain('Person')
    await provider.getOne('parties', { id: data[0]?.id, meta: { view: 'show' } })
    expect(fake.log.at(-1)?.query).toMatch(/\.\.\. on Person \{\s*jobTitle/)
  })

  it('keeps nulls and the names of keys (pitfall 12)', async () => {
    const { provider, fake } = await benchOf()
    const row = fake.store.insert('Offer', { title: 'Sans client' })
    const { data } = await provider.getOne('offers', { id: row.id, meta: { view: 'edit' } })
    expect(data).toMatchObject({ client: null, fee: null, description: null })
    expect(Object.keys(data)).not.toContain('clientId')
  })

  it('reads many by ids, in chunks of a hundred, and leaves out what is missing (pitfall 13)', async () => {
    const { provider, fake } = await benchOf()
    const ids = [...fake.store.of('Offer').map((row) => row.id), ...Array.from({ length: 60 }, () => 'missing')]
    const { data } = await provider.getMany('offers', { ids })
    expect(data).toHaveLength(60)
    expect(fake.log.filter((sent) => sent.query.includes('offersByIds'))).toHaveLength(2)
    expect(fake.log.at(-1)?.query).not.toContain('total')
  })

  it('counts only where it is asked to (pitfall 14)', async () => {
    const { provider } = await benchOf()
    const answer = await provider.getList('offers', { ...list(['title']), meta: { view: 'label', total: false } })
    expect(answer.total).toBeUndefined()
    expect(answer.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false })
  })

  it('reads what points to a record through a filter of that relation, to one and to many', async () => {
    const { provider, fake } = await benchOf()
    const reference = { pagination: { page: 1, perPage: 5 }, sort: { field: 'title', order: 'ASC' as const }, filter: {}, meta: { view: 'label' } }
    const client = fake.store.of('Client')[0]?.id ?? ''
    expect((await provider.getManyReference('offers', { ...reference, target: 'client', id: client })).total).toBe(15)
    const category = fake.store.of('Category')[0]?.id ?? ''
    expect((await provider.getManyReference('offers', { ...reference, target: 'categories', id: category })).total).toBe(15)
    expect(fake.log.at(-1)?.variables['filter']).toEqual({ categories: { some: { id: { eq: category } } } })
  })

  it('leaves out of a filter what the schema of the caller does not know', async () => {
    const { provider, fake } = await benchOf()
    await provider.getList('offers', { ...list(['title']), filter: { secret: { eq: 1 }, title: { contains: 'a', like: 'b' }, client: { id: { in: [] } } } })
    expect(fake.log.at(-1)?.variables['filter']).toEqual({ title: { contains: 'a' } })
  })

  it('pages through what is asked beyond a hundred rows (pitfall 23)', async () => {
    const { provider, fake } = await benchOf()
    for (let index = 0; index < 100; index += 1) fake.store.insert('Offer', { title: `Extra ${index}` })
    const { data } = await provider.getList('offers', { ...list(['title']), pagination: { page: 1, perPage: 250 } })
    expect(data).toHaveLength(160)
    expect(fake.log.every((sent) => Number((sent.variables['page'] as { size?: number } | undefined)?.size ?? 0) <= 100)).toBe(true)
  })
})

describe('what an update sends', () => {
  it('holds only what changed, with the version that was read (pitfalls 16 and 17)', async () => {
    const { provider, fake } = await benchOf()
    const id = fake.store.of('Offer')[0]?.id ?? ''
    const { data: previousData } = await provider.getOne('offers', { id, meta: { view: 'edit' } })
    await provider.update('offers', { id, data: { ...previousData, title: 'Nouveau' }, previousData, meta: { view: 'edit' } })
    expect(fake.log.at(-1)?.variables).toEqual({ id, input: { title: 'Nouveau' }, expectedVersion: 1 })
  })

  it('asks nothing of the server where nothing changed', async () => {
    const { provider, fake } = await benchOf()
    const id = fake.store.of('Offer')[0]?.id ?? ''
    const { data: previousData } = await provider.getOne('offers', { id, meta: { view: 'edit' } })
    const before = fake.log.length
    await provider.update('offers', { id, data: { ...previousData, state: 'PUBLISHED' }, previousData })
    expect(fake.log).toHaveLength(before)
  })

  it('runs bulk operations as one, with an answer for each row (pitfall 21)', async () => {
    const { provider, fake } = await benchOf()
    const [free, ...used] = [fake.store.insert('Client', { companyName: 'Libre' }), ...fake.store.of('Client')]
    const answer = await provider.bulkDelete('clients', { ids: [free?.id ?? '', used[0]?.id ?? ''], allOrNothing: false })
    expect(answer.data).toEqual([free?.id])
    expect(answer.rows[1]).toMatchObject({ ok: false, code: 'CONFLICT', message: expect.stringContaining('15') })
    expect(fake.log.filter((sent) => sent.query.includes('deleteClients'))).toHaveLength(1)
  })
})

describe('very many rows', () => {
  it('are changed a hundred after the other, but all or nothing in one request (pitfalls 21 and 23)', async () => {
    const { provider, fake } = await benchOf()
    const ids = Array.from({ length: 150 }, (_, index) => fake.store.insert('Offer', { title: `Extra ${index}`, client: fake.store.of('Client')[0]?.id }).id)
    const counted = (): number => fake.log.filter((sent) => sent.query.includes('updateOffers')).length
    expect((await provider.bulkUpdate('offers', { ids, data: { posts: 2 }, allOrNothing: false })).data).toHaveLength(150)
    expect(counted()).toBe(2)
    await provider.bulkUpdate('offers', { ids, data: { posts: 3 }, allOrNothing: true })
    expect(counted()).toBe(3)
  })
})

describe('errors', () => {
  it('keep the GraphQL body, with the faults by their source (pitfall 4)', async () => {
    const { provider } = await benchOf()
    const error = await refused(provider.create('offers', { data: { title: '' } }))
    expect(error).toBeInstanceOf(HttpError)
    expect(error).toMatchObject({ status: 422, body: { errors: { title: 'Ce champ est obligatoire.', client: 'Ce champ est obligatoire.' } } })
  })

  it('keep the body of an answer that is not 200 (pitfall 4)', async () => {
    const extensions = { code: 'BAD_USER_INPUT', fields: [{ path: 'users.2.email', reason: 'notEmail', message: 'Mal formée.' }] }
    const { provider } = await benchOf({ answer: failing(400, [{ message: 'Mal formée.', extensions }]) })
    expect(await refused(provider.getOne('offers', { id: 'x' }))).toMatchObject({ status: 422, body: { errors: { 'users.2.email': 'Mal formée.' } } })
  })

  it.each([['UNAUTHENTICATED', 401], ['FORBIDDEN', 403], ['NOT_FOUND', 404], ['CONFLICT', 409], ['INTERNAL_SERVER_ERROR', 500]])('%s has status %i although the answer has 200 (pitfall 5)', async (code, status) => {
    const { provider } = await benchOf({ answer: failing(200, [{ message: 'non', extensions: { code, fields: [] } }]) })
    expect(await refused(provider.getOne('offers', { id: 'x' }))).toMatchObject({ status, message: 'non' })
  })

  it('name the fields of a clashing edit (pitfall 17)', async () => {
    const { provider, fake } = await benchOf()
    const row = fake.store.of('Offer')[0]
    const { data: previousData } = await provider.getOne('offers', { id: row?.id ?? '', meta: { view: 'edit' } })
    if (row) fake.store.change('Offer', row, { title: 'De quelqu’un d’autre' })
    const error = await refused(provider.update('offers', { id: row?.id ?? '', data: { ...previousData, title: 'Le mien' }, previousData }))
    expect(apiErrorOf(error)).toMatchObject({ code: 'CONFLICT', conflict: ['title'], details: { version: 2 } })
    expect(error).not.toHaveProperty('body.errors')
  })

  it('answer for a server that cannot be reached', async () => {
    const { provider } = await benchOf({ answer: () => Promise.reject(new TypeError('fetch failed')) })
    expect(await refused(provider.getOne('offers', { id: 'x' }))).toMatchObject({ status: 503, message: 'coulisses.error.network' })
  })

  it('renew the token once when it was refused before its time', async () => {
    let calls = 0
    const bench = await benchOf({ answer: async (url, init) => { calls += 1; return calls === 1 ? failing(200, [new GraphQLError('non', { extensions: { code: 'UNAUTHENTICATED' } })])(url, init) : bench.fake.fetch(url, init) } })
    await expect(bench.provider.getList('offers', list(['title']))).resolves.toMatchObject({ total: 60 })
    expect(calls).toBe(2)
  })
})

describe('how the provider is used', () => {
  it('stands on the third Apollo Client, the last that ra-data-graphql knows (pitfall 1)', () => {
    expect(version).toMatch(/^3\./)
    expect(new ApolloError({ errorMessage: 'there' })).toBeInstanceOf(Error)
  })

  it('asks for the schema once, of the signed-in caller, without descriptions (pitfalls 8 and 9)', async () => {
    const asked: string[] = []
    const bench: Bench = await benchOf({ answer: (url, init) => { asked.push(String(init?.body)); return bench.fake.fetch(url, init) } })
    await fetchSchema(bench.client)
    await bench.provider.getList('offers', list(['title']))
    await bench.provider.getList('clients', list(['companyName']))
    expect(asked.filter((body) => body.includes('__schema'))).toHaveLength(1)
    expect(asked[0]).toContain('Admin_Introspection')
    expect(asked[0]).not.toContain('description')
  })

  it('builds what follows from one introspection once, not on every call (pitfall 2)', async () => {
    const { meta, schema } = await benchOf()
    const factory = buildQueryFactory(() => meta, (_field, value) => value)
    const introspection = { schema: introspectionFromSchema(createFake().schema).__schema, types: [], queries: [], resources: [] }
    expect(factory(introspection)).toBe(factory(introspection))
    expect(indexSchema(introspection.schema)).toBe(indexSchema(introspection.schema))
    expect(schema.root('query', 'offers')).toBeDefined()
  })

  it('takes its resources from adminMeta, not from names that look like plurals (pitfall 10)', async () => {
    const { provider } = await benchOf({ refused: new Set(['Sample']) })
    const { resources } = await (provider as unknown as { getIntrospection(): Promise<{ resources: { type: { name: string } }[] }> }).getIntrospection()
    expect(resources.map((one) => one.type.name).sort()).toEqual(['Category', 'Client', 'FileAsset', 'Offer', 'Organisation', 'Party', 'Person'])
  })

  it('writes nothing into a cache of Apollo, and can be aborted (pitfall 26)', async () => {
    const { provider, client } = await benchOf()
    await provider.getList('offers', list(['title']))
    expect(client.extract()).toEqual({})
    expect(provider.supportAbortSignal).toBe(true)
  })
})
