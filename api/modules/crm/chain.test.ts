import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aClient, aContract, anEvent, aSignedContract, at, codeOf, euros, eventInput, faultAt, openCompany, textAt, unique, uniqueEmail, unknownId, type Company } from './fixtures/company.ts'

let company: Company
beforeAll(async () => { company = await openCompany() })
afterAll(() => company.server.close())

const titles = async (member: 'sales' | 'management' | 'support', filter = '{}'): Promise<unknown[]> => {
  const answer = at(await company[member].ask(`{ notifications(filter: ${filter}, page: { size: 100 }) { items { title state subject { entity id } } } }`), 'notifications', 'items')
  return Array.isArray(answer) ? answer.map((item) => at(item, 'title')) : []
}

describe('EE-02, EE-07…09 the work goes from department to department', () => {
  test('and each hand-over is told to the next one, here and by e-mail', async () => {
    const { sales, management, support } = company
    const client = await aClient(sales, {}, 'id salesContact { id fullName } lines')
    expect(client).toMatchObject({ salesContact: { id: sales.id, fullName: 'Bill Boquet' }, lines: ['EPIC_EVENTS'] })
    const contract = await aContract(company, client, {}, 'id number state client { id } salesContact { id }')
    expect(contract).toMatchObject({ state: 'DRAFT', client: { id: client.id }, salesContact: { id: sales.id } })
    expect(await codeOf(sales.create('Event', eventInput(contract)))).toBe('CONFLICT')

    await management.run('signContract', contract.id)
    expect(await titles('sales')).toContain(`Contrat ${String(contract['number'])} signé`)

    const event = await sales.create('Event', eventInput(contract, { title: 'Vingt ans' }), 'id number state client { id } clientContact { displayName } supportContact { id }')
    expect(event).toMatchObject({ state: 'CONFIRMED', client: { id: client.id }, supportContact: null })
    expect(await titles('management')).toContain(`Événement ${String(event['number'])} créé : Vingt ans`)

    expect(await management.run('assignSupport', event.id, `, user: "${support.id}"`, '{ supportContact { fullName } }')).toEqual({ supportContact: { fullName: 'Kate Hastroff' } })
    expect(await titles('support')).toContain(`L’événement ${String(event['number'])} vous est confié : Vingt ans`)

    const mails = await company.server.sql('select recipient from outbound_message where subject like $1 or subject like $2', [`%${String(event['number'])}%`, `%${String(contract['number'])}%`])
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(['management@coulisses.test', 'sales@coulisses.test', 'support@coulisses.test'])
  })

  test('notifications are read by whom they concern, and marked as read', async () => {
    const { sales, otherSales } = company
    await aSignedContract(company)
    const unread = (who: typeof sales) => who.ids('notifications', '{ state: { eq: UNREAD } }')
    const [one, ...others] = await unread(sales)
    const foreign = await otherSales.ask(`mutation { readNotifications(notifications: ["${one}"]) }`).catch((error: unknown) => error)
    expect(foreign).toMatchObject({ code: 'BAD_USER_INPUT' })
    await sales.ask(`mutation { readNotifications(notifications: ["${one}"]) }`)
    expect(await unread(sales)).toEqual(others)
    await sales.ask('mutation { readNotifications }')
    expect(await unread(sales)).toEqual([])
  })

  test('comments on client, contract and event are read by all three, and changed by their author only', async () => {
    const { client, contract } = await aSignedContract(company)
    const event = await company.sales.create('Event', eventInput(contract))
    for (const [entity, { id }] of [['Client', client], ['Contract', contract], ['Event', event]] as const) {
      const comment = await company.support.create('Comment', { subject: { entity, id }, body: `À propos : ${entity}` })
      for (const member of [company.management, company.sales, company.support]) {
        expect(await member.one('comment', comment.id, 'body author { fullName } subject { entity id }')).toEqual({ body: `À propos : ${entity}`, author: { fullName: 'Kate Hastroff' }, subject: { entity, id } })
        expect(at(await member.ask('query ($filter: CommentFilter) { comments(filter: $filter) { total } }', { filter: { subject: { entity, id } } }), 'comments', 'total')).toBe(1)
      }
      expect(await codeOf(company.sales.update('Comment', comment.id, { body: 'autre' }))).toBe('FORBIDDEN')
      expect(await codeOf(company.employee.one('comment', comment.id, 'body'))).toBe('NOT_FOUND')
      expect(await codeOf(company.support.update('Comment', comment.id, { body: 'Mieux dit' }))).toBe('done')
      expect(await codeOf(company.support.run('removeComment', comment.id))).toBe('done')
      expect(await codeOf(company.sales.one('comment', comment.id, 'body'))).toBe('NOT_FOUND')
    }
    expect(await codeOf(company.employee.create('Comment', { subject: { entity: 'Contract', id: contract.id }, body: 'x' }))).toMatch(/BAD_USER_INPUT|FORBIDDEN/)
  })

  test('a contract needs its client (EE-07)', async () => {
    const { management } = company
    expect(await codeOf(management.create('Contract', { client: { connect: unknownId }, totalAmount: euros(1) }))).toBe('NOT_FOUND')
    expect(await management.create('Contract', { totalAmount: euros(1) }).catch((error: unknown) => error)).toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('client') })
  })

  test('only somebody of the support department is appointed (EE-09)', async () => {
    const event = await anEvent(company)
    for (const user of [company.sales.id, company.employee.id, unknownId]) {
      expect(await codeOf(company.management.run('assignSupport', event.id, `, user: "${user}"`))).toBe('BAD_USER_INPUT')
    }
    expect(await company.management.one('event', event.id, 'supportContact { id }')).toEqual({ supportContact: null })
  })
})

describe('EE-16…22 a client', () => {
  const refused = (input: object) => aClient(company.sales, { ...input }).catch((error: unknown) => error)

  test('is what the example says, and two of one company share its card', async () => {
    const company1 = unique('Cool Startup LLC')
    const made = await aClient(company.sales, { fullName: 'Kevin Casey', email: uniqueEmail(), companyName: company1 }, 'id fullName email phone { raw } companyName organisation { id displayName } contact { displayName }')
    expect(made).toMatchObject({ fullName: 'Kevin Casey', phone: { raw: '+678 123 456 78' }, companyName: company1, organisation: { displayName: company1 }, contact: { displayName: 'Kevin Casey' } })
    const other = await aClient(company.otherSales, { companyName: company1.toUpperCase() }, 'companyName organisation { id }')
    expect(other).toMatchObject({ companyName: company1, organisation: { id: textAt(made, 'organisation', 'id') } })
    const person = await aClient(company.sales, { companyName: null }, 'companyName organisation { id }')
    expect(person).toEqual({ companyName: null, organisation: null })
  })

  test('has a name, and an address that is one', async () => {
    expect(await refused({ fullName: '' })).toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('fullName') })
    expect(await refused({ email: null })).toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('email') })
    expect(await refused({ email: 'kevin@@startup' })).toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('email') })
    expect(await refused({ phone: 'call me' })).toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('phone') })
    for (const phone of ['+ 666 12345', '+1 234 567 8901', '+678 123 456 78']) expect(await aClient(company.sales, { phone }, 'phone { raw }')).toEqual({ phone: { raw: phone } })
    expect(await aClient(company.sales, { email: 'jacky@loubouzin.grd' }, 'email')).toEqual({ email: 'jacky@loubouzin.grd' })
  })

  test('was first met today unless it was earlier, and was last heard of when it was changed or when somebody says', async () => {
    const { sales } = company
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format()
    const client = await aClient(sales, {}, 'id firstContactOn lastContactAt')
    expect(client).toMatchObject({ firstContactOn: today })
    expect(await refused({ firstContactOn: '2999-01-01' })).toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('firstContactOn') })
    await sales.update('Client', client.id, { firstContactOn: '2021-04-18', lastContactAt: '2023-03-29T10:00:00Z' })
    expect(await sales.one('client', client.id, 'firstContactOn lastContactAt')).toEqual({ firstContactOn: '2021-04-18', lastContactAt: '2023-03-29T10:00:00.000Z' })
    expect(await sales.update('Client', client.id, { lastContactAt: '2021-04-17T10:00:00Z' }).catch((error: unknown) => error)).toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('lastContactAt') })
    const changed = await sales.update('Client', client.id, { phone: '01 99 00 12 34' }, 'lastContactAt')
    expect(Date.parse(textAt(changed, 'lastContactAt'))).toBeGreaterThan(Date.now() - 60_000)
  })

  test('is followed by somebody of the sales department, whom nobody there chooses; its contracts follow', async () => {
    const { sales, otherSales, admin, support } = company
    const { client, contract } = await aSignedContract(company)
    expect(await codeOf(aClient(sales, { salesContact: { connect: otherSales.id } }))).toBe('FORBIDDEN')
    expect(await codeOf(sales.update('Client', client.id, { salesContact: { connect: otherSales.id } }))).toBe('FORBIDDEN')
    for (const member of [sales, company.management, support]) expect(await codeOf(member.run('reassignClient', client.id, `, salesContact: "${otherSales.id}"`))).toBe('FORBIDDEN')
    expect(await codeOf(admin.run('reassignClient', client.id, `, salesContact: "${support.id}"`))).toBe('BAD_USER_INPUT')
    await admin.run('reassignClient', client.id, `, salesContact: "${otherSales.id}"`)
    expect(await sales.one('contract', contract.id, 'salesContact { id }')).toEqual({ salesContact: { id: otherSales.id } })
    expect(await codeOf(sales.update('Contract', contract.id, { title: 'x' }))).toBe('FORBIDDEN')
    expect(await codeOf(otherSales.update('Contract', contract.id, { title: 'x' }))).toBe('done')
  })

  test('is renamed for its events, too (EE-34), and for every client of the same contact', async () => {
    const { contract, client } = await aSignedContract(company)
    const event = await company.sales.create('Event', eventInput(contract))
    await company.sales.update('Client', client.id, { fullName: 'Kevin Casey-Jones', phone: '+33 1 99 00 12 34' })
    expect(await company.support.one('event', event.id, 'client { fullName } clientContact { displayName phone { raw e164 } }'))
      .toMatchObject({ client: { fullName: 'Kevin Casey-Jones' }, clientContact: { displayName: 'Kevin Casey-Jones', phone: { raw: '+33 1 99 00 12 34' } } })
  })
})

describe('EE-23…29 a contract', () => {
  test('has a number, by which it is found, and which nobody gives', async () => {
    const { contract } = await aSignedContract(company)
    const number = Number(contract['number'])
    expect(at(await company.support.ask(`{ contract(number: ${number}) { id client { fullName email phone { raw } companyName } } }`), 'contract')).toMatchObject({ id: contract.id, client: { phone: { raw: '+678 123 456 78' } } })
    expect(await codeOf(company.support.ask('{ contract(number: 999999999) { id } }'))).toBe('NOT_FOUND')
    expect(await codeOf(company.support.ask(`{ contract(number: ${number}, id: "${contract.id}") { id } }`))).toBe('BAD_USER_INPUT')
    expect(await codeOf(company.management.update('Contract', contract.id, { number: 1 }))).toBe('BAD_USER_INPUT')
    expect(await codeOf(company.management.update('Contract', contract.id, { createdAt: '2020-01-01T00:00:00Z' }))).toBe('BAD_USER_INPUT')
    expect(await codeOf(company.management.update('Contract', contract.id, { salesContact: { connect: company.sales.id } }))).toBe('BAD_USER_INPUT')
  })

  test('has a total, and a part of it that is due', async () => {
    const { management } = company
    const client = await aClient(company.sales)
    expect(await aContract(company, client, {}, 'totalAmount { amount currency } amountDue { amount currency }')).toEqual({ totalAmount: euros(100_000), amountDue: euros(100_000) })
    for (const [totalAmount, path] of [[euros(-1), 'totalAmount'], [{ amount: 12.345, currency: 'EUR' }, 'totalAmount']] as const) {
      expect(await codeOf(aContract(company, client, { totalAmount }))).toBe('BAD_USER_INPUT')
      expect(path).toBe('totalAmount')
    }
    expect(await aContract(company, client, { amountDue: euros(100_001) }).catch((error: unknown) => error)).toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('amountDue') })
    const contract = await aContract(company, client)
    expect(await codeOf(management.update('Contract', contract.id, { amountDue: { amount: 5, currency: 'USD' } }))).toBe('BAD_USER_INPUT')
    await management.update('Contract', contract.id, { amountDue: euros(7) })
    const history = at(await management.ask(`{ history(entity: "Contract", id: "${contract.id}") { items { user { fullName } changes { field from to } } } }`), 'history', 'items', 0)
    expect(history).toMatchObject({ user: { fullName: 'Solène Marchadier' }, changes: [{ field: 'amountDue', from: euros(100_000), to: euros(7) }] })
  })

  test('is signed once, for good; then its text and its client stay', async () => {
    const { management, sales } = company
    const { client, contract } = await aSignedContract(company)
    const signed = await sales.one('contract', contract.id, 'state signedAt')
    expect(signed).toEqual({ state: 'SIGNED', signedAt: expect.any(String) })
    expect(await codeOf(management.run('signContract', contract.id))).toBe('CONFLICT')
    expect(await codeOf(company.admin.run('unsignContract', contract.id))).toBe('FORBIDDEN')
    expect(await codeOf(management.run('unsignContract', contract.id))).toBe('FORBIDDEN')
    expect(await codeOf(management.update('Contract', contract.id, { body: 'Autre texte' }))).toBe('CONFLICT')
    expect(await codeOf(management.update('Contract', contract.id, { client: { connect: (await aClient(sales)).id } }))).toBe('CONFLICT')
    expect(await codeOf(management.update('Contract', contract.id, { amountDue: euros(1) }))).toBe('done')
    expect(await sales.one('contract', contract.id, 'state client { id }')).toEqual({ state: 'SIGNED', client: { id: client.id } })
  })

  test('is paid bit by bit, never more than is due', async () => {
    const { sales, management } = company
    const { contract } = await aSignedContract(company)
    const pay = (who: typeof sales, amount: number, currency = 'EUR') => who.run('payContract', contract.id, `, amount: { amount: ${amount}, currency: "${currency}" }`, '{ amountDue { amount } paymentsCount }')
    expect(await pay(sales, 40_000)).toEqual({ amountDue: { amount: 60_000 }, paymentsCount: 1 })
    expect(await pay(management, 60_000)).toEqual({ amountDue: { amount: 0 }, paymentsCount: 2 })
    expect(await codeOf(pay(sales, 1))).toBe('CONFLICT')
    const { contract: other } = await aSignedContract(company)
    const payOther = (amount: number, currency = 'EUR') => codeOf(sales.run('payContract', other.id, `, amount: { amount: ${amount}, currency: "${currency}" }`))
    expect(await Promise.all([payOther(100_001), payOther(0), payOther(-5), payOther(10, 'USD')])).toEqual(Array.from({ length: 4 }, () => 'BAD_USER_INPUT'))
    expect(await codeOf(company.otherSales.run('payContract', other.id, ', amount: { amount: 5 }'))).toBe('FORBIDDEN')
    expect(await codeOf(company.support.run('payContract', other.id, ', amount: { amount: 5 }'))).toBe('FORBIDDEN')
    expect(await sales.one('contract', other.id, 'amountDue { amount } paymentsCount')).toEqual({ amountDue: { amount: 100_000 }, paymentsCount: 0 })
  })
})
