import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declarations } from '../../schema/index.ts'
import { operationNames } from '../emit/graphql/operations.ts'
import { buildModel } from '../model/build.ts'
import { isInput, type EntityModel } from '../model/model.ts'
import { operationsOf } from '../write/types.ts'
import { modules } from '../modules/index.ts'
import { sentences } from '../write/messages.ts'
import { everyRole, rolesOf, type Everybody } from './everyRole.ts'
import { actionArguments } from './operations.ts'
import { at, close } from './records.ts'

/**
 * What a record says may be done with it (`_allowed`, `_editable`) is what `explainAccess` says, and what is done or
 * refused when it is tried: for every role, entity and operation. The back office shows its buttons by it.
 */
const model = buildModel(declarations)
const { actions } = operationsOf(modules)
const entities = [...model.entities.values()].filter(({ abstract }) => !abstract)

let everybody: Everybody
beforeAll(async () => { everybody = await everyRole(model) })
afterAll(() => close(everybody.server))

/** Rows that somebody reads: those at the head and at the end of his list, and those of everybody's. */
async function rowsFor(role: string, entity: EntityModel): Promise<ReadonlyMap<string, { readonly allowed: readonly string[]; readonly editable: readonly string[]; readonly state: (field: string) => unknown }>> {
  const states = [...new Set(entity.moves.map(({ field }) => field))]
  const { list, byIds } = operationNames(entity)
  const fields = `id _allowed _editable ${states.join(' ')}`
  const { data } = await everybody.ask(role, `query ($ids: [ID!]!) { list: ${list}(page: { size: 3 }) { items { ${fields} } } byIds: ${byIds}(ids: $ids) { ${fields} } }`, { ids: everybody.rowsOf(entity) })
  const rows = [at(data, 'list', 'items'), at(data, 'byIds')].flatMap((some) => (Array.isArray(some) ? some as unknown[] : []))
  return new Map(rows.map((row) => [String(at(row, 'id')), { allowed: at(row, '_allowed') as string[], editable: at(row, '_editable') as string[], state: (field) => at(row, field) }]))
}

const documentOf = (entity: EntityModel, name: string, id: string): string => {
  const names = operationNames(entity)
  if (name === 'UPDATE') return `mutation { answer: ${names.update}(id: "${id}", input: {}) { id } }`
  if (name === 'DELETE') return `mutation { answer: ${names.remove}(id: "${id}") }`
  const move = entity.moves.find((one) => one.name === name)
  if (move) return `mutation { answer: ${move.operation}(id: "${id}") { id } }`
  const action = actions.find((one) => one.name === name)
  return `mutation { answer: ${name}${actionArguments(everybody.server.house.schema, name, id)}${action?.returns === 'Boolean' ? '' : ' { __typename }'} }`
}

type Outcome = 'refused' | 'notNow' | 'tried'
/** Whether it is refused to him, is impossible as the record stands, or is done; what else is wrong with it is not about that. */
async function outcome(role: string, document: string): Promise<Outcome> {
  const { codes, errors } = await everybody.tryOut(role, document)
  if (codes.some((code) => code === 'FORBIDDEN' || code === 'NOT_FOUND')) return 'refused'
  return errors?.some(({ message, extensions: { fields } }) => message === sentences.notPossible.fr || /^(wrongState|already)$/.test(fields?.[0]?.reason ?? '')) ? 'notNow' : 'tried'
}
describe.each(rolesOf(model))('%s', (role) => {
  test.each(entities)('$name: what is offered of a record is what is done and explained', async (entity) => {
    const own = actions.filter((action) => action.on === entity.cls && action.scope !== 'entity')
    const names = [...(entity.readOnly ? [] : ['UPDATE', 'DELETE', ...entity.moves.map(({ name }) => name)]), ...own.map(({ name }) => name)]
    const inputs = [...entity.members.values()].filter((member) => isInput(member) && !member.options.immutable).map(({ name }) => name)
    for (const [id, { allowed, editable }] of await rowsFor(role, entity)) {
      const explained = await everybody.explained(role, entity, names.map((action) => ({ action, id })))
      for (const [index, name] of names.entries()) {
        const right = explained[index]?.allowed
        const offered = allowed.includes(name)
        const came = await outcome(role, documentOf(entity, name, id))
        const told = { role, id, name, offered }
        if (offered) expect({ ...told, right, came }).toEqual({ ...told, right: true, came: 'tried' })
        else if (own.every((action) => action.name !== name || action.offered === undefined)) expect({ ...told, came }).toEqual({ ...told, came: right ? 'notNow' : 'refused' })
        // What is tied to no state is offered to all who have the right.
        if (name === 'UPDATE' || name === 'DELETE') expect({ ...told, right }).toEqual({ ...told, right: offered })
      }
      const fields = entity.readOnly ? [] : await everybody.explained(role, entity, inputs.map((field) => ({ action: 'UPDATE', field, id })))
      expect({ role, id, editable: [...editable].sort() }).toEqual({ role, id, editable: inputs.filter((_, index) => fields[index]?.allowed).sort() })
    }
  })
})

test('however many records say it, it is one statement', async () => {
  const count = async (size: number): Promise<number> => {
    const before = everybody.server.statements()
    const { errors } = await everybody.ask('sales', `{ contracts(page: { size: ${size} }) { items { id _allowed _editable client { id _allowed events: contracts(limit: 5) { _editable } } } } }`)
    expect(errors).toBeUndefined()
    return everybody.server.statements() - before
  }
  expect(await count(20)).toBe(await count(1))
})

test('a contract says whether an event of it may be made: by the sales contact of its client', async () => {
  const { data } = await everybody.ask('sales', '{ me { id } contracts(page: { size: 100 }) { items { _allowed salesContact { id } } } }')
  const items = at(data, 'contracts', 'items') as readonly unknown[]
  const offered = items.map((one) => (at(one, '_allowed') as string[]).includes('CREATE events'))
  expect(offered).toEqual(items.map((one) => at(one, 'salesContact', 'id') === at(data, 'me', 'id')))
  expect(new Set(offered).size).toBe(2)
})
