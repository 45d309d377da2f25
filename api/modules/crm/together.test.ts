import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aClient, aContract, anEvent, aSignedContract, at, codeOf, euros, openCompany, type Company } from './fixtures/company.ts'

/**
 * Many at once, through the real API. Control: with `lowerDue` reading the contract without holding it
 * (`work.row(Contract, id)` instead of `work.row(Contract, id, true)`) and the action's own lock left out,
 * the payments of the first test overwrite each other: all 32 are accepted, and the sum is wrong.
 */
let company: Company
beforeAll(async () => { company = await openCompany() })
afterAll(() => company.server.close())

const AT_ONCE = 32
const all = <T>(run: (index: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: AT_ONCE }, (_, index) => run(index)))
const count = (answers: readonly string[], code: string): number => answers.filter((one) => one === code).length

describe('32 at once', () => {
  test('pay a contract together, and never more than is due', async () => {
    const { contract } = await aSignedContract(company)
    // Twenty payments fit into what is due.
    const answers = await all((index) => codeOf((index % 2 ? company.sales : company.management).run('payContract', contract.id, ', amount: { amount: 5000 }')))
    expect(count(answers, 'done')).toBe(20)
    // The last ones find something due that is less than nothing, or nothing due at all.
    expect(count(answers, 'BAD_USER_INPUT') + count(answers, 'CONFLICT')).toBe(12)
    expect(await company.sales.one('contract', contract.id, 'amountDue { amount } paymentsCount')).toEqual({ amountDue: { amount: 0 }, paymentsCount: 20 })
    const [sum] = await company.server.sql('select sum(amount)::int as paid from payment where contract_id = $1', [contract.id])
    expect(sum).toEqual({ paid: 100_000 })
  })

  test('pay and correct the amount due by hand: each on top of what the other left', async () => {
    const { contract } = await aSignedContract(company)
    await all((index) => codeOf(index % 4 === 0
      ? company.management.update('Contract', contract.id, { amountDue: euros(50_000) })
      : company.sales.run('payContract', contract.id, ', amount: { amount: 700 }')))
    const entries = await company.server.sql(`select changes -> 'amountDue' as due from audit_entry where entity_type = 'Contract' and entity_id = $1 and changes ? 'amountDue' order by version`, [contract.id])
    // Every change begins where the one before it ended.
    for (const [index, { due }] of entries.slice(1).entries()) expect(at(due, 'from')).toEqual(at(entries[index], 'due', 'to'))
    expect(at(await company.sales.one('contract', contract.id, 'amountDue { amount }'), 'amountDue', 'amount')).toBeGreaterThanOrEqual(0)
  })

  test('sign a contract once', async () => {
    const contract = await aContract(company, await aClient(company.sales))
    const answers = await all((index) => codeOf((index % 2 ? company.sales : company.management).run('signContract', contract.id)))
    expect([count(answers, 'done'), count(answers, 'CONFLICT')]).toEqual([1, AT_ONCE - 1])
    const told = await company.server.sql(`select 1 from notification where kind = 'contractSigned' and subject_id = $1`, [contract.id])
    expect(told).toHaveLength(1)
  })

  test('assign support: the last word holds, and everybody who was named was told', async () => {
    const event = await anEvent(company)
    const answers = await all((index) => codeOf(company.management.run('assignSupport', event.id, `, user: "${index % 2 ? company.support.id : company.otherSupport.id}"`)))
    expect(count(answers, 'done')).toBe(AT_ONCE)
    const changes = await company.server.sql(`select changes -> 'supportContact' as who from audit_entry where entity_type = 'Event' and entity_id = $1 and changes ? 'supportContact' order by version`, [event.id])
    const told = await company.server.sql(`select user_id from notification where kind = 'supportAssigned' and subject_id = $1`, [event.id])
    expect(told).toHaveLength(changes.length)
    expect(at(await company.sales.one('event', event.id, 'supportContact { id }'), 'supportContact', 'id')).toBe(at(changes.at(-1), 'who', 'to'))
  })

  test('record a client of the same company: it is written down once', async () => {
    const companyName = `Société ${Date.now()}`
    const clients = await all(() => aClient(company.sales, { companyName }, 'organisation { id }'))
    expect(new Set(clients.map((one) => at(one, 'organisation', 'id'))).size).toBe(1)
  })
})
