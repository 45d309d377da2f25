import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aClient, aContract, at, codeOf, euros, openCompany, type Company, type Made } from './fixtures/company.ts'

/** Whatever is paid and corrected, and in whatever order: 0 ≤ due ≤ total, and what was paid is what is on record. */
let company: Company
let client: Made
beforeAll(async () => {
  company = await openCompany()
  client = await aClient(company.sales)
})
afterAll(() => company.server.close())

type Step = { readonly pay: number } | { readonly due: number } | { readonly total: number }
const amount = fc.oneof(fc.integer({ min: -5, max: 120_000 }), fc.integer({ min: 0, max: 2 ** 50 }))
const steps = fc.array(fc.oneof(amount.map((pay): Step => ({ pay })), amount.map((due): Step => ({ due })), amount.map((total): Step => ({ total }))), { minLength: 1, maxLength: 8 })

const run = (contract: Made, step: Step): Promise<string> => codeOf('pay' in step
  ? company.sales.run('payContract', contract.id, `, amount: { amount: ${step.pay} }`)
  : company.management.update('Contract', contract.id, 'due' in step ? { amountDue: euros(step.due) } : { totalAmount: euros(step.total) }))

/** The same, by arithmetic. */
function model({ total, due }: { total: number; due: number }, step: Step): { readonly total: number; readonly due: number; readonly code: string } {
  const same = (code: string) => ({ total, due, code })
  if ('pay' in step) {
    if (due === 0) return same('CONFLICT')
    return step.pay >= 1 && step.pay <= due ? { total, due: due - step.pay, code: 'done' } : same('BAD_USER_INPUT')
  }
  if ('due' in step) return step.due >= 0 && step.due <= total ? { total, due: step.due, code: 'done' } : same('BAD_USER_INPUT')
  return step.total >= 0 && step.total >= due ? { total: step.total, due, code: 'done' } : same('BAD_USER_INPUT')
}

describe('amounts', () => {
  test('follow arithmetic, and stay between nothing and the total', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 100_000 }), steps, async (total, todo) => {
      const contract = await aContract(company, client, { totalAmount: euros(total) })
      let expected = { total, due: total }
      let paid = 0
      for (const step of todo) {
        const next = model(expected, step)
        expect({ step, code: await run(contract, step) }).toEqual({ step, code: next.code })
        if ('pay' in step && next.code === 'done') paid += step.pay
        expected = next
      }
      const told = await company.support.one('contract', contract.id, 'totalAmount { amount } amountDue { amount }')
      expect([at(told, 'totalAmount', 'amount'), at(told, 'amountDue', 'amount')]).toEqual([expected.total, expected.due])
      expect(expected.due).toBeGreaterThanOrEqual(0)
      expect(expected.due).toBeLessThanOrEqual(expected.total)
      const [row] = await company.server.sql('select coalesce(sum(amount), 0)::float8 as paid from payment where contract_id = $1', [contract.id])
      expect(row).toEqual({ paid })
    }), { numRuns: 25, seed: 652 })
  }, 60_000)

  test('are refused by the database itself, whoever writes them', async () => {
    const contract = await aContract(company, client)
    await expect(company.server.sql('update contract set amount_due = total_amount + 1 where id = $1', [contract.id])).rejects.toThrow(/due_is_within_total/)
    await expect(company.server.sql(`update contract set state = 'SIGNED' where id = $1`, [contract.id])).rejects.toThrow(/signature_is_dated/)
  })
})

describe('dates', () => {
  test('of an event end after they start, in any zone and by whatever way of writing', async () => {
    const contract = await aContract(company, client)
    await company.management.run('signContract', contract.id)
    const time = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }).map((at_) => new Date(at_ - (at_ % 60_000)))
    await fc.assert(fc.asyncProperty(time, time, fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/New_York'), async (start, end, zone) => {
      const call = company.sales.create('Event', { title: 'Fête', contract: { connect: contract.id }, startAt: { at: start.toISOString(), zone }, endAt: { at: end.toISOString(), zone } }, 'startAt { at zone } endAt { at }')
      if (end <= start) expect(await codeOf(call)).toBe('BAD_USER_INPUT')
      else expect(await call).toEqual({ startAt: { at: start.toISOString(), zone }, endAt: { at: end.toISOString() } })
    }), { numRuns: 25, seed: 109 })
  }, 60_000)
})
