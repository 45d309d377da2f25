import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../seeds/loadDemo.ts'
import { aClient, openCompany, record, type Company } from '../test/company.ts'
import { person } from '../test/program.ts'
import { keys, openTerminal } from '../test/terminal.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

let company: Company
beforeAll(async () => { company = await openCompany() })
afterAll(() => company.server.close())

/** What the demonstration holds: dozens of each. */
const all = /Clients \(\d\d+\+?\)[^]*Contracts \(\d\d+\+?\)[^]*Events \(\d\d+\+?\)/

test('three panes, a filter while typing, the keyboard on ?, and the screen given back', async () => {
  const terminal = await openTerminal(company.sales.env, ['ui'], { columns: 120, rows: 36 })
  await terminal.sees(all)
  terminal.type('?')
  await terminal.sees('filter while typing')
  terminal.type(keys.escape)
  await terminal.sees(all)
  terminal.type('/bouz')
  await terminal.sees(/Clients \(1\)/)
  expect(terminal.screen()).toMatch(/No\. +Name +Company[^]*No\. +Client +Title[^]*No\. +Title +Client/)
  expect(terminal.screen()).toContain('Lou Bouzin')
  expect(terminal.screen()).toContain('Enter keep  Esc clear')
  terminal.type(keys.enter)
  await terminal.sees('/ filter (Esc: all)')
  terminal.type(keys.escape)
  await terminal.sees(all)
  terminal.type('q')
  expect(await terminal.ends()).toBe(0)
  expect(terminal.screen()).not.toMatch(all)
})

test('a record is edited in place', async () => {
  const client = await aClient(company.sales)
  const terminal = await openTerminal(company.sales.env, ['ui'], { columns: 120, rows: 36 })
  await terminal.sees(all)
  terminal.type(`/${String(client['fullName'])}`)
  await terminal.sees('Clients (1)')
  terminal.type(keys.enter + keys.enter)
  await terminal.sees('› No.')
  terminal.type(keys.enter)
  await terminal.sees('is not changed here')
  terminal.type('jjj' + keys.enter + keys.ctrlU + 'no number' + keys.enter)
  await terminal.sees('A telephone number is expected')
  terminal.type(keys.ctrlU + '+33 1 44 55 66 77' + keys.enter)
  await terminal.sees('Saved.')
  expect(await record(company.sales, 'client', 'show', String(client['number']))).toMatchObject({ phone: '+33 1 44 55 66 77' })
  terminal.type(keys.ctrlC)
  expect(await terminal.ends()).toBe(0)
})

test('what somebody else changed meanwhile is not overwritten unasked', async () => {
  const client = await aClient(company.sales)
  const terminal = await openTerminal(company.sales.env, ['ui'], { columns: 120, rows: 36 })
  await terminal.sees(all)
  terminal.type(`/${String(client['fullName'])}`)
  await terminal.sees('Clients (1)')
  terminal.type(keys.enter + keys.enter)
  await terminal.sees('› No.')
  await record(company.sales, 'client', 'update', String(client['number']), '--phone', '+33 1 00 00 00 01')
  terminal.type('jjj' + keys.enter + keys.ctrlU + '+33 1 00 00 00 02' + keys.enter)
  await terminal.sees(/Somebody changed this field meanwhile[^]*keep mine : \+33 1 00 00 00 02[^]*keep theirs : \+33 1 00 00 00 01/)
  terminal.type('t')
  await terminal.sees(/Phone +\+33 1 00 00 00 01/)
  await record(company.sales, 'client', 'update', String(client['number']), '--phone', '+33 1 00 00 00 03')
  terminal.type(keys.enter + keys.ctrlU + '+33 1 00 00 00 04' + keys.enter)
  await terminal.sees('keep mine : +33 1 00 00 00 04')
  terminal.type('m')
  await terminal.sees('Saved.')
  expect(await record(company.sales, 'client', 'show', String(client['number']))).toMatchObject({ phone: '+33 1 00 00 00 04' })
  terminal.type(keys.ctrlC)
  await terminal.ends()
})

test('a session that ends asks for its password on the screen, and goes on', async () => {
  const one = person(company.server.url)
  await one.signIn('sales@coulisses.test', demoPassword)
  const path = join(one.env['XDG_CONFIG_HOME'] ?? '', 'coulisses/session.json')
  const file = JSON.parse(readFileSync(path, 'utf8')) as { sessions: Record<string, { token: string; refresh: string }> }
  Object.assign(file.sessions[company.server.url] ?? {}, { token: `e30.${Buffer.from('{"exp":1}').toString('base64url')}.x`, refresh: 'gone' })
  writeFileSync(path, JSON.stringify(file))
  const terminal = await openTerminal(one.env, ['ui'])
  await terminal.sees('Session ended. Password')
  terminal.type(demoPassword + keys.enter)
  await terminal.sees(all)
  expect(terminal.sent()).not.toContain(demoPassword)
  terminal.type('q')
  expect(await terminal.ends()).toBe(0)
})

test('a narrow terminal, and one that changes its size, hold it too', async () => {
  const terminal = await openTerminal(company.sales.env, ['ui'], { columns: 40, rows: 18 })
  await terminal.sees(/Events \(\d+/)
  terminal.resize(160, 36)
  await terminal.sees('John Ouick Wedding')
  terminal.type('q')
  expect(await terminal.ends()).toBe(0)
})

test('in a pipe there is no screen', async () => {
  expect(await company.sales.run('ui')).toMatchObject({ code: 2, err: 'coulisses: crm ui: this needs a terminal.\n' })
})
