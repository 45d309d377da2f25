import { request, type IncomingMessage } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { declarations } from '../../schema/index.ts'
import { operationNames } from '../emit/graphql/operations.ts'
import { membersInApi } from '../emit/graphql/registry.ts'
import { isToMany } from '../emit/graphql/objects.ts'
import { buildModel } from '../model/build.ts'
import type { EntityModel, MemberModel } from '../model/model.ts'
import { until } from '../server/fixtures.ts'
import type { AnsweredError, Json, TestServer } from './harness.ts'
import { close, selected } from './records.ts'
import { startTestServer } from './server.ts'

/** `POST /export`: what leaves the house in bulk is what the API answers, to the same people, and is on record. */
const model = buildModel(declarations)
const entities = [...model.entities.values()]
const people = ['admin', 'director', 'employee', 'partner', 'management', 'sales', 'support'] as const

let server: TestServer
const tokens = new Map<string, string>()
beforeAll(async () => {
  server = await startTestServer()
  for (const name of people) tokens.set(name, await server.signIn(`${name}@coulisses.test`))
})
afterAll(() => close(server))

type Body = Readonly<Record<string, unknown>>
interface Exported { readonly status: number; readonly text: string; readonly errors: readonly AnsweredError[] | undefined; readonly headers: Headers }

async function exported(who: string | undefined, body: Body | string, more: Readonly<Record<string, string>> = {}): Promise<Exported> {
  const token = who === undefined ? undefined : tokens.get(who) ?? who
  const response = await fetch(`${server.url}/export`, {
    method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': 'application/json', 'accept-language': 'en', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...more },
  })
  const text = await response.text()
  return { status: response.status, text, errors: response.ok ? undefined : (JSON.parse(text) as { errors: AnsweredError[] }).errors, headers: response.headers }
}

const refusal = ({ status, errors }: Exported) => [status, errors?.[0]?.extensions.code, errors?.[0]?.extensions.fields?.[0]?.path]
const rowsIn = ({ text }: Exported): Json[] => text.trimEnd().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Json)
const lastEvents = (count: number) => server.sql(`select a.*, u.email from audit_entry a join "user" u on u.id = a.user_id where a.action = 'EXPORT' order by a.at desc, a.id desc limit $1`, [count]).then((rows) => rows.toReversed())

/** What is exported as it is answered: fields in clear, and related records to one by their titles. */
const exportable = (entity: EntityModel): MemberModel[] =>
  membersInApi(entity).filter((member) => !member.options.transient && member.is !== 'anyOf' && !isToMany(member) && !(member.is === 'field' && (member.kind.reveal ?? member.columns.length === 0)))

/** What is asked is on record itself: the trail is compared as it was before. */
const begun = new Date().toISOString()
const filterOf = ({ name, options }: EntityModel): Body | undefined => {
  if (name === 'AuditEntry') return { at: { lt: begun } }
  // All contacts at once take two.
  return options.critical?.export === undefined ? undefined : { createdAt: { gte: '2000-01-01T00:00:00Z' } }
}

describe.each(entities)('$name', (entity) => {
  test.each(people)('is exported by %s as he reads it', async (who) => {
    const members = exportable(entity)
    const { data, errors } = await server.graphql<{ list: { items: Json[] } | null }>(`query ($filter: ${entity.name}Filter) { list: ${operationNames(entity).list}(filter: $filter, page: { size: 100 }) { items { ${members.map(selected).join(' ')} } } }`, { filter: filterOf(entity) }, tokens.get(who))
    const answer = await exported(who, { list: entity.plural, fields: members.map(({ name }) => name), format: 'NDJSON', limit: 100, partial: true, filter: filterOf(entity) })
    if (!data?.list) return expect(refusal(answer).slice(0, 2)).toEqual([403, errors?.[0]?.extensions.code])
    expect(answer.status).toBe(200)
    expect(rowsIn(answer)).toEqual(data.list.items.map((item) => Object.fromEntries(members.map((member) => [member.name, member.is === 'field' ? item[member.name] : item[member.name]?.['_label'] ?? null]))))
    // Without the leave to go without, what may never be read is refused by name.
    const denied = answer.headers.get('x-export-denied')?.split(' ') ?? []
    if (denied[0] !== undefined) expect(refusal(await exported(who, { list: entity.plural, fields: [denied[0]] }))).toEqual([403, 'FORBIDDEN', denied[0]])
  })
})

describe('as CSV', () => {
  const cells = ['plain', 'with, comma', 'with "quotes"', 'two\nlines', 'é 東京', '=1+1', '+33 1 23', '-2+3', '-12.50', '@SUM(A1)', '\t=1', `=cmd|' /C calc'!A0`, '\u001b[31m\u0007\u009b', '=\u0001', 'plain']
  const guarded = ['plain', '"with, comma"', '"with ""quotes"""', '"two\nlines"', 'é 東京', `'=1+1`, `'+33 1 23`, `'-2+3`, '-12.50', `'@SUM(A1)`, `'\t=1`, `'=cmd|' /C calc'!A0`, '␛[31m␇⟨009B⟩', `'=␁`, 'plain']

  test('a cell is quoted where it must be, is no formula, and holds nothing that a terminal would obey', async () => {
    for (const [index, cell] of cells.entries()) await server.sql(`insert into profession_domain (name) values ($1)`, [`CSV${String(index).padStart(2, '0')}`]).then(() => server.sql(`update profession_domain set name = $1 where name = $2`, [index === 14 ? 'plain ' : cell, `CSV${String(index).padStart(2, '0')}`]))
    const rows = await server.sql(`select csv_cell(c) as cell from unnest($1::text[]) with ordinality u(c, n) order by n`, [cells])
    expect(rows.map(({ cell }) => cell)).toEqual(guarded)
    const { text, headers } = await exported('admin', { list: 'professionDomains', fields: ['name'], filter: { name: { eq: '-2+3' } } })
    expect(text).toBe(`name\r\n'-2+3\r\n`)
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual(['text/csv; charset=utf-8; header=present', 'attachment; filename="professionDomains.csv"'])
  })

  test('amounts are decimals, lists are parted by blanks, several records by semicolons, and columns have the names that are asked', async () => {
    const { text } = await exported('admin', { list: 'contracts', fields: [{ path: 'totalAmount', name: 'total' }, 'totalAmount.currency', 'totalAmount.amount', { path: 'client.lines', name: 'lines' }], limit: 1, sort: [{ number: 'ASC' }] })
    expect((await exported('admin', { list: 'clients', fields: [{ path: 'number', name: 'N°, « "client" »' }], limit: 1 })).text.split('\r\n')[0]).toBe('"N°, « ""client"" »"')
    expect(text).toMatch(/^total,totalAmount\.currency,totalAmount\.amount,lines\r\n\d+\.\d\d,EUR,\d+,[A-Z_]+\r\n$/)
  })
})

describe('as JSON', () => {
  test('it is one array, empty or not', async () => {
    const some = await exported('admin', { list: 'professionDomains', fields: ['id', 'name'], format: 'JSON', limit: 3 })
    expect(JSON.parse(some.text)).toHaveLength(3)
    expect((await exported('admin', { list: 'professionDomains', fields: ['id'], format: 'JSON', filter: { name: { eq: 'nobody has this name' } } })).text).toBe('[]\n')
  })
})

test('more rows than one piece come once each, in their order, and in one snapshot', async () => {
  await server.sql(`insert into profession_domain (name) select 'Bulk ' || lpad(n::text, 5, '0') from generate_series(1, 4500) n`)
  const answer = await exported('employee', { list: 'professionDomains', fields: ['name'], format: 'NDJSON', filter: { name: { startsWith: 'Bulk ' } }, sort: [{ name: 'DESC' }] })
  expect(rowsIn(answer).map(({ name }) => name)).toEqual(Array.from({ length: 4_500 }, (_, index) => `Bulk ${String(4_500 - index).padStart(5, '0')}`))
})

describe('what is refused', () => {
  test.each<[string, Body | string, readonly unknown[]]>([
    ['no JSON', '{', [400, 'BAD_USER_INPUT', undefined]],
    ['a list of nothing', { list: 'nothings', fields: ['id'] }, [400, 'BAD_USER_INPUT', 'list']],
    ['no list', { fields: ['id'] }, [400, 'BAD_USER_INPUT', 'list']],
    ['no fields', { list: 'clients', fields: [] }, [400, 'BAD_USER_INPUT', 'fields']],
    ['another word', { list: 'clients', fields: ['id'], where: 'true' }, [400, 'BAD_USER_INPUT', 'where']],
    ['a field that is not there', { list: 'clients', fields: ['nope'] }, [400, 'BAD_USER_INPUT', 'nope']],
    ['a field of the house', { list: 'users', fields: ['passwordHash'] }, [400, 'BAD_USER_INPUT', 'passwordHash']],
    ['SQL for a field', { list: 'clients', fields: ['id"; drop table client;--'] }, [400, 'BAD_USER_INPUT', 'id"; drop table client;--']],
    ['SQL for a name', { list: 'clients', fields: [{ path: 'id', name: 'x" from client;--' }], format: 'NDJSON' }, [400, 'BAD_USER_INPUT', 'fields.0']],
    ['a formula for a name', { list: 'clients', fields: [{ path: 'id', name: '=1+1' }] }, [400, 'BAD_USER_INPUT', 'fields.0']],
    ['the same name twice', { list: 'clients', fields: ['id', 'id'] }, [400, 'BAD_USER_INPUT', 'fields.1']],
    ['a part that is none', { list: 'clients', fields: ['phone.prefix'] }, [400, 'BAD_USER_INPUT', 'phone.prefix']],
    ['what is inherited by every object', { list: 'clients', fields: ['phone.constructor'] }, [400, 'BAD_USER_INPUT', 'phone.constructor']],
    ['an encrypted field', { list: 'people', fields: ['birthDate'] }, [400, 'BAD_USER_INPUT', 'birthDate']],
    ['more relations than a statement can bear', { list: 'clients', fields: [{ path: `salesContact.${'person.user.'.repeat(500)}id`, name: 'far' }] }, [400, 'BAD_USER_INPUT', `salesContact.${'person.user.'.repeat(500)}id`]],
    ['another format', { list: 'clients', fields: ['id'], format: 'XLS' }, [400, 'BAD_USER_INPUT', 'format']],
    ['a format by inheritance', { list: 'clients', fields: ['id'], format: 'constructor' }, [400, 'BAD_USER_INPUT', 'format']],
    ['a limit below one', { list: 'clients', fields: ['id'], limit: 0 }, [400, 'BAD_USER_INPUT', 'limit']],
    ['an operator of nobody', { list: 'clients', fields: ['id'], filter: { fullName: { $ne: '' } } }, [400, 'BAD_USER_INPUT', 'filter.fullName.$ne']],
    ['a sort by nothing', { list: 'clients', fields: ['id'], sort: [{ nope: 'ASC' }] }, [400, 'BAD_USER_INPUT', 'sort.0.nope']],
    ['a direction of its own', { list: 'clients', fields: ['id'], sort: [{ number: 'DESC; drop table client' }] }, [400, 'BAD_USER_INPUT', 'sort.0.number']],
  ])('%s', async (_name, body, told) => { expect(refusal(await exported('admin', body))).toEqual(told) })

  test('whoever is not signed in, and a bad token', async () => {
    expect(refusal(await exported(undefined, { list: 'clients', fields: ['id'] })).slice(0, 2)).toEqual([401, 'UNAUTHENTICATED'])
    expect(refusal(await exported('a.b.c', { list: 'clients', fields: ['id'] })).slice(0, 2)).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('a filter and a sort by what the caller may not read, and it is on record', async () => {
    expect(refusal(await exported('partner', { list: 'castingOffers', fields: ['id'], filter: { internalNote: { contains: 'a' } } }))).toEqual([403, 'FORBIDDEN', 'filter.internalNote.contains'])
    expect(refusal(await exported('partner', { list: 'castingOffers', fields: ['id'], sort: [{ internalNote: 'ASC' }] }))).toEqual([403, 'FORBIDDEN', 'sort.0.internalNote'])
    const [entry] = await server.sql(`select * from audit_entry where action = 'REFUSED' order by at desc, id desc limit 1`)
    expect(entry).toMatchObject({ operation: 'POST /export', entity_type: 'CastingOffer', details: { fields: ['sort.0.internalNote'] } })
  })

  test('a key that was not made for reading', async () => {
    const { data } = await server.graphql<{ issueApiKey: { secret: string } }>('mutation ($until: DateTime!) { issueApiKey(name: "x", scopes: [DOCUMENTS_RUN], expiresAt: $until) { secret } }', { until: new Date(Date.now() + 86_400_000).toISOString() }, tokens.get('admin'))
    expect(refusal(await exported(data?.issueApiKey.secret, { list: 'clients', fields: ['id'] })).slice(0, 2)).toEqual([403, 'FORBIDDEN'])
  })
})

describe('what may be read and not exported', () => {
  const deny = (entity: string, scope = 'ALL') => server.sql(`insert into permission (role_id, entity_type, action, scope, effect) select id, $1, 'EXPORT', $2, 'DENY' from role where key = 'support'`, [entity, scope])
  afterEach(() => server.sql(`delete from permission where action = 'EXPORT'`))

  test('does not leave beside something else either', async () => {
    await deny('Client')
    for (const path of ['client', 'client.fullName', 'contract.client.phone']) expect(refusal(await exported('support', { list: 'events', fields: [path] })), path).toEqual([403, 'FORBIDDEN', path])
    const partly = await exported('support', { list: 'events', fields: ['number', 'client.fullName'], limit: 1, partial: true })
    expect([partly.headers.get('x-export-denied'), partly.text]).toEqual(['client.fullName', expect.stringMatching(/\r\n\d+,\r\n$/)])
    expect(refusal(await exported('support', { list: 'people', fields: ['clients'] }))).toEqual([403, 'FORBIDDEN', 'clients'])
  })

  test('is as closed where only some of it is', async () => {
    const events = { list: 'events', fields: ['contract.number'], format: 'NDJSON' }
    const numbers = async (): Promise<unknown[]> => rowsIn(await exported('support', events)).map((row) => row['contract.number'])
    expect(await numbers()).not.toContain(null)
    await deny('Contract', 'OWN')
    const [own] = await server.sql(`update contract set sales_contact_id = (select id from "user" where email = 'support@coulisses.test') where id = (select contract_id from event where line = 'EPIC_EVENTS' and contract_id is not null limit 1) returning number`)
    const left = await numbers()
    expect(left).not.toContain(Number(own?.['number']))
    expect(left).toContain(null)
    expect(left.some((number) => number !== null)).toBe(true)
  })
})

describe('on record', () => {
  test('an export is there before its first byte, and its end with the number of rows', async () => {
    const { text, headers } = await exported('sales', { list: 'clients', fields: ['number', 'fullName', 'phone.raw'], filter: { or: [{ fullName: { contains: 'e' } }, { state: { eq: 'ACTIVE' } }] }, sort: [{ number: 'ASC' }] })
    const rows = text.split('\r\n').length - 2
    const requestId = headers.get('x-request-id')
    await until(async () => (await lastEvents(1))[0]?.['details'] !== null)
    expect(await lastEvents(2)).toMatchObject([
      { email: 'sales@coulisses.test', operation: 'POST /export', entity_type: 'Client', request_id: requestId, address: '127.0.0.1', reason: null, details: { format: 'CSV', fields: ['number', 'fullName', 'phone.raw'], filter: { or: [{ fullName: { contains: '•' } }, { state: { eq: 'ACTIVE' } }] }, sort: [{ number: 'ASC' }] } },
      { email: 'sales@coulisses.test', entity_type: 'Client', request_id: requestId, reason: null, details: { rows, bytes: Buffer.byteLength(text) } },
    ])
  })

  test('what was typed is left out however it is spelt, what was chosen is kept', async () => {
    const id = '01890a5d-ac96-774b-bcce-b302099a8057'
    const filter = { or: [
      { q: 'DUPONT' }, { fullName: { in: ['DUPONT', '2026-01-01'] } }, { email: { contains: id } }, { not: { companyName: { eq: 'X' } } }, { organisation: { name: { eq: 'ACME' } } },
      { state: { in: ['ACTIVE'] } }, { salesContact: { id: { eq: id } } }, { createdAt: { gte: '2026-01-01T00:00:00Z' } },
    ] }
    expect((await exported('admin', { list: 'clients', fields: ['number'], filter })).status).toBe(200)
    await until(async () => (await lastEvents(1))[0]?.['details'] !== null)
    expect((await lastEvents(2))[0]).toMatchObject({ details: { filter: { or: [
      { q: '•' }, { fullName: { in: ['•', '•'] } }, { email: { contains: '•' } }, { not: { companyName: { eq: '•' } } }, { organisation: { name: { eq: '•' } } },
      { state: { in: ['ACTIVE'] } }, { salesContact: { id: { eq: id } } }, { createdAt: { gte: '2026-01-01T00:00:00Z' } },
    ] } } })
  })

  test('the sensitive fields are named', async () => {
    await exported('employee', { list: 'people', fields: ['displayName', 'phone', 'notes'], filter: { displayName: { eq: 'nobody' } } })
    expect(await lastEvents(2)).toMatchObject([{ details: { sensitive: ['phone', 'notes'] } }, { details: { rows: 0 } }])
  })

  test('the trail itself is exported for whoever reads it, by person and date (MU8.2.2-d)', async () => {
    const { text, status } = await exported('admin', { list: 'auditEntries', fields: ['at', 'action', 'user.email', 'operation', 'entityType', 'requestId'], filter: { action: { eq: 'EXPORT' }, user: { email: { eq: 'sales@coulisses.test' } }, at: { gte: '2026-01-01T00:00:00Z' } } })
    expect([status, text.split('\r\n')[1]]).toEqual([200, expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z,EXPORT,sales@coulisses\.test,POST \/export,Client,[0-9a-f-]{36}$/)])
    expect(refusal(await exported('employee', { list: 'auditEntries', fields: ['at'] })).slice(0, 2)).toEqual([403, 'FORBIDDEN'])
  })
})

describe('contacts', () => {
  const all = { list: 'people', fields: ['displayName', 'email'] }
  const APPROVE = 'mutation ($id: ID!) { approveRequest(id: $id) { state } }'

  test.each(['people', 'organisations', 'parties'])('all %s leave the house with two only: the question is kept, and nothing leaves', async (list) => {
    const before = await lastEvents(1)
    const answer = await exported('employee', { list, fields: ['displayName'] })
    expect([answer.status, answer.errors?.[0]?.extensions]).toMatchObject([409, { code: 'APPROVAL_REQUIRED', approvalRequest: expect.any(String) as unknown }])
    expect(await lastEvents(1)).toEqual(before)
  })

  test('are sent for a day once somebody else has agreed: to whoever asked, and what he asked', async () => {
    const request = (await exported('admin', all)).errors?.[0]?.extensions['approvalRequest']
    // Asked again while it waits, it is the same request, in whatever form.
    expect((await exported('admin', { ...all, format: 'NDJSON', fields: ['email', 'displayName'] })).errors?.[0]?.extensions['approvalRequest']).toBe(request)
    expect((await server.graphql(APPROVE, { id: request }, tokens.get('admin'))).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await server.graphql(APPROVE, { id: request }, tokens.get('director'))).errors).toBeUndefined()
    expect((await exported('admin', all)).status).toBe(200)
    expect((await exported('admin', { ...all, fields: ['displayName', 'email', 'phone'] })).status).toBe(409)
    expect((await exported('director', all)).status).toBe(409)
    await server.sql(`update export_permit set created_at = now() - interval '25 hours'`)
    expect((await exported('admin', all)).status).toBe(409)
  })

  test('some of them need nobody else, but a filter that lets all through is none', async () => {
    expect((await exported('employee', { ...all, filter: { displayName: { startsWith: 'A' } } })).status).toBe(200)
    for (const filter of [{}, { and: [] }, { or: [{}] }]) expect(refusal(await exported('employee', { ...all, filter })).slice(0, 2)).toEqual([409, 'APPROVAL_REQUIRED'])
    await server.sql(`insert into party (kind, display_name, last_name, state, source) select 'PERSON', 'Foule ' || n, 'Foule ' || n, 'ACTIVE', 'IMPORT' from generate_series(1, 501) n`)
    const many = { ...all, filter: { displayName: { startsWith: 'Foule' } } }
    expect((await exported('employee', many)).status).toBe(409)
    expect((await exported('employee', { ...many, limit: 500 })).status).toBe(200)
  })

  test('of clients go to whoever works with them', async () => {
    expect((await exported('sales', { list: 'clients', fields: ['fullName', 'email', 'phone', 'contact.email'] })).status).toBe(200)
  })
})

describe('the right to export', () => {
  test('is denied by a permission, on all rows or on those of a scope, and reading stays', async () => {
    const deny = (scope: string) => server.sql(`insert into permission (role_id, entity_type, action, scope, effect) select id, 'Client', 'EXPORT', $1, 'DENY' from role where key = 'support' returning id`, [scope])
    const clients = { list: 'clients', fields: ['id'], format: 'NDJSON' }
    const readable = rowsIn(await exported('support', clients)).length
    expect(readable).toBeGreaterThan(0)
    await deny('ALL')
    const { status, errors } = await exported('support', clients)
    expect([status, errors?.[0]?.extensions['reason']]).toEqual([403, 'mayNotExport'])
    expect((await server.graphql<{ clients: { total: number } }>('{ clients { total } }', {}, tokens.get('support'))).data?.clients.total).toBe(readable)
    await server.sql(`delete from permission where action = 'EXPORT'`)
    expect(rowsIn(await exported('support', clients))).toHaveLength(readable)
  })

  test('is nothing that a permission could give', async () => {
    const input = { entityType: 'Client', action: 'EXPORT', effect: 'ALLOW', user: { connect: (await server.sql(`select id from "user" where email = 'support@coulisses.test'`))[0]?.['id'] } }
    const { errors } = await server.graphql('mutation ($input: PermissionCreateInput!) { createPermission(input: $input) { id } }', { input }, tokens.get('admin'))
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'effect', reason: 'onlyDenied' }] })
  })
})

describe('a reader who goes away', () => {
  const streams = async (): Promise<number> => Number((await server.sql(`select count(*)::int as n from pg_stat_activity where application_name = 'coulisses stream' and datname = current_database()`))[0]?.['n'])

  /** More than any buffer between here and there holds. */
  const wide = { list: 'professionDomains', fields: ['id', ...Array.from({ length: 50 }, (_, index) => ({ path: 'name', name: `name${index}` }))], filter: { name: { startsWith: 'Gone ' } } }
  beforeAll(() => server.sql(`insert into profession_domain (name) select 'Gone ' || lpad(n::text, 4, '0') || repeat('x', 100) from generate_series(1, 4500) n`))

  const asking = (token: string, body: Body): Promise<IncomingMessage> => new Promise((resolve, reject) => {
    request(`${server.url}/export`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } }, resolve).on('error', reject).end(JSON.stringify(body))
  })

  test('in the middle ends the statement, frees its connection and is on record', async () => {
    const answer = await asking(tokens.get('admin') ?? '', wide)
    answer.on('error', () => undefined).once('data', () => answer.destroy())
    await until(async () => (await streams()) === 0 && (await lastEvents(1))[0]?.['reason'] === 'brokenOff')
    const [end] = await lastEvents(1)
    expect(end?.['details']).not.toMatchObject({ rows: 4_500 })
  })

  test('before anything is answered leaves no place taken and no statement open', async () => {
    for (let time = 0; time < 12; time++) {
      const asked = request(`${server.url}/export`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get('sales')}` } })
      asked.on('error', () => undefined).end(JSON.stringify({ list: 'clients', fields: ['id'] }))
      await new Promise((resolve) => { asked.once('finish', resolve) })
      // At another moment of the work each time.
      for (let turn = 0; turn < time * 3; turn++) await new Promise((resolve) => { setImmediate(resolve) })
      asked.destroy()
    }
    await until(async () => (await exported('sales', { list: 'clients', fields: ['id'], limit: 1 })).status === 200)
    await until(async () => (await streams()) === 0)
  })

  test('whose session ends meanwhile is left with a line that breaks off: nobody takes the half for the whole', async () => {
    const token = await server.signIn('employee@coulisses.test')
    const answer = await asking(token, wide)
    const ended = new Promise<boolean>((resolve) => { answer.on('close', () => resolve(answer.complete)).on('error', () => undefined) })
    const began = performance.now()
    await server.graphql('mutation { signOutEverywhere(keepThis: false) }', {}, token)
    // The account is asked about once a second.
    await until(() => performance.now() - began > 1_100)
    answer.resume()
    expect(await ended).toBe(false)
    await until(async () => (await streams()) === 0)
  })
})
