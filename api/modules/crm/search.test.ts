import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aClient, aSignedContract, codeOf, eventInput, openCompany, uniqueEmail, type Company, type Made } from './fixtures/company.ts'

/** What people type into the search box of the event company, besides words. */
let company: Company
let client: Made
let contract: Made
let event: Made

beforeAll(async () => {
  company = await openCompany()
  client = await aClient(company.sales, { fullName: 'Ursule Quimperlé', email: 'u.quimper@fanfare-mobile.grd', phone: '02 98 00 77 31' }, 'id number')
  ;({ contract } = await aSignedContract(company))
  event = await company.sales.create('Event', eventInput(contract), 'id number')
})
afterAll(() => company.server.close())

const found = (plural: string, q: string): Promise<readonly string[]> => company.support.ids(plural, `{ q: ${JSON.stringify(q)} }`)

describe('the search box', () => {
  test('finds a number, whoever’s it is', async () => {
    for (const form of [(number: unknown) => String(number), (number: unknown) => `#${String(number)}`, (number: unknown) => `n° ${String(number)}`]) {
      expect(await found('clients', form(client['number']))).toContain(client.id)
      expect(await found('contracts', form(contract['number']))).toContain(contract.id)
      expect(await found('events', form(event['number']))).toContain(event.id)
    }
    expect(await found('contracts', '652')).toHaveLength(1)
    expect(await found('contracts', '999999999999999')).toEqual([])
  })

  test.each(['fanfare-mobile.grd', '@fanfare', 'quimper@fan', 'mobile.g', 'U.QUIMPER', 'u.quimper@fanfare-mobile.grd'])('finds the part %s of an e-mail address', async (q) => {
    expect(await found('clients', q)).toEqual([client.id])
  })

  test.each(['0298007731', '02 98 00', '98.00.77', '+33 2 98 00 77 31', '007731', '+33 (0)2 98 00'])('finds the digits %s of a telephone number', async (q) => {
    expect(await found('clients', q)).toContain(client.id)
  })

  test('finds words as before', async () => {
    expect(await found('clients', 'quimperle ursu')).toEqual([client.id])
    expect(await found('clients', 'imperlé')).toEqual([])
  })

  test('finds nothing by what the caller may not read', async () => {
    expect(await company.employee.ids('clients', '{ q: "fanfare-mobile.grd" }')).toEqual([])
    expect(await codeOf(company.employee.ids('contracts', '{ q: "652" }'))).toBe('FORBIDDEN')
    // The departments read no telephone numbers of the casting desk's people.
    await company.employee.create('Person', { lastName: 'Hors Ligne', email: uniqueEmail(), phone: '02 98 00 77 32' })
    expect(await company.sales.ids('people', '{ q: "02 98 00 77 32" }')).toEqual([])
  })

  test('takes whatever is typed for text', async () => {
    for (const q of ['%', '_@_', '@.', '....', '+', '++++', '1;DROP', '1\\2', 'a@%', '()()()1234', '٣٤٥٦', '９８００']) expect(await found('clients', q)).toBeInstanceOf(Array)
  })
})
