import { graphql, GraphQLObjectType, printSchema, type GraphQLSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { Caller } from '../../access/principal.ts'
import { compileRights } from '../../access/rights.ts'
import { clerk, guest, Person, smallDeclarations } from '../../contract/small.ts'
import { badInput } from '../../model/errors.ts'
import { buildModel } from '../../model/build.ts'
import { shieldRules, withoutRule, withRules } from '../shield/rules.ts'
import { grantTo } from '../../model/access.ts'
import { text } from '../../model/fields/text.ts'
import { shape } from '../../model/shape.ts'
import { rootQuery } from '../../read/rootQuery.ts'
import { noOperations } from '../../write/types.ts'
import { unconnected, type Engines } from './engines.ts'
import { emitGraphql } from './index.ts'
import { visibleSchema } from './visible.ts'

const model = buildModel(smallDeclarations())
const play = { id: '1', version: 1, name: 'Phèdre', note: 'secret', fee: { amount: 1, currency: 'EUR' }, '@first': [{ id: '2', name: 'A' }], '@second': [{ id: '3', name: 'B' }] }
const engines: Engines = { ...unconnected, one: async (_context, _entity, args) => (args.id === 'bad' ? Promise.reject(badInput({ reason: 'notId', message: { fr: 'non', en: 'no' }, path: 'id' })) : play) }
const bare = emitGraphql(model, noOperations, engines)
const served = withRules(bare, shieldRules(model, noOperations, bare))

const callerOf = (...roles: string[]): Caller => ({
  principal: { userId: roles.length > 0 ? 'u' : undefined, organisationId: undefined, roles: new Set(['visitor', ...roles]), origin: 'API', locale: 'en', requestId: 'r' },
  rights: compileRights(model, new Set(['visitor', ...roles])),
})
const run = (source: string, caller: Caller) => graphql({ schema: served, source, contextValue: { caller } })
const codes = (errors: readonly { originalError?: unknown }[] | undefined) => errors?.map((error) => (error.originalError as { code?: string } | undefined)?.code)
const fieldsOf = (schema: GraphQLSchema, type: string) => Object.keys((schema.getType(type) as GraphQLObjectType | undefined)?.getFields() ?? {})

describe('the GraphQL schema', () => {
  it('has the operations of every entity, those of its moves, and interfaces for abstract ones', () => {
    const text = printSchema(bare)
    for (const line of ['play(id: ID!): Play', 'playsByIds(ids: [ID!]!): [Play!]!', 'publishPlay(', 'updatePlays(', 'interface Party', 'type Person implements Party', 'castCount(filter: PersonFilter): Int']) expect(text).toContain(line)
    expect(text).not.toContain('createParty')
  })

  it('lets no refused field empty its parent: only id and version are never null (graphql-shield trap 3)', () => {
    for (const entity of model.entities.values()) {
      const type = bare.getType(entity.name)
      if (!(type instanceof GraphQLObjectType)) continue
      expect(Object.values(type.getFields()).filter((field) => String(field.type).endsWith('!')).map((field) => field.name)).toEqual(['id', 'version'])
    }
  })
})

describe('the rules', () => {
  it('leave no coordinate out (trap 4)', () => {
    expect(withoutRule(bare, shieldRules(model, noOperations, bare))).toEqual([])
  })

  it('refuse a coordinate that has none (trap 1: fallbackRule)', async () => {
    const { Query, ...rest } = shieldRules(model, noOperations, bare)
    const guarded = withRules(emitGraphql(model, noOperations, engines), { ...rest, Query: Object.fromEntries(Object.entries(Query ?? {}).filter(([name]) => name !== 'play')) })
    const answer = await graphql({ schema: guarded, source: '{ play(id: "1") { id } }', contextValue: { caller: callerOf('clerk') } })
    expect(codes(answer.errors)).toEqual(['FORBIDDEN'])
  })

  it('let the error of a faulty input through as it is (trap 1: allowExternalErrors)', async () => {
    expect(codes((await run('{ play(id: "bad") { id } }', callerOf('clerk'))).errors)).toEqual(['BAD_USER_INPUT'])
  })

  it('decide each row anew: the answer of one caller is not another’s (trap 2)', async () => {
    expect((await run('{ play(id: "1") { note } }', callerOf('clerk'))).data).toEqual({ play: { note: 'secret' } })
    const refused = await run('{ play(id: "1") { name note } }', callerOf('guest'))
    expect(codes(refused.errors)).toEqual(['FORBIDDEN'])
    expect(refused.data).toEqual({ play: { name: 'Phèdre', note: null } })
  })

  it('ask visitors to sign in and refuse the others', async () => {
    expect(codes((await run('{ users { items { id } } }', callerOf())).errors)).toEqual(['UNAUTHENTICATED'])
    expect(codes((await run('{ users { items { id } } }', callerOf('guest'))).errors)).toEqual(['FORBIDDEN'])
    expect(codes((await run('mutation { createPlay(input: {}) { id } }', callerOf('guest'))).errors)).toEqual(['FORBIDDEN'])
  })
})

describe('two aliases of one relation', () => {
  it('stay apart', async () => {
    const answer = await run('{ play(id: "1") { first: cast(limit: 1) { name } second: cast { name } } }', callerOf('clerk'))
    expect(answer.data).toEqual({ play: { first: [{ name: 'A' }], second: [{ name: 'B' }] } })
  })
})

describe('a query that a module adds', () => {
  const line = shape('CoverageLine', { rows: { type: 'Int', required: true }, author: { type: () => Person }, cast: { type: () => Person, many: true } })
  const coverage = rootQuery({
    name: 'coverage', description: 'What is covered.', access: grantTo(clerk), many: true, returns: line,
    args: { words: { kind: text, options: { required: true } } }, run: () => Promise.resolve([]),
  })
  const added = { ...noOperations, queries: [coverage] }
  const asked: unknown[] = []
  const schema = emitGraphql(model, added, {
    ...unconnected,
    ask: (_context, query, args) => { asked.push([query.name, args]); return Promise.resolve([{ rows: 3, author: 'p1', cast: ['p2', 'p3'] }]) },
    records: (_context, entity, ids) => Promise.resolve(typeof ids === 'string' ? { id: ids, _entity: entity.name } : ids.map((id) => ({ id }))),
  })
  const guarded = withRules(schema, shieldRules(model, added, schema))
  const ask = (caller: Caller) => graphql({ schema: guarded, source: '{ coverage(words: "a") { rows author { id } cast { id } } }', contextValue: { caller } })

  it('answers its shape, with records where the shape holds their ids', async () => {
    expect((await ask(callerOf('clerk'))).data).toEqual({ coverage: [{ rows: 3, author: { id: 'p1' }, cast: [{ id: 'p2' }, { id: 'p3' }] }] })
    expect(asked).toEqual([['coverage', { words: 'a' }]])
  })

  it('has a rule like every coordinate, and is not shown to those whom it refuses', async () => {
    expect(withoutRule(schema, shieldRules(model, added, schema))).toEqual([])
    expect(codes((await ask(callerOf('guest'))).errors)).toEqual(['FORBIDDEN'])
    const shown = (...roles: string[]) => fieldsOf(visibleSchema(schema, model, added, compileRights(model, new Set(['visitor', ...roles]))), 'Query')
    expect(shown('clerk')).toContain('coverage')
    expect(shown('guest')).not.toContain('coverage')
  })
})

describe('what introspection shows', () => {
  const shown = (...roles: string[]) => visibleSchema(bare, model, noOperations, compileRights(model, new Set(['visitor', ...roles])))

  it('is the whole for those who may use the whole', () => {
    expect(printSchema(shown('clerk'))).toBe(printSchema(bare))
  })

  it('leaves out operations, fields, filters and inputs that the caller may not use', () => {
    const schema = shown()
    expect(fieldsOf(schema, 'Query')).not.toContain('users')
    expect(schema.getMutationType()?.getFields()).not.toHaveProperty('createPlay')
    expect(fieldsOf(schema, 'Play')).toEqual(['id', 'version', '_label', '_denied', '_allowed', '_editable', 'name', 'state'].toSorted((a, b) => fieldsOf(bare, 'Play').indexOf(a) - fieldsOf(bare, 'Play').indexOf(b)))
    expect(fieldsOf(schema, 'PlayFilter')).not.toContain('note')
    expect(fieldsOf(schema, 'PlaySort')).not.toContain('fee')
  })

  it('shows a role the fields that it may read, and no relation that leads nowhere for it', () => {
    expect(fieldsOf(shown(guest.key), 'Play')).not.toContain('note')
    expect(fieldsOf(shown(guest.key), 'Play')).not.toContain('author')
  })
})
