import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aClient, aContract, at, codeOf, colleague, eventInput, aSignedContract, anEvent, faultAt, openCompany, uniqueEmail, type Company } from './fixtures/company.ts'
import { sheetEvents } from '../../../seeds/demo/crm/sheets.ts'

let company: Company
beforeAll(async () => { company = await openCompany() })
afterAll(() => company.server.close())

const inParis = (at_: unknown): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', dateStyle: 'medium', timeStyle: 'short', hour12: true }).format(Date.parse(String(at_)))
const read = 'number title contract { number } client { fullName } clientContact { displayName email phone { raw } } startAt { at zone } endAt { at zone } supportContact { fullName } locationText expectedAttendees notes'

describe('EE-30 the two sheets of the support department', () => {
  test('are entered through the API and read back without losing a character', async () => {
    const { sales, management, support, otherSupport } = company
    const people: readonly { readonly fullName: string; readonly email: string; readonly phone: string; readonly support: typeof support }[] = [
      { fullName: 'John Ouick', email: 'john.ouick@gmail.com', phone: '+1 234 567 8901', support },
      { fullName: 'Lou Bouzin', email: 'lou@loubouzin.grd', phone: '+ 666 12344', support: otherSupport },
    ]
    for (const [index, { support: member, ...client }] of people.entries()) {
      const sheet = sheetEvents[index]
      if (!sheet) throw new Error('a sheet is missing')
      const made = await aClient(sales, { ...client, email: `${index}.${uniqueEmail()}`, companyName: null })
      const contract = await aContract(company, made)
      await management.run('signContract', contract.id)
      const event = await sales.create('Event', {
        contract: { connect: contract.id }, title: sheet.title, kind: sheet.kind, startAt: { at: sheet.start }, endAt: { at: sheet.end }, locationText: sheet.location, expectedAttendees: sheet.attendees, notes: sheet.notes,
        ...(sheet.contact ? { contactName: sheet.contact.name, contactEmail: sheet.contact.email, contactPhone: sheet.contact.phone } : {}),
      })
      expect(await support.one('event', event.id, 'supportContact { id }')).toEqual({ supportContact: null })
      await management.run('assignSupport', event.id, `, user: "${member.id}"`)
      const told = await support.one('event', event.id, read)
      expect(told).toMatchObject({
        title: sheet.title, contract: { number: contract['number'] }, client: { fullName: client.fullName }, locationText: sheet.location, expectedAttendees: sheet.attendees, notes: sheet.notes,
        supportContact: { fullName: index === 0 ? 'Kate Hastroff' : 'Aliénor Vichum' }, startAt: { zone: 'Europe/Paris' }, endAt: { zone: 'Europe/Paris' },
        clientContact: sheet.contact ? { displayName: sheet.contact.name, email: sheet.contact.email, phone: { raw: sheet.contact.phone } } : { displayName: client.fullName, phone: { raw: client.phone } },
      })
      expect([inParis(at(told, 'startAt', 'at')), inParis(at(told, 'endAt', 'at'))]).toEqual(index === 0 ? ['4 Jun 2023, 01:00 pm', '5 Jun 2023, 02:00 am'] : ['5 May 2023, 03:00 pm', '5 May 2023, 05:00 pm'])
    }
  })

  test('stand in the demonstration under their own numbers', async () => {
    const answer = await company.support.ask(`{ wedding: event(number: 109) { ${read} } assembly: event(number: 1023) { ${read} } }`)
    expect(at(answer, 'wedding')).toMatchObject({ contract: { number: 652 }, client: { fullName: 'John Ouick' }, supportContact: { fullName: 'Kate Hastroff' }, startAt: { at: '2023-06-04T11:00:00.000Z' } })
    expect(at(answer, 'assembly')).toMatchObject({ contract: { number: 412 }, client: { fullName: 'Lou Bouzin' }, clientContact: { displayName: 'Jacky Blangier', email: 'jacky@loubouzin.grd', phone: { raw: '+ 666 12345' } } })
  })
})

describe('EE-31…41 an event', () => {
  const refused = async (more: object) => company.sales.create('Event', eventInput((await aSignedContract(company)).contract, { ...more })).catch((error: unknown) => error)

  test.each([
    ['title', { title: '' }], ['expectedAttendees', { expectedAttendees: -1 }], ['startAt', { startAt: { at: 'some day' } }], ['endAt', { endAt: { at: '3 Jun 2027 @ 1PM' } }], ['kind', { kind: 'PICNIC' }],
  ])('is refused for its %s: %j', async (path, more) => {
    expect(await refused(more)).toMatchObject(path === 'kind' ? { code: 'BAD_USER_INPUT' } : { code: 'BAD_USER_INPUT', fields: faultAt(path) })
  })

  test('counts people in whole numbers', async () => {
    expect(await refused({ expectedAttendees: 1.5 })).toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  test('has a contact who belongs to its client', async () => {
    const { contract, client } = await aSignedContract(company)
    const strange = at(await company.sales.one('client', (await aClient(company.sales)).id, 'contact { id }'), 'contact', 'id')
    expect(await company.sales.create('Event', eventInput(contract, { clientContact: { connect: strange } })).catch((error: unknown) => error)).toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('clientContact') })
    const own = at(await company.sales.one('client', client.id, 'contact { id }'), 'contact', 'id')
    const event = await company.sales.create('Event', eventInput(contract, { clientContact: { connect: own } }), 'id clientContact { id }')
    expect(event).toMatchObject({ clientContact: { id: own } })
    await company.management.run('assignSupport', event.id, `, user: "${company.support.id}"`)
    const changed = await company.support.update('Event', event.id, { contactName: 'Jacky Blangier', contactPhone: '+ 666 12345' }, 'clientContact { id displayName phone { raw } }')
    expect(changed).toMatchObject({ clientContact: { displayName: 'Jacky Blangier', phone: { raw: '+ 666 12345' } } })
    await company.support.update('Event', event.id, { clientContact: { connect: own } })
    expect(await codeOf(company.support.update('Event', event.id, { clientContact: { connect: at(changed, 'clientContact', 'id') } }))).toBe('done')
  })

  test('has a number that nobody gives', async () => {
    const event = await anEvent(company)
    expect(await company.support.ask(`{ event(number: ${String(event['number'])}) { id } }`)).toEqual({ event: { id: event.id } })
    expect(await codeOf(company.sales.create('Event', eventInput((await aSignedContract(company)).contract, { number: 5 })))).toBe('BAD_USER_INPUT')
  })
})

describe('filters give exactly the matching sets', () => {
  test('unsigned, unpaid, both (EE-56); without support, by date, mine (EE-51, EE-58)', async () => {
    const { sales, management, support } = company
    const client = await aClient(sales)
    const [draft, paidDraft, signed, paid] = [await aContract(company, client), await aContract(company, client, { amountDue: { amount: 0, currency: 'EUR' } }), await aContract(company, client), await aContract(company, client)]
    for (const one of [signed, paid]) await management.run('signContract', one.id)
    await sales.run('payContract', paid.id, ', amount: { amount: 100000 }')
    const ofClient = (more: string) => sales.ids('contracts', `{ client: { id: { eq: "${client.id}" } }, ${more} }`).then((ids) => ids.toSorted())
    const ids = (...made: { id: string }[]) => made.map(({ id }) => id).toSorted()
    expect(await ofClient('signedAt: { isEmpty: true }')).toEqual(ids(draft, paidDraft))
    expect(await ofClient('amountDue: { gt: 0 }')).toEqual(ids(draft, signed))
    expect(await ofClient('signedAt: { isEmpty: true }, amountDue: { gt: 0 }')).toEqual(ids(draft))

    const make = (startAt: string, endAt: string) => sales.create('Event', eventInput(signed, { startAt: { at: startAt }, endAt: { at: endAt } }))
    const [early, late] = [await make('1 Feb 2028 9am', '1 Feb 2028 6pm'), await make('1 Mar 2028 9am', '1 Mar 2028 6pm')]
    const events = (who: typeof sales, more: string) => who.ids('events', `{ contract: { id: { eq: "${signed.id}" } }, ${more} }`)
    await management.run('assignSupport', early.id, `, user: "${support.id}"`)
    expect(await events(management, 'supportContact: { isEmpty: true }')).toEqual([late.id])
    expect(await events(management, 'supportContact: { isEmpty: true }, startAt: { lt: "2028-02-15T00:00:00Z" }')).toEqual([])
    expect(await events(support, `supportContact: { id: { eq: "${support.id}" } }`)).toEqual([early.id])
    expect(await events(support, 'startAt: { gte: "2028-02-15T00:00:00Z" }')).toEqual([late.id])
    expect(await sales.ids('contracts', `{ salesContact: { id: { eq: "${company.otherSales.id}" } }, client: { id: { eq: "${client.id}" } } }`)).toEqual([])
  })
})

test('what was stored is there for whoever comes later (EE-44)', async () => {
  const client = await aClient(company.sales, { fullName: 'Zoé Tardif' })
  await company.sales.update('Client', client.id, { phone: '02 61 91 00 00' })
  const again = await colleague(company.server, 'support@coulisses.test')
  expect(await again.one('client', client.id, 'fullName phone { raw }')).toEqual({ fullName: 'Zoé Tardif', phone: { raw: '02 61 91 00 00' } })
})
