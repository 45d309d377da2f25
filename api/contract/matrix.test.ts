import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declarations } from '../../schema/index.ts'
import { isToMany } from '../emit/graphql/objects.ts'
import { operationNames } from '../emit/graphql/operations.ts'
import { membersInApi } from '../emit/graphql/registry.ts'
import { buildModel } from '../model/build.ts'
import { isInput, type EntityModel, type MemberModel } from '../model/model.ts'
import { everyRole, rolesOf, type Everybody } from './everyRole.ts'
import { at, close, selected } from './records.ts'

/**
 * Every role × entity × action × field, on rows that are its own and on others: what is answered, refused and
 * missing is what `explainAccess` says, and what the chart of the rights says at large.
 */
const model = buildModel(declarations)
const entities = [...model.entities.values()]

let everybody: Everybody
beforeAll(async () => { everybody = await everyRole(model) })
afterAll(() => close(everybody.server))

/** Nothing is made and nothing is gone; what the house keeps up by itself may move. */
const rowCounts = (): Promise<unknown> =>
  everybody.server.sql([...new Set(entities.map(({ table }) => table))].filter((table) => table !== 'audit_entry' && table !== 'session').map((table) => `select '${table}' as name, count(*)::int as rows from "${table}"`).join(' union all '))

const shown = (entity: EntityModel): readonly MemberModel[] => membersInApi(entity).filter((member) => !member.options.transient)

describe.each(rolesOf(model))('%s', (role) => {
  const ask: Everybody['ask'] = (...asked) => everybody.ask(...asked)
  const explained: Everybody['explained'] = (...asked) => everybody.explained(...asked)
  test.each(entities)('$name: is answered, field by field and row by row, as it is explained', async (entity) => {
    const names = operationNames(entity)
    const { data: mine, codes: ofList } = await ask(role, `{ answer: ${names.list}(page: { size: 1 }) { items { id } } }`)
    const listed = ofList.length === 0
    const own = at(mine, 'answer', 'items', 0, 'id')
    const ids = [...new Set([...(typeof own === 'string' ? [own] : []), ...everybody.rowsOf(entity)])].slice(0, 2)
    const members = shown(entity)
    for (const id of ids) {
      const [whole, ...fields] = await explained(role, entity, [{ action: 'READ', id }, ...members.map(({ name }) => ({ action: 'READ', field: name, id }))])
      expect(whole?.sentence).toMatch(/[.]$/)
      // Seen beside what shows it; asked for by itself it is refused, or not there among those that are his to ask for.
      if (whole?.rows === 'BESIDE') {
        expect((await ask(role, `query ($id: ID!) { answer: ${names.one}(id: $id) { id } }`, { id })).codes).toEqual([listed ? 'NOT_FOUND' : 'FORBIDDEN'])
        continue
      }
      const allowed = members.filter((_, index) => fields[index]?.allowed)
      const document = (asked: readonly MemberModel[]) => `query ($id: ID!) { answer: ${names.one}(id: $id) { ${entity.abstract ? '__typename ' : ''}id _denied ${asked.map(selected).join(' ')} } }`
      const answer = await ask(role, document(allowed), { id })
      expect({ id, allowed: whole?.allowed, codes: answer.codes, told: whole?.allowed ? answer.errors : undefined }).toEqual({ id, allowed: whole?.allowed, codes: whole?.allowed ? [] : [whole?.rows === 'NONE' ? 'FORBIDDEN' : 'NOT_FOUND'], told: undefined })
      // Where the role reaches no row at all, one tells of all.
      if (whole?.rows === 'NONE') break
      if (!whole?.allowed) continue
      expect({ id, denied: at(answer.data, 'answer', '_denied') }).toEqual({ id, denied: [] })
      const others = members.filter((one) => !allowed.includes(one))
      if (others.length === 0) continue
      const refused = await ask(role, document(others), { id })
      expect({ codes: [...new Set(refused.codes)], denied: at(refused.data, 'answer', '_denied') }).toEqual({ codes: ['FORBIDDEN'], denied: expect.arrayContaining(others.map(({ name }) => name)) })
      for (const { name } of others) expect(at(refused.data, 'answer', name)).toBeNull()
    }
  })

  test('writes as it is explained', async () => {
    const before = await rowCounts()
    for (const entity of entities.filter((one) => !one.abstract && !one.readOnly)) {
      const names = operationNames(entity)
      const inputs = [...entity.members.values()].filter((member) => isInput(member) && !isToMany(member))
      const [create, remove, ...fields] = await explained(role, entity, [{ action: 'CREATE' }, { action: 'DELETE' }, ...inputs.map(({ name }) => ({ action: 'CREATE', field: name }))])
      if (!create?.allowed) expect({ entity: entity.name, codes: (await ask(role, `mutation { ${names.create}(input: {}) { id } }`)).codes }).toEqual({ entity: entity.name, codes: ['FORBIDDEN'] })
      else {
        for (const [index, member] of inputs.entries()) {
          const input = member.is === 'field' ? null : {}
          const { errors } = await ask(role, `mutation ($input: ${entity.name}CreateInput!) { ${names.create}(input: $input) { id } }`, { input: { [member.name]: input } })
          const refused = (at(errors?.[0], 'extensions', 'code') === 'FORBIDDEN')
          // Other faults hide none: what is forbidden is told first.
          expect({ entity: entity.name, member: member.name, refused }).toEqual({ entity: entity.name, member: member.name, refused: !fields[index]?.allowed })
        }
      }
      for (const id of everybody.rowsOf(entity)) {
        const [update, whole] = await explained(role, entity, [{ action: 'UPDATE', id }, { action: 'DELETE', id }])
        const { codes } = await ask(role, `mutation ($id: ID!) { ${names.update}(id: $id, input: {}) { id } }`, { id })
        expect({ entity: entity.name, id, refused: codes.some((code) => code === 'FORBIDDEN' || code === 'NOT_FOUND') }).toEqual({ entity: entity.name, id, refused: !update?.allowed })
        if (remove?.allowed && whole?.allowed) continue
        expect({ entity: entity.name, id, codes: (await ask(role, `mutation ($id: ID!) { ${names.remove}(id: $id) }`, { id })).codes }).toEqual({ entity: entity.name, id, codes: [expect.stringMatching(/^(FORBIDDEN|NOT_FOUND)$/)] })
      }
    }
    expect(await rowCounts()).toEqual(before)
  })
})
