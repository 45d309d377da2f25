import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declarations } from '../../schema/index.ts'
import { compileRights } from '../access/rights.ts'
import { buildModel } from '../model/build.ts'
import type { EntityModel } from '../model/model.ts'
import type { Answer, TestServer } from './harness.ts'
import { close, documents, everything, newInput, newRecord, rightsByOne, signedIn, type Client } from './records.ts'
import type { Sample } from './sample.ts'
import { startTestServer } from './server.ts'

/** A request that says so only tries: it is answered as if it were done, and nothing is. */
const model = buildModel(declarations)
const rights = compileRights(model, new Set(['visitor', 'member', 'administrator']))
const made = [...model.entities.values()].filter((entity) => !entity.abstract && rights.of(entity.name, 'create').rows !== 'none')

let server: TestServer
let admin: Client
let token: string
beforeAll(async () => {
  server = await startTestServer()
  await rightsByOne(server)
  admin = await signedIn(server, 'admin')
  token = await server.signIn('admin@coulisses.test')
})
afterAll(() => close(server))

const tried = (document: string, variables: Sample): Promise<Answer<{ answer: unknown }>> => server.graphql(document, variables, token, { 'x-coulisses-trial': 'true' })

const create = (entity: EntityModel): string => documents(entity).create('id version')

describe.each(made)('$name', (entity) => {
  test('is tried out, and none is there afterwards', async () => {
    const input = await newInput(admin, entity)
    const before = await everything(server)
    const { data, errors } = await tried(create(entity), { input })
    expect(errors).toBeUndefined()
    const { id } = (data?.answer ?? {}) as { id?: string }
    expect(id).toEqual(expect.any(String))
    expect(await everything(server)).toEqual(before)
  })
})

test('what would be refused is refused in the same words', async () => {
  const client = model.entities.get('Organisation')
  if (!client) throw new Error('no organisations')
  const { errors } = await tried(create(client), { input: {} })
  const real = await admin.refused(create(client), { input: {} })
  expect(errors?.[0]).toMatchObject({ message: real.message, extensions: { code: real.extensions.code, fields: real.extensions.fields } })
})

test('a change and a deletion are taken back', async () => {
  const entity = model.entities.get('Region')
  if (!entity) throw new Error('no regions')
  const { id } = await newRecord(admin, entity)
  const row = (): Promise<unknown> => server.sql('select * from region where id = $1', [id])
  const before = await row()
  expect(await tried('mutation ($id: ID!) { answer: updateRegion(id: $id, input: { name: "Autrement" }) { name } }', { id })).toMatchObject({ data: { answer: { name: 'Autrement' } } })
  expect(await tried('mutation ($id: ID!) { answer: deleteRegion(id: $id) }', { id })).toMatchObject({ data: { answer: true } })
  expect(await row()).toEqual(before)
})
