import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity } from 'age-encryption'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldsOf } from '../model/model.ts'
import { readKeyFile } from '../crypto/keyFile.ts'
import { testCluster } from '../server/database/testCluster.ts'
import { registerKeys, rotateKeys } from '../server/product/keys.ts'
import { close, signedIn, type Client as ApiClient } from './records.ts'
import { startWholeServer } from './server.ts'

/** What is encrypted is known to whoever has the right and the key, and is found nowhere else. */
let server: Awaited<ReturnType<typeof startWholeServer>>
let employee: ApiClient
let token: string
beforeAll(async () => {
  server = await startWholeServer()
  employee = await signedIn(server, 'employee')
  token = await server.signIn('employee@coulisses.test')
})
afterAll(() => close(server))

const canary = '1911-12-13'
const CREATE = 'mutation ($input: PersonCreateInput!) { answer: createPerson(input: $input) { id birthDate } }'
const PERSON = 'query ($id: ID!) { person(id: $id) { displayName birthDate } }'
const born = async (birthDate: string, lastName = 'Canari'): Promise<string> => (await employee.ask<{ id: string }>(CREATE, { input: { lastName, birthDate } })).id
const stored = async (id: string): Promise<string> => String((await server.sql('select birth_date from party where id = $1', [id]))[0]?.['birth_date'])

/** Those that the API knows, of entities that have lists. */
const encrypted = (): readonly (readonly [plural: string, field: string, searchable: boolean])[] =>
  [...server.model.entities.values()].flatMap((entity) => fieldsOf(entity).filter((field) => field.kind.reveal && !field.options.hidden).map((field) => [entity.plural, field.name, entity.searchable] as const))

/** Every row of every table of every schema that is ours, as PostgreSQL writes it out. */
async function dump(): Promise<string> {
  const tables = await server.sql(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`)
  const rows: string[] = []
  for (const { name } of tables) for (const { whole } of await server.sql(`select t::text as whole from ${String(name)} t`)) rows.push(String(whole))
  return rows.join('\n')
}

/** The write-ahead log and the log of the server. */
async function logs(): Promise<Buffer[]> {
  const admin = new Client({ connectionString: (await testCluster()).adminUrl })
  await admin.connect()
  const { rows: [row] } = await admin.query<{ data_directory: string }>('checkpoint; show data_directory').then((results) => (Array.isArray(results) ? results.at(-1) : results) as { rows: { data_directory: string }[] })
  await admin.end()
  const folder = row?.data_directory ?? ''
  const wal = readdirSync(join(folder, 'pg_wal')).map((name) => join(folder, 'pg_wal', name)).filter((path) => statSync(path).isFile())
  return wal.map((path) => readFileSync(path))
}

describe('what is encrypted', () => {
  test('comes back to who may read it, and is in no table, no history and no write-ahead log', async () => {
    const id = await born(canary, 'Témoin-du-journal')
    expect((await server.graphql(PERSON, { id }, token)).data).toEqual({ person: { displayName: 'Témoin-du-journal', birthDate: canary } })
    await employee.refused('mutation ($id: ID!) { answer: updatePerson(id: $id, input: { birthDate: "1911-12-13", email: "no address" }) { id } }', { id })
    expect(await stored(id)).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/)
    const whole = await dump()
    expect(whole).toContain('Témoin-du-journal')
    expect(whole).not.toContain(canary)
    const wal = Buffer.concat(await logs())
    expect(wal.includes('Témoin-du-journal')).toBe(true)
    expect(wal.includes(canary)).toBe(false)
  })

  test('cannot be filtered, sorted or searched', async () => {
    await born(canary)
    const admin = await server.signIn('admin@coulisses.test')
    for (const [plural, field, searchable] of encrypted()) {
      for (const asked of [`filter: { ${field}: { eq: "${canary}" } }`, `filter: { ${field}: { contains: "1911" } }`, `sort: [{ ${field}: ASC }]`]) {
        expect({ asked, code: (await server.graphql(`{ ${plural}(${asked}) { total } }`, {}, admin)).errors?.[0]?.extensions.code }).toEqual({ asked, code: 'BAD_USER_INPUT' })
      }
      if (searchable) expect((await server.graphql(`{ ${plural}(filter: { q: "${canary}" }) { total } }`, {}, admin)).data).toEqual({ [plural]: { total: 0 } })
    }
  })

  test('is checked before: a day that does not exist is refused', async () => {
    expect((await employee.refused(CREATE, { input: { lastName: 'X', birthDate: '1984-02-31' } })).extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'birthDate', reason: 'notDate' }] })
  })
})

describe('a key', () => {
  test('that is missing, or a text that is damaged, refuses that field by its path and serves the rest', async () => {
    const [id, damaged] = [await born(canary, 'Sain'), await born(canary, 'Abîmé')]
    await server.sql(`update party set birth_date = 'no age file' where id = $1`, [damaged])
    const both = 'query ($ids: [ID!]!) { peopleByIds(ids: $ids) { displayName birthDate } }'
    const answer = await server.graphql(both, { ids: [id, damaged] }, token)
    expect(answer.data).toEqual({ peopleByIds: [{ displayName: 'Sain', birthDate: canary }, { displayName: 'Abîmé', birthDate: null }] })
    expect(answer.errors?.map(({ path, extensions: { code, reason } }) => ({ path, code, reason }))).toEqual([{ path: ['peopleByIds', 1, 'birthDate'], code: 'UNAVAILABLE', reason: 'damaged' }])
    expect(answer.status).toBe(200)

    const keys = readFileSync(server.keyFile, 'utf8')
    rmSync(server.keyFile)
    const locked = await server.graphql(PERSON, { id }, token)
    expect({ status: locked.status, data: locked.data }).toEqual({ status: 200, data: { person: { displayName: 'Sain', birthDate: null } } })
    expect(locked.errors?.[0]).toMatchObject({ path: ['person', 'birthDate'], extensions: { code: 'UNAVAILABLE', reason: 'noKey' } })
    writeFileSync(server.keyFile, `${await generateX25519Identity()}\n`)
    expect((await server.graphql(PERSON, { id }, token)).errors?.[0]?.extensions['reason']).toBe('otherKey')
    writeFileSync(server.keyFile, keys)
    expect((await server.graphql(PERSON, { id }, token)).data).toMatchObject({ person: { birthDate: canary } })
    await server.sql('update party set birth_date = null where id = $1', [damaged])
  })

  test('is replaced while people work: a new one is written for, old texts are encrypted anew, and the old one is retired', async () => {
    const ids = await Promise.all(Array.from({ length: 7 }, (_, index) => born(`1950-01-0${index + 1}`)))
    await registerKeys(server.house.writer, server.keyFile)
    const texts = await Promise.all(ids.map(stored))
    const said: string[] = []
    const rotate = (resume: boolean): Promise<boolean> =>
      rotateKeys({ model: server.model, pool: server.pool, writer: server.house.writer, file: server.keyFile, resume, say: (line) => said.push(line), wait: 0 })
    const [done, meanwhile] = await Promise.all([rotate(false), born('1960-06-06')])
    expect({ done, said }).toEqual({ done: true, said: expect.arrayContaining([expect.stringContaining('Done.')]) })
    const [newest = '', old = ''] = readKeyFile(server.keyFile).identities
    expect(newest).not.toBe(old)
    const now = await Promise.all(ids.map(stored))
    expect(now.filter((text, index) => text === texts[index])).toEqual([])
    expect((await server.graphql(PERSON, { id: ids[3] }, token)).data).toMatchObject({ person: { birthDate: '1950-01-04' } })
    expect((await server.graphql(PERSON, { id: meanwhile }, token)).data).toMatchObject({ person: { birthDate: '1960-06-06' } })
    const keys = await server.sql('select number, state, retired_at is not null as retired, public_key from encryption_key order by number')
    expect(keys.map(({ number, state, retired }) => [number, state, retired])).toEqual([[1, 'RETIRED', true], [2, 'ACTIVE', false]])
    expect(JSON.stringify(keys)).not.toContain('SECRET')
    // The old private key is needed by nothing that is in the database.
    writeFileSync(server.keyFile, `${newest}\n`)
    expect((await server.graphql(PERSON, { id: ids[0] }, token)).data).toMatchObject({ person: { birthDate: '1950-01-01' } })
    const again = await Promise.all(ids.map(stored))
    expect(await rotate(true)).toBe(true)
    expect(await Promise.all(ids.map(stored))).toEqual(again)
  })

  test('that was lost keeps its texts: the others are encrypted anew, and no key is retired', async () => {
    const id = await born(canary)
    const keep = readFileSync(server.keyFile, 'utf8')
    const text = await stored(id)
    writeFileSync(server.keyFile, `${await generateX25519Identity()}\n`)
    const said: string[] = []
    expect(await rotateKeys({ model: server.model, pool: server.pool, writer: server.house.writer, file: server.keyFile, resume: true, say: (line) => said.push(line), wait: 0 })).toBe(false)
    expect(said.join(' ')).toContain('that no key opens')
    expect(await stored(id)).toBe(text)
    writeFileSync(server.keyFile, keep)
  })
})
