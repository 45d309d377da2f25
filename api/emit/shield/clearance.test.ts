import { parse, type OperationDefinitionNode } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { Caller } from '../../access/principal.ts'
import { compileRights } from '../../access/rights.ts'
import { smallDeclarations } from '../../contract/small.ts'
import { noOperations } from '../../write/types.ts'
import { buildModel } from '../../model/build.ts'
import { coordinatesOf } from '../../server/graphql/coordinates.ts'
import { unconnected } from '../graphql/engines.ts'
import { emitGraphql } from '../graphql/index.ts'
import { clearance } from './clearance.ts'
import { shieldRules } from './rules.ts'

const model = buildModel(smallDeclarations())
const schema = emitGraphql(model, noOperations, unconnected)
const rules = shieldRules(model, noOperations, schema)

function callerOf(userId: string | undefined, ...roles: string[]): Caller {
  const all = new Set(['visitor', ...roles])
  return { principal: { userId, organisationId: undefined, roles: all, origin: 'API', locale: 'en', requestId: 'r' }, rights: compileRights(model, all) }
}
const clerk = callerOf('u', 'clerk')
const guest = callerOf('u', 'guest')
const visitor = callerOf(undefined)

function asked(source: string): ReadonlySet<string> {
  const document = parse(source)
  return coordinatesOf(schema, document, document.definitions[0] as OperationDefinitionNode)
}

describe('the coordinates of an operation', () => {
  it('are those of its fields, fragments followed, each kind of an interface by itself', () => {
    expect([...asked('{ parties { items { __typename name ... on Person { biography } ...more } } } fragment more on Party { id }')].sort())
      .toEqual(['PartyPage.items', 'Person.biography', 'Person.id', 'Person.name', 'Query.parties'])
  })
})

describe('the rules of a whole document', () => {
  const clear = clearance(rules)
  const note = asked('{ play(id: "1") { name note } }')

  it('let through whoever none of them refuses, and nobody else', async () => {
    expect(await clear(clerk, note)).toBe(true)
    expect(await clear(guest, note)).toBe(false)
    expect(await clear(visitor, note)).toBe(false)
    expect(await clear(visitor, asked('{ play(id: "1") { name state } }'))).toBe(true)
  })

  it('keep their answers apart: by rights, by document, and by whether somebody is signed in', async () => {
    for (const [caller, answer] of [[guest, false], [clerk, true], [guest, false], [clerk, true]] as const) expect(await clear(caller, note)).toBe(answer)
    const history = asked('{ history(entity: "Play", id: "1") { items { id } } }')
    expect(await clear(clerk, history)).toBe(true)
    expect(await clear({ ...clerk, principal: visitor.principal }, history)).toBe(false)
    expect(await clear(clerk, history)).toBe(true)
  })

  it('let nobody through where one is missing', async () => {
    const { Play, ...rest } = rules
    expect(await clearance(rest)(clerk, note)).toBe(false)
    expect(Play?.['note']).toBeDefined()
  })

  it('let nobody through when one fails', async () => {
    const broken = { ...clerk, rights: { ...clerk.rights, of: () => { throw new Error('broken') } } }
    expect(await clear(broken, note)).toBe(false)
  })
})
