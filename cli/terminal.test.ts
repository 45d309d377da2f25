import { afterAll, beforeAll, expect, test } from 'vitest'
import { aClient, aContract, openCompany, record, unique, type Company } from './test/company.ts'
import { keys, openTerminal } from './test/terminal.ts'

let company: Company
beforeAll(async () => { company = await openCompany() })
afterAll(() => company.server.close())

test('a client is asked for field by field, and what is wrong is told at once', async () => {
  const name = unique('Noémie')
  const terminal = await openTerminal(company.sales.env, ['client', 'create'])
  await terminal.sees('? Name')
  terminal.type(name + keys.enter)
  await terminal.sees('? E-mail')
  terminal.type(`nope${keys.enter}`)
  await terminal.sees('an e-mail address is expected')
  terminal.type(`${keys.ctrlU}noemie@example.grd${keys.enter}`)
  await terminal.sees('? Phone (optional)')
  terminal.type(keys.enter)
  await terminal.sees('? Company (optional)')
  terminal.type(`Candé SA${keys.enter}`)
  await terminal.sees('? First contact (optional)')
  terminal.type(`31 June 2023${keys.enter}`)
  await terminal.sees('this date does not exist')
  terminal.type(`${keys.ctrlU}4 Jun 2023${keys.enter}`)
  await terminal.sees('? Last contact (optional)')
  terminal.type(keys.enter)
  await terminal.sees('created.')
  expect(await terminal.ends()).toBe(0)
  expect(await record(company.sales, 'client', 'show', name)).toMatchObject({ email: 'noemie@example.grd', companyName: 'Candé SA', firstContactOn: '2023-06-04' })
})

test('what cannot be undone is asked about', async () => {
  const contract = await aContract(company, await aClient(company.sales), false)
  const number = String(contract['number'])
  const no = await openTerminal(company.sales.env, ['contract', 'sign', number])
  await no.sees('A signature cannot be undone')
  no.type(`n${keys.enter}`)
  expect(await no.ends()).toBe(1)
  expect(await record(company.sales, 'contract', 'show', number)).toMatchObject({ state: 'DRAFT' })
  const yes = await openTerminal(company.sales.env, ['contract', 'sign', number])
  await yes.sees('A signature cannot be undone')
  yes.type(`y${keys.enter}`)
  await yes.sees('Contract signed.')
  expect(await yes.ends()).toBe(0)
})

test('a name that several bear is asked about', async () => {
  const name = unique('Homonyme')
  const [first, second] = [await record(company.sales, 'client', 'create', '--full-name', name, '--email', 'un@example.org', '--company-name', unique('Maison')), await record(company.sales, 'client', 'create', '--full-name', name, '--email', 'deux@example.org', '--company-name', unique('Maison'))]
  const terminal = await openTerminal(company.sales.env, ['client', 'show', name])
  await terminal.sees('which one?')
  terminal.type(keys.down + keys.enter)
  const shown = await terminal.sees(/E-mail +(un|deux)@example\.org/)
  expect([first, second].some(({ email }) => shown.includes(String(email)))).toBe(true)
  expect(await terminal.ends()).toBe(0)
})

test('a support member is chosen from a list that words narrow down', async () => {
  const contract = await aContract(company, await aClient(company.sales), true)
  const event = await record(company.sales, 'event', 'create', '--contract', String(contract['number']), '--title', unique('Gala'), '--kind', 'PARTY', '--start-at', 'tomorrow 9am', '--end-at', 'tomorrow 6pm')
  const terminal = await openTerminal(company.management.env, ['event', 'assign', String(event['number'])])
  await terminal.sees('? Collaborator')
  terminal.type('hastr')
  await terminal.sees(/❯ Kate Hastroff/)
  terminal.type(keys.enter)
  await terminal.sees('Support contact named.')
  expect(await terminal.ends()).toBe(0)
})

test('two people who change the same are asked whose stays', async () => {
  const client = await aClient(company.sales)
  const number = String(client['number'])
  const terminal = await openTerminal(company.sales.env, ['client', 'update', number])
  await terminal.sees('Change what?')
  terminal.type(keys.down.repeat(2) + keys.enter)
  await terminal.sees('? Phone')
  await record(company.sales, 'client', 'update', number, '--phone', '+33 1 00 00 00 01')
  terminal.type(`+33 1 00 00 00 02${keys.enter}`)
  await terminal.sees('— save —')
  terminal.type(keys.up + keys.enter)
  await terminal.sees('Somebody changed the same record meanwhile')
  await terminal.sees(/mine: \+33 1 00 00 00 02[^]*theirs: \+33 1 00 00 00 01/)
  terminal.type(keys.enter)
  await terminal.sees('saved.')
  expect(await terminal.ends()).toBe(0)
  expect(await record(company.sales, 'client', 'show', number)).toMatchObject({ phone: '+33 1 00 00 00 02' })
})

test('a table has colours and fits; in a pipe it has none and takes its room', async () => {
  await record(company.sales, 'client', 'create', '--full-name', '東京 花子 👩‍👩‍👧', '--email', 'hanako@example.jp', '--company-name', '株式会社とても長い名前の会社')
  for (const columns of [120, 60, 40]) {
    const terminal = await openTerminal(company.sales.env, ['client', 'list', '--sort', 'number', '--limit', '100'], { columns, rows: 60 })
    expect(await terminal.ends()).toBe(0)
    expect(terminal.sent()).toContain('\u001b[1m')
    // No line is longer than the terminal: none was wrapped onto the next.
    expect(terminal.screen().split('\n').filter((line) => /@|No\./.test(line)).every((line) => /^ *(\d+|No\.)/.test(line))).toBe(true)
  }
  const { out } = await company.sales.run('client', 'list', '--sort', 'number', '--limit', '100')
  expect(out).not.toContain('\u001b')
  expect(out).toContain('株式会社とても長い名前の会社')
})
