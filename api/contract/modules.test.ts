import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declarations } from '../../schema/index.ts'
import { unconnected } from '../emit/graphql/engines.ts'
import { emitGraphql } from '../emit/graphql/index.ts'
import { buildModel } from '../model/build.ts'
import { CORE } from '../model/module.ts'
import { modules } from '../modules/index.ts'
import { operationsOf } from '../write/types.ts'
import type { TestServer } from './harness.ts'
import { rootDocuments } from './operations.ts'
import { at, close, everything, isRecord, signedIn, unknownId, type Client } from './records.ts'
import { startTestServer } from './server.ts'

/** A module that is off refuses every operation over every one of its entities, to everybody, and keeps its data. */
const model = buildModel(declarations)
const added = operationsOf(modules)
const whole = emitGraphql(model, added, unconnected)
const optional = [...model.modules.values()].filter(({ name }) => name !== CORE)
const entitiesOf = (module: string) => [...model.entities.values()].filter((entity) => entity.module === module)
/** A module goes off together with those that need it. */
const switchedWith = (name: string): string[] => [name, ...optional.filter((other) => other.name !== name && needs(other.name).includes(name)).map((other) => other.name)]
const needs = (name: string): string[] => (model.modules.get(name)?.uses ?? []).flatMap((used) => [used, ...needs(used)])

const patient = { timeout: 20_000 }
const SWITCH = 'mutation ($modules: [ID!]!, $enabled: Boolean!) { answer: switchModules(modules: $modules, enabled: $enabled) }'
const META = '{ answer: adminMeta { modules { name } resources { name module fields { name } actions { name } } } }'
const SCHEMA = '{ answer: __schema { queryType { fields { name } } mutationType { fields { name } } types { name fields { name } } } }'

let server: TestServer
let admin: Client
let token: string
let employee: Client
let idOf: ReadonlyMap<string, string>
const visitorDocument = '{ castingOffers(page: { size: 1 }) { items { title } } }'

const switchTo = (enabled: boolean, ...names: string[]): Promise<boolean> => admin.ask<boolean>(SWITCH, { modules: names.map((name) => idOf.get(name)), enabled })

async function asVisitor(text: string) {
  const hash = createHash('sha256').update(text).digest('hex')
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ documentId: `sha256:${hash}` }) })
  return await response.json() as unknown
}

beforeAll(async () => {
  server = await startTestServer()
  await server.sql(`insert into persisted_query (name, hash, document, client, state) values ('offers', $1, $2, 'SITE', 'ACTIVE')`, [createHash('sha256').update(visitorDocument).digest('hex'), visitorDocument])
  admin = await signedIn(server, 'admin')
  token = await server.signIn('admin@coulisses.test')
  employee = await signedIn(server, 'employee')
  idOf = new Map((await server.sql('select key, id from module')).map((row) => [String(row['key']), String(row['id'])]))
})
afterAll(() => close(server))

test('every declared module has its row, and is on', async () => {
  const rows = await server.sql('select key from module where enabled order by key')
  expect(rows.map((row) => row['key'])).toEqual([...model.modules.keys()].sort())
})

describe.each(optional)('$name, switched off', ({ name }) => {
  const off = switchedWith(name)
  const own = off.flatMap(entitiesOf)
  let before: unknown
  let offered: unknown

  beforeAll(async () => {
    offered = [await admin.ask(META), await admin.ask(SCHEMA), await employee.ask(META)]
    before = await everything(server)
    await switchTo(false, ...off)
  })
  afterAll(() => switchTo(true, ...off))

  test.each(own)('refuses all of $name to the administrator and to an employee', async (entity) => {
    for (const [, , document] of rootDocuments(whole, added, entity)) {
      for (const client of [admin, employee]) {
        const { extensions } = await client.refused(document)
        expect({ document, code: extensions.code, module: extensions['module'] }).toEqual({ document, code: 'MODULE_DISABLED', module: entity.module })
      }
    }
    const history = `query { history(entity: "${entity.name}", id: "${unknownId}") { total } }`
    const restore = `mutation { restoreRecord(entity: "${entity.name}", id: "${unknownId}", historyId: "${unknownId}") }`
    for (const document of [history, restore]) expect((await admin.refused(document)).extensions.code).toBe('MODULE_DISABLED')
  })

  test('refuses what it adds of its own', async () => {
    for (const operation of [...added.actions, ...added.queries].filter((one) => one.module === name)) {
      const document = [...model.entities.values()].flatMap((entity) => rootDocuments(whole, added, entity)).find(([, field]) => field === operation.name)?.[2]
      if (document !== undefined) expect((await admin.refused(document)).extensions.code).toBe('MODULE_DISABLED')
    }
  })

  test('shows no relation that leads to it, and refuses to follow one', async () => {
    const leading = [...model.entities.values()].filter((entity) => !off.includes(entity.module) && !entity.abstract)
      .flatMap((entity) => [...entity.members.values()].filter((member) => 'target' in member && own.some(({ name: target }) => target === member.target)).map((member) => ({ entity, member })))
    const shown = await admin.ask(SCHEMA)
    for (const { entity, member } of leading) {
      const type = (at(shown, 'types') as { name: string; fields: { name: string }[] | null }[]).find((one) => one.name === entity.name)
      expect(type?.fields?.map((field) => field.name)).not.toContain(member.name)
      const [row] = await server.sql(`select id from "${entity.table}" limit 1`)
      if (!row) continue
      const { errors } = await server.graphql(`{ ${entity.plural}(page: { size: 1 }) { items { ${member.name} { id } } } }`, {}, token)
      expect({ member: `${entity.name}.${member.name}`, codes: [...new Set(errors?.map(({ extensions }) => extensions.code))] }).toEqual({ member: `${entity.name}.${member.name}`, codes: ['MODULE_DISABLED'] })
    }
  })

  test('leaves introspection and the back office', async () => {
    const gone = new Set(own.map((entity) => entity.name))
    const meta = await admin.ask(META)
    expect((at(meta, 'resources') as { name: string; module: string }[]).filter((one) => gone.has(one.name) || off.includes(one.module))).toEqual([])
    expect((at(meta, 'modules') as { name: string }[]).filter((one) => off.includes(one.name))).toEqual([])
    const roots = new Set(own.flatMap((entity) => rootDocuments(whole, added, entity).map(([, field]) => field)))
    const schema = await admin.ask(SCHEMA)
    const named = ['queryType', 'mutationType'].flatMap((kind) => at(schema, kind, 'fields') as { name: string }[]).map((field) => field.name)
    expect(named.filter((field) => roots.has(field))).toEqual([])
  })

  test('keeps its data, and comes back as it was', async () => {
    const rows = (all: unknown): unknown => (all as { name: string }[]).filter((one) => isRecord(one) && !['module', 'audit_entry', 'outbound_message', 'notification'].includes(one.name))
    expect(rows(await everything(server))).toEqual(rows(before))
    await switchTo(true, ...off)
    expect([await admin.ask(META), await admin.ask(SCHEMA), await employee.ask(META)]).toEqual(offered)
    await switchTo(false, ...off)
  })
})

test('a registered document of the public site is refused as well within a second, and answers again afterwards', async () => {
  const told = async (): Promise<unknown> => at(await asVisitor(visitorDocument), 'errors', 0, 'extensions', 'code') ?? 'answered'
  await expect.poll(told, patient).toBe('answered')
  await switchTo(false, 'casting')
  await expect.poll(told, patient).toBe('MODULE_DISABLED')
  await switchTo(true, 'casting')
  await expect.poll(told, patient).toBe('answered')
})

test('whoever has rights in a module is told that it goes off and comes back, and nobody else', async () => {
  await server.sql('delete from notification')
  await switchTo(false, 'casting')
  await switchTo(true, 'casting')
  const told = await server.sql(`select u.email, n.title from notification n join "user" u on u.id = n.user_id where n.kind = 'moduleSwitched' order by n.created_at, u.email`)
  const titles = (email: string) => told.filter((one) => one['email'] === email).map((one) => one['title'])
  expect(titles('employee@coulisses.test')).toEqual(['Le module « Casting » est désactivé', 'Le module « Casting » est de nouveau en service'])
  expect(titles('sales@coulisses.test')).toEqual([])
})

test('the core stays on, and only an administrator switches', async () => {
  const id = [idOf.get(CORE)]
  expect((await admin.refused(SWITCH, { modules: id, enabled: false })).extensions).toMatchObject({ code: 'CONFLICT', reason: 'core' })
  expect((await admin.refused(SWITCH, { modules: [unknownId], enabled: false })).extensions.code).toBe('BAD_USER_INPUT')
  expect((await employee.refused(SWITCH, { modules: [idOf.get('casting')], enabled: false })).extensions.code).toBe('FORBIDDEN')
})

test.each(optional.filter(({ name }) => switchedWith(name).length > 1))('$name is not switched off alone while others need it, nor they switched on without it', async ({ name }) => {
  const dependants = switchedWith(name).filter((other) => other !== name)
  const refused = await admin.refused(SWITCH, { modules: [idOf.get(name)], enabled: false })
  expect(refused.extensions).toMatchObject({ code: 'CONFLICT', reason: 'neededByOthers' })
  expect(refused.extensions['modules']).toEqual(dependants)
  for (const other of dependants) expect(refused.message).toContain(model.modules.get(other)?.label.fr)
  await switchTo(false, name, ...dependants)
  const alone = await admin.refused(SWITCH, { modules: [idOf.get(dependants[0] ?? '')], enabled: true })
  expect(alone.extensions).toMatchObject({ code: 'CONFLICT', reason: 'neededByOthers' })
  await switchTo(true, name, ...dependants)
})
