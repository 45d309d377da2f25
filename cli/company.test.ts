import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aClient, aContract, anEvent, eventLine, openCompany, record, records, refused, unique, type Company, type Member, type Shown } from './test/company.ts'
import { demoPassword } from '../seeds/loadDemo.ts'
import { person } from './test/program.ts'

let company: Company
beforeAll(async () => { company = await openCompany() })
afterAll(() => company.server.close())

const said = (shown: Shown, name = 'number'): string => String(shown[name])

test('the work goes from department to department (EE-06…09, EE-11)', async () => {
  const { sales, management, support } = company
  const client = await record(sales, 'client', 'create', '--full-name', 'Kevin Dupont', '--email', 'kevin@dupont.grd', '--phone', '+678 123 456 78', '--company-name', 'Dupont LLC')
  expect(client).toMatchObject({ fullName: 'Kevin Dupont', email: 'kevin@dupont.grd', phone: '+678 123 456 78', companyName: 'Dupont LLC', salesContact: 'Bill Boquet' })
  expect(await record(sales, 'client', 'update', 'Kevin Dupont', '--phone', '+33 1 23 45 67 89')).toMatchObject({ phone: '+33 1 23 45 67 89' })

  const contract = await record(management, 'contract', 'create', '--client', 'Dupont LLC', '--total-amount', '12,500.00', '--title', 'Trente ans')
  expect(contract).toMatchObject({ totalAmount: '12500.00', amountDue: '12500.00', currency: 'EUR', state: 'DRAFT', signedAt: null, salesContact: 'Bill Boquet' })
  const tooEarly = await sales.run(...eventLine(contract))
  expect(refused(tooEarly)).toBe(true)
  expect(await record(management, 'contract', 'sign', said(contract), '--yes')).toMatchObject({ state: 'SIGNED', signedAt: expect.any(String) })
  expect((await records(sales, 'notifications')).map((one) => one['title'])).toContainEqual(expect.stringContaining(`${said(contract)}`))

  const event = await record(sales, ...eventLine(contract), '--location', '53 Rue du Château, 41120 Candé-sur-Beuvron, France', '--attendees', '75', '--notes', 'Un orchestre,\nsur l’eau.')
  expect(event).toMatchObject({ startAt: '2027-06-04T11:00:00.000Z', endAt: '2027-06-05T00:00:00.000Z', timeZone: 'Europe/Paris', contract: contract['number'], supportContact: null, location: '53 Rue du Château, 41120 Candé-sur-Beuvron, France', attendees: 75, notes: 'Un orchestre,\nsur l’eau.' })
  expect((await records(management, 'event', 'list', '--no-support', '--all')).map((one) => one['number'])).toContain(event['number'])
  expect(await record(management, 'event', 'assign', said(event), 'Kate Hastroff')).toMatchObject({ supportContact: 'Kate Hastroff' })
  expect((await records(management, 'event', 'list', '--no-support', '--all')).map((one) => one['number'])).not.toContain(event['number'])
  expect((await records(support, 'event', 'list', '--mine', '--all')).map((one) => one['number'])).toContain(event['number'])
  expect(await record(support, 'event', 'update', said(event), '--attendees', '80')).toMatchObject({ attendees: 80 })
  expect(await record(management, 'contract', 'pay', said(contract), '2500', '--yes')).toMatchObject({ amountDue: '10000.00' })
  expect((await sales.run('event', 'comment', said(event), 'Le client préfère le matin')).code).toBe(0)
  expect(await records(support, 'event', 'comments', said(event))).toMatchObject([{ author: 'Bill Boquet', body: 'Le client préfère le matin' }])
})

test('the two sample sheets come back as they were written (EE-30)', async () => {
  const { code, out } = await company.support.run('event', 'show', '109')
  expect(code).toBe(0)
  for (const text of ['John Ouick Wedding', '652', 'John Ouick', 'john.ouick@gmail.com', '+1 234 567 8901', '4 Jun 2023 @ 1PM', '5 Jun 2023 @ 2AM', 'Kate Hastroff', '53 Rue du Château, 41120 Candé-sur-Beuvron, France', '75', 'Wedding starts at 3PM, by the river.']) expect(out).toContain(text)
  expect((await company.support.run('event', 'show', 'Lou Bouzin General Assembly', '--lang', 'fr')).out).toContain('5 mai 2023 à 15h')
  expect((await company.support.run('event', 'show', 'Lou Bouzin General Assembly')).out).toMatch(/Jacky Blangier[^]*jacky@loubouzin\.grd[^]*\+ 666 12345[^]*Salle des fêtes de Mufflins/)
})

/** B.1: what each department may, and may not. `own`: of whoever asks; `other`: of a colleague. */
interface Cell { readonly what: string; readonly who: Member; readonly may: boolean; readonly line: () => Promise<string[]> }
const everybody: readonly Member[] = ['management', 'sales', 'support']
const cells = (what: string, allowed: readonly Member[], line: (who: Member) => Promise<string[]>): Cell[] =>
  everybody.map((who) => ({ what, who, may: allowed.includes(who), line: () => line(who) }))
const only = (what: string, who: Member, may: boolean, line: () => Promise<string[]>): Cell => ({ what, who, may, line })

async function aCollaborator(): Promise<string> {
  const email = `${unique('collegue').replace(' ', '.')}@example.org`
  const { code, err } = await company.management.pipe('a password of hers\n', 'collaborator', 'create', '--full-name', unique('Zoé'), '--email', email, '--department', 'support', '--password-stdin')
  if (code !== 0) throw new Error(err)
  return email
}

const matrix: readonly Cell[] = [
  ...cells('collaborator · C', ['management'], () => Promise.resolve(['collaborator', 'create', '--full-name', unique('Ana'), '--email', `${unique('ana').replace(' ', '.')}@example.org`, '--department', 'sales', '--password-stdin'])),
  ...cells('collaborator · U', ['management'], async () => ['collaborator', 'update', await aCollaborator().then(async (email) => (await records(company.management, 'collaborator', 'list', '--q', email))[0]?.['id'] as string), '--department', 'sales']),
  ...cells('collaborator · D', ['management'], async () => ['collaborator', 'delete', await aCollaborator().then(async (email) => (await records(company.management, 'collaborator', 'list', '--q', email))[0]?.['id'] as string), '--yes']),
  ...cells('collaborator · R', everybody, () => Promise.resolve(['collaborator', 'show', 'Bill Boquet'])),
  ...cells('client · R', everybody, async () => ['client', 'show', said(await aClient(company.otherSales))]),
  ...cells('client · C', ['sales'], () => Promise.resolve(['client', 'create', '--full-name', unique('Élise'), '--email', `${unique('elise').replace(' ', '.')}@example.org`])),
  ...cells('client · U, of the sales rep', ['sales'], async () => ['client', 'update', said(await aClient(company.sales)), '--phone', '+33 1 02 03 04 05']),
  only('client · U, of another', 'sales', false, async () => ['client', 'update', said(await aClient(company.otherSales)), '--phone', '+33 1 02 03 04 05']),
  ...cells('client · reassign', [], async () => ['client', 'reassign', said(await aClient(company.sales)), 'Bill Boquet']),
  ...cells('contract · R', everybody, () => Promise.resolve(['contract', 'show', '412'])),
  ...cells('contract · C', ['management'], async () => ['contract', 'create', '--client', said(await aClient(company.sales)), '--total-amount', '100']),
  ...cells('contract · U, of the sales rep', ['management', 'sales'], async () => ['contract', 'update', said(await aContract(company, await aClient(company.sales), false)), '--amount-due', '900']),
  only('contract · U, of another', 'sales', false, async () => ['contract', 'update', said(await aContract(company, await aClient(company.otherSales), false)), '--amount-due', '900']),
  only('contract · U client', 'sales', false, async () => ['contract', 'update', said(await aContract(company, await aClient(company.sales), false)), '--client', said(await aClient(company.sales))]),
  only('contract · U client', 'management', true, async () => ['contract', 'update', said(await aContract(company, await aClient(company.sales), false)), '--client', said(await aClient(company.otherSales))]),
  ...cells('contract · sign, of the sales rep', ['management', 'sales'], async () => ['contract', 'sign', said(await aContract(company, await aClient(company.sales), false)), '--yes']),
  only('contract · sign, of another', 'sales', false, async () => ['contract', 'sign', said(await aContract(company, await aClient(company.otherSales), false)), '--yes']),
  ...cells('contract · pay, of the sales rep', ['management', 'sales'], async () => ['contract', 'pay', said(await aContract(company, await aClient(company.sales), true)), '10', '--yes']),
  only('contract · pay, of another', 'sales', false, async () => ['contract', 'pay', said(await aContract(company, await aClient(company.otherSales), true)), '10', '--yes']),
  ...cells('event · R', everybody, () => Promise.resolve(['event', 'show', '109'])),
  ...cells('event · C, own client, signed', ['sales'], async () => eventLine(await aContract(company, await aClient(company.sales), true))),
  only('event · C, own client, not signed', 'sales', false, async () => eventLine(await aContract(company, await aClient(company.sales), false))),
  only('event · C, client of another, signed', 'sales', false, async () => eventLine(await aContract(company, await aClient(company.otherSales), true))),
  ...cells('event · U support contact', ['management'], async () => ['event', 'assign', said(await anEvent(company)), 'Kate Hastroff']),
  ...cells('event · U other fields, of the support member', ['support'], async () => ['event', 'update', said(await anEvent(company, 'support')), '--notes', 'Noté']),
  only('event · U other fields, of another', 'support', false, async () => ['event', 'update', said(await anEvent(company, 'otherSupport')), '--notes', 'Noté']),
]

describe('B.1', () => {
  test.each(matrix.map((cell) => [cell.what, cell.who, cell.may ? 'yes' : 'no', cell] as const))('%s · %s · %s', async (_what, who, _may, { may, line }) => {
    const words = await line()
    const before = await company.server.sql('select count(*)::int as n from audit_entry where changes is not null')
    const ended = await company[who].pipe('a password of hers\n', ...words)
    expect({ code: ended.code, err: may ? '' : ended.err, refused: refused(ended) }).toEqual({ code: may ? 0 : 1, err: may ? '' : ended.err, refused: !may })
    if (!may) expect(await company.server.sql('select count(*)::int as n from audit_entry where changes is not null')).toEqual(before)
  })

  test.each(everybody)('%s filters all three lists', async (who) => {
    for (const line of [['client', 'list', '--q', 'ouick'], ['contract', 'list', '--unsigned'], ['contract', 'list', '--unpaid', '--signed'], ['event', 'list', '--no-support', '--from', '1 Jan 2023', '--to', 'today'], ['event', 'list', '--mine'], ['client', 'list', '--mine']]) {
      expect(await company[who].run(...line)).toMatchObject({ code: 0 })
    }
  })

  test.each(everybody)('%s changes his own password, and by no command that of another', async (department) => {
    const email = await aCollaborator()
    await record(company.management, 'collaborator', 'update', email, '--department', department)
    const one = person(company.server.url)
    await one.signIn(email, 'a password of hers')
    expect(await one.pipe('not hers\nanother password\n', 'password', '--password-stdin')).toMatchObject({ code: 1, out: '' })
    expect(await one.pipe('a password of hers\nanother password\n', 'password', '--password-stdin')).toMatchObject({ code: 0, out: '' })
    await expect(person(company.server.url).signIn(email, 'a password of hers')).rejects.toThrow()
    await person(company.server.url).signIn(email, 'another password')
    expect(await one.run('password')).toMatchObject({ code: 2 })
    expect(await one.run('password', 'bill@example.org')).toMatchObject({ code: 2 })
  })

  test('no command deletes a client, a contract or an event', async () => {
    for (const name of ['client', 'contract', 'event']) expect(await company.management.run(name, 'delete', '1')).toMatchObject({ code: 2 })
  })
})

test('--unsigned and --unpaid, alone and together, give exactly those (EE-56)', async () => {
  const client = await aClient(company.sales)
  const [draft, signed, paid] = [await aContract(company, client, false), await aContract(company, client, true), await aContract(company, client, true)]
  await record(company.management, 'contract', 'pay', said(paid), '1000', '--yes')
  const listed = async (...filters: string[]): Promise<unknown[]> => (await records(company.sales, 'contract', 'list', '--client', said(client), '--all', '--sort', 'number', ...filters)).map((one) => one['number'])
  expect(await listed('--unsigned')).toEqual([draft['number']])
  expect(await listed('--unpaid')).toEqual([draft['number'], signed['number']])
  expect(await listed('--unpaid', '--unsigned')).toEqual([draft['number']])
  expect(await listed('--signed')).toEqual([signed['number'], paid['number']])
})

test('a payment says how it was made', async () => {
  const contract = await aContract(company, await aClient(company.sales), true)
  await record(company.sales, 'contract', 'pay', said(contract), '250,50', '--yes', '--method', 'cheque', '--on', '1 Mar 2027')
  await record(company.management, 'contract', 'pay', said(contract), '100', '--yes')
  expect(await records(company.support, 'contract', 'payments', said(contract))).toMatchObject([{ amount: '250.50', currency: 'EUR', method: 'CHEQUE', paidOn: '2027-03-01', state: 'PAID' }, { amount: '100.00', method: null }])
  expect((await company.support.run('contract', 'payments', said(contract))).out.split('\n')[0]).toBe('1 Mar 2027  €250.50  cheque')
  expect(await company.sales.run('contract', 'pay', said(contract), '1', '--yes', '--method', 'stripe')).toMatchObject({ code: 2, err: expect.stringContaining('transfer, cheque, card, cash, other') })
})

test('orphans are listed to management, and to nobody else (EE-48)', async () => {
  const email = await aCollaborator()
  await record(company.management, 'collaborator', 'update', email, '--department', 'sales')
  const leaving = person(company.server.url)
  await leaving.signIn(email, 'a password of hers')
  const client = await aClient(leaving)
  const orphans = async (): Promise<unknown[]> => (await records(company.management, 'client', 'list', '--orphans', '--all')).map((one) => one['number'])
  expect(await orphans()).not.toContain(client['number'])
  expect(await company.management.run('collaborator', 'delete', email, '--yes')).toMatchObject({ code: 0, err: expect.stringContaining('deleted') })
  expect(await leaving.run('client', 'list')).toMatchObject({ code: 3 })
  expect(await orphans()).toContain(client['number'])
  expect(await company.management.run('event', 'list', '--orphans')).toMatchObject({ code: 0 })
  for (const who of ['sales', 'support'] as const) {
    const ended = await company[who].run('client', 'list', '--orphans')
    expect(refused(ended)).toBe(true)
    expect(ended.err).toContain('--orphans')
  }
})

test('who changes department changes rights at once (EE-43)', async () => {
  const email = await aCollaborator()
  const moved = person(company.server.url)
  await moved.signIn(email, 'a password of hers')
  const create = (): ReturnType<typeof moved.run> => moved.run('client', 'create', '--full-name', unique('Yann'), '--email', `${unique('yann').replace(' ', '.')}@example.org`)
  expect(await create()).toMatchObject({ code: 1 })
  await record(company.management, 'collaborator', 'update', email, '--department', 'sales')
  expect(await create()).toMatchObject({ code: 0 })
})

describe('what is typed alters nothing but what it says (EE-12)', () => {
  const evil = '\' OR 1=1; DROP TABLE client;--'

  test('in every filter', async () => {
    for (const line of [
      ['client', 'list', '--name', evil], ['client', 'list', '--company', evil], ['client', 'list', '--email', evil], ['client', 'list', '--q', evil], ['contract', 'list', '--q', evil], ['event', 'list', '--q', evil], ['collaborator', 'list', '--name', evil], ['collaborator', 'list', '--q', evil],
    ]) expect(await company.sales.run(...line, '--json')).toMatchObject({ code: 0, out: '[]\n' })
    for (const line of [['client', 'show', evil], ['contract', 'list', '--client', evil], ['event', 'list', '--contract', evil], ['event', 'assign', '109', evil]]) expect(refused(await company.management.run(...line))).toBe(true)
    for (const line of [['client', 'list', '--sort', evil], ['client', 'list', '--fields', evil], ['client', 'list', '--limit', evil], ['event', 'list', '--from', evil], ['event', 'list', '--kind', evil]]) expect(await company.sales.run(...line)).toMatchObject({ code: 2, out: '' })
    expect((await company.sales.run('client', 'list', '--after', evil)).code).not.toBe(0)
    expect(await company.server.sql('select count(*) > 0 as there from client')).toEqual([{ there: true }])
  })

  test('and what a filter refuses is told by its option', async () => {
    const long = 'x'.repeat(1_001)
    for (const line of [['--name', long], ['--email', 'a', '--name', long], ['--mine', '--name', long, '--all']]) {
      const ended = await company.sales.run('client', 'list', ...line)
      expect(refused(ended)).toBe(true)
      expect(ended.err).toBe('coulisses: --name: At most 1000 characters.\n')
    }
  })

  test('in every field, where it is a text like any other', async () => {
    const client = await record(company.sales, 'client', 'create', '--full-name', evil, '--email', 'bobby@tables.org', '--company-name', `${evil} SA`)
    expect(client).toMatchObject({ fullName: evil, companyName: `${evil} SA` })
    expect(await records(company.sales, 'client', 'list', '--name', evil)).toHaveLength(1)
  })
})

test('what the database holds never reaches the terminal with its orders', async () => {
  const { number } = await aClient(company.sales)
  const orders = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eevil\u0085'
  await company.server.sql('update client set full_name = $1, company_name = $1 where number = $2', [orders, number])
  for (const line of [['client', 'list', '--all'], ['client', 'list', '--all', '--json'], ['client', 'show', String(number)], ['client', 'show', String(number), '--json']]) {
    const { out } = await company.sales.run(...line)
    expect(out).toContain('owned')
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  }
  expect((await company.sales.run('client', 'list', '--all', '--csv')).out).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/)
})

test('a name that several bear is not guessed in a pipe', async () => {
  const name = unique('Homonyme')
  for (const host of ['a.org', 'b.org']) await record(company.sales, 'client', 'create', '--full-name', name, '--email', `h${name.length}@${host}`, '--company-name', unique('Maison'))
  const { code, err } = await company.sales.run('client', 'show', name)
  expect(code).toBe(1)
  expect(err).toContain('several are possible')
})

test('a change that clashes is refused in a pipe, and one that does not is merged', async () => {
  const client = await aClient(company.sales)
  const { version } = await record(company.sales, 'client', 'show', said(client))
  await record(company.sales, 'client', 'update', said(client), '--phone', '+33 1 11 11 11 11')
  expect(refused(await company.sales.run('client', 'update', said(client), '--phone', '+33 1 22 22 22 22', '--expected-version', String(version)))).toBe(true)
  expect(await record(company.sales, 'client', 'update', said(client), '--first-contact-on', '1 Jan 2024', '--expected-version', String(version))).toMatchObject({ phone: '+33 1 11 11 11 11', firstContactOn: '2024-01-01' })
})

test('what is only tried is not done', async () => {
  const contract = await aContract(company, await aClient(company.sales), false)
  expect(await company.sales.run('contract', 'sign', said(contract), '--dry-run')).toMatchObject({ code: 0, err: expect.stringContaining('nothing was done') })
  expect(await record(company.sales, 'contract', 'show', said(contract))).toMatchObject({ state: 'DRAFT' })
  expect(await company.support.run('contract', 'sign', said(contract), '--dry-run')).toMatchObject({ code: 1 })
})

test('the password of the demonstration is none of what anybody is shown', async () => {
  for (const who of everybody) {
    const { out } = await company[who].run('collaborator', 'list', '--all', '--json')
    expect(out).not.toMatch(/password|hash|argon/i)
    expect(out).not.toContain(demoPassword)
  }
})
