import { afterAll, beforeAll, expect, it } from 'vitest'
import { close, signedIn, type Client } from '../../contract/records.ts'
import { startWholeServer } from '../../contract/server.ts'
import { houseCaller } from '../../server/house.ts'
import switchPlanned from './jobs/switchPlanned.ts'

/** MU8.1.1-c: who works in a module is told before it is switched off, and when it is. */
let server: Awaited<ReturnType<typeof startWholeServer>>
let admin: Client
let casting: string
beforeAll(async () => {
  server = await startWholeServer()
  admin = await signedIn(server, 'admin')
  casting = String((await server.sql(`select id from module where key = 'casting'`))[0]?.['id'])
})
afterAll(() => close(server))

const SWITCH = 'mutation ($modules: [ID!]!, $enabled: Boolean!, $at: DateTime) { answer: switchModules(modules: $modules, enabled: $enabled, at: $at) }'
const plan = (enabled: boolean, at = '2027-06-01T09:00:00Z', modules = [casting]) => ({ modules, enabled, at })
const clock = () => server.house.writer.mutate(houseCaller('job switchPlanned'), (work) => switchPlanned.run(work, {}))
const isOn = async () => (await server.sql('select enabled from module where id = $1', [casting]))[0]?.['enabled']
const plans = async () => (await server.sql('select state, note from planned_switch order by created_at')).map(({ state, note }) => ({ state, note }))
const told = async (kind: string) => (await server.sql(`select u.email, n.title from notification n join "user" u on u.id = n.user_id where n.kind = $1 order by u.email`, [kind])).map(({ email, title }) => ({ email, title }))
const due = () => server.sql(`update planned_switch set at = now() - interval '1 minute' where state = 'PLANNED'`)

it('a switch that is planned tells those who have a right in the module when it will be, and changes nothing yet', async () => {
  await admin.ask(SWITCH, plan(false))
  await clock()
  expect(await isOn()).toBe(true)
  const people = await told('moduleSwitchPlanned')
  expect(people).toContainEqual({ email: 'employee@coulisses.test', title: 'Le module « Casting » sera désactivé le 1 juin 2027 à 11:00' })
  expect(people.map(({ email }) => email)).not.toContain('sales@coulisses.test')
  expect(await told('moduleSwitched')).toEqual([])
})

it('is done at its moment, and they are told again; and it comes back in the same way', async () => {
  await due()
  await clock()
  expect([await isOn(), await plans()]).toEqual([false, [{ state: 'DONE', note: null }]])
  expect((await told('moduleSwitched')).map(({ email }) => email)).toEqual((await told('moduleSwitchPlanned')).map(({ email }) => email))
  await admin.ask(SWITCH, plan(true))
  await due()
  await clock()
  expect(await isOn()).toBe(true)
})

it('is done once, cancelled by whoever may plan it, and lies within a year', async () => {
  await admin.ask(SWITCH, plan(false))
  const [{ id } = {}] = await server.sql(`select id from planned_switch where state = 'PLANNED'`)
  expect(await admin.ask('mutation ($id: ID!) { answer: cancelPlannedSwitch(id: $id) { state } }', { id })).toEqual({ state: 'CANCELLED' })
  await due()
  await clock()
  expect(await isOn()).toBe(true)
  for (const at of ['2020-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) expect((await admin.refused(SWITCH, plan(false, at))).extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'at' }] })
  expect((await admin.refused(SWITCH, plan(true))).extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'modules' }] })
  const employee = await signedIn(server, 'employee')
  expect((await employee.refused(SWITCH, plan(false))).extensions.code).toBe('FORBIDDEN')
  expect((await employee.refused('{ answer: plannedSwitches { total } }')).extensions.code).toBe('FORBIDDEN')
})

it('that has become impossible meanwhile changes nothing, and says why', async () => {
  const [{ id: core } = {}] = await server.sql(`select id from module where key = 'core'`)
  await server.sql(`with planned as (insert into planned_switch (at, enabled, planned_by_id) select now() - interval '1 minute', false, id from "user" where email = 'admin@coulisses.test' returning id)
    insert into planned_switch_modules (planned_switch_id, module_id) select id, $1 from planned`, [core])
  await clock()
  expect((await plans()).at(-1)).toEqual({ state: 'FAILED', note: expect.stringContaining('Le socle ne se désactive pas') })
})
