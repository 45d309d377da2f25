import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPool } from '../server/database/connect.ts'
import { createTestDatabase, type TestDatabase } from '../server/database/testCluster.ts'
import { openHeads, type Head } from './heads.ts'
import { createSealer, type Sealer } from './sealer.ts'
import { verifyAudit, type AuditFault, type Verified } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'coulisses-heads-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let database: TestDatabase
let pool: Pool
let sealer: Sealer
let today: Date
let announced: Head[]
let file = 0
let path: string
beforeAll(async () => { database = await createTestDatabase() })
afterAll(() => database.drop())

const id = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`
const add = (number: number, at = today.toISOString()): Promise<unknown> =>
  pool.query(`insert into audit_entry (id, at, action, entity_type, entity_id, changes, origin, version) values ($1, $2, 'UPDATE', 'Person', $3, $4, 'ADMIN', 2)`,
    [id(number), at, id(900), JSON.stringify({ notes: { from: null, to: `Été ${number}` }, rank: { from: 1, to: number } })])

/** As whoever owns the database, past its triggers. */
const tamper = async (text: string): Promise<void> => {
  const triggers = (how: string): string => ['audit_entry', 'audit_seal'].map((table) => `alter table ${table} ${how} trigger user`).join('; ')
  await pool.query(`begin; ${triggers('disable')}; ${text}; ${triggers('enable')}; commit`)
}

async function verify(heads = openHeads(path).all()): Promise<{ faults: AuditFault[]; sums: Verified }> {
  const faults: AuditFault[] = []
  const client = await pool.connect()
  try {
    return { sums: await verifyAudit(client, heads, (fault) => faults.push(fault)), faults }
  } finally {
    client.release()
  }
}

/** Three days of five entries. */
beforeEach(async () => {
  pool = createPool({ url: database.url, max: 4 })
  path = join(folder, `heads-${++file}`)
  announced = []
  today = new Date('2026-11-26T10:00:00Z')
  sealer = createSealer({ pool, heads: openHeads(path), announce: (head) => announced.push(head), report: (error) => { throw error }, now: () => today })
  await tamper('truncate audit_entry, audit_seal, audit_pending')
  for (let day = 0; day < 3; day++) {
    today = new Date(Date.UTC(2026, 10, 26 + day, 10))
    for (let n = 0; n < 5; n++) {
      await add(day * 10 + n)
      if (n === 2) await sealer.seal()
    }
    await sealer.seal()
  }
})
afterEach(() => pool.end())

describe('the chain of the audit trail', () => {
  it('holds from the first entry to the last, over days, and each head is kept outside and announced when its day is over', async () => {
    const { faults, sums } = await verify()
    expect(faults).toEqual([])
    expect(sums).toEqual({ days: 3, seals: 6, entries: 15, pending: 0, faults: 0 })
    expect(announced.map(({ day, number }) => [day, number])).toEqual([['2026-11-26', 2], ['2026-11-27', 2]])
    expect(readFileSync(path, 'utf8').trim().split('\n').map((line) => line.slice(0, 12))).toEqual(['2026-11-26 2', '2026-11-27 2', '2026-11-28 2'])
  })

  it('takes in an entry whose transaction ended late, and leaves those that wait', async () => {
    const slow = await pool.connect()
    await slow.query(`begin; insert into audit_entry (id, at, action, origin, version) values ('${id(70)}', '2026-11-28T10:00:00Z', 'SIGN_IN', 'ADMIN', 0)`)
    await add(71)
    expect(await sealer.seal()).toBe(1)
    expect((await verify()).faults).toEqual([])
    await slow.query('commit')
    slow.release()
    expect((await verify()).sums.pending).toBe(1)
    expect(await sealer.seal()).toBe(1)
    expect((await verify()).sums).toMatchObject({ entries: 17, pending: 0, faults: 0 })
  })

  it('is made by one process at a time, and no entry is sealed twice', async () => {
    for (let n = 100; n < 160; n++) await add(n)
    const second = createSealer({ pool, heads: openHeads(join(folder, 'second')), announce: () => undefined, report: (error) => { throw error }, now: () => today })
    const counts = await Promise.all([sealer.seal(), second.seal(), sealer.seal()])
    await sealer.seal()
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60)
    expect((await verify()).sums).toMatchObject({ entries: 75, faults: 0 })
  })
})

describe('whoever has the database', () => {
  const changed: readonly (readonly [what: string, text: string])[] = [
    ['a value', `update audit_entry set changes = jsonb_set(changes, '{notes,to}', '"another"') where id = '${id(11)}'`],
    ['the author', `update audit_entry set user_id = '${id(1)}' where id = '${id(11)}'`],
    ['the time', `update audit_entry set at = at + interval '1 millisecond' where id = '${id(11)}'`],
    ['the salt', `update audit_entry set salt = gen_random_uuid() where id = '${id(11)}'`],
    ['a field', `update audit_entry set changes = changes - 'rank' where id = '${id(11)}'`],
    ['all changes', `update audit_entry set changes = null where id = '${id(11)}'`],
  ]
  it.each(changed)('cannot change %s without its entry being named', async (_what, text) => {
    await tamper(text)
    expect((await verify()).faults).toEqual([{ day: '2026-11-27', entry: id(11), what: 'was changed' }])
  })

  it('cannot remove, or put in, an entry', async () => {
    await tamper(`delete from audit_entry where id = '${id(12)}'; insert into audit_entry (id, at, action, origin, version) values ('${id(50)}', '2026-11-27T10:00:00Z', 'SIGN_IN', 'ADMIN', 0)`)
    expect((await verify()).faults).toEqual([
      { day: '2026-11-27', entry: id(12), what: 'was removed' },
      { day: '2026-11-27', entry: id(50), what: expect.stringContaining('is in no seal') },
    ])
  })

  it('cannot remove one before it is sealed, nor add one to a day that is over', async () => {
    await add(60)
    await add(61, '2026-11-26T09:00:00.000Z')
    await tamper(`delete from audit_entry where id = '${id(60)}'`)
    await sealer.seal()
    expect((await verify()).faults).toEqual([
      { day: '2026-11-28', entry: id(61), what: expect.stringContaining('was added afterwards') },
      { day: '2026-11-28', entry: id(60), what: 'was removed before it was sealed' },
    ])
  })

  it('cannot remove a day, in the middle or at an end', async () => {
    const gone = (day: string): Promise<void> => tamper(`delete from audit_entry where at::date = '${day}'; delete from audit_seal where day = '${day}'`)
    await gone('2026-11-27')
    expect((await verify()).faults.map(({ day, what }) => [day, what])).toEqual([
      ['2026-11-28', expect.stringContaining('seal 1 does not follow seal 2 of 2026-11-26')],
      ['2026-11-27', expect.stringContaining('the end of the day was removed')],
    ])
    await gone('2026-11-28')
    expect((await verify()).faults.map(({ day }) => day)).toEqual(['2026-11-27', '2026-11-28'])
  })

  it('cannot make seals anew: those kept outside are others', async () => {
    await tamper(`delete from audit_entry where id = '${id(22)}'; delete from audit_seal where day = '2026-11-28'; insert into audit_pending select id from audit_entry where at::date = '2026-11-28'`)
    const forger = createSealer({ pool, heads: openHeads(join(folder, `forged-${file}`)), announce: () => undefined, report: (error) => { throw error }, now: () => today })
    await forger.seal()
    await add(29)
    await forger.seal()
    expect((await verify([])).faults).toEqual([])
    expect((await verify()).faults).toEqual([{ day: '2026-11-28', what: expect.stringContaining('the day was written anew') }])
  })

  it('cannot change a seal', async () => {
    await tamper(`update audit_seal set sealed_at = sealed_at + interval '1 second' where day = '2026-11-27' and number = 1`)
    expect((await verify()).faults).toEqual([{ day: '2026-11-27', what: 'seal 1 was changed' }])
  })
})

describe('direct SQL', () => {
  it.each([
    `update audit_entry set origin = 'SQL'`, 'delete from audit_entry', 'truncate audit_entry', `update audit_seal set hash = ''`, 'delete from audit_seal', 'truncate audit_seal',
    `update audit_entry set changes = '{"notes":{"redacted":"${'0'.repeat(64)}"}}'::jsonb, salt = null, salts = '{}'`,
  ])('is refused: %s', async (text) => {
    await expect(pool.query(text)).rejects.toThrow('is refused')
  })
})

describe('a value that the law takes away', () => {
  it('leaves its digest and an entry that says so, and the chain holds', async () => {
    const { rows: [told] } = await pool.query<{ count: number }>(`select audit_redact('Person', $1, '{notes}') as count`, [id(900)])
    expect(told?.count).toBe(15)
    await sealer.seal()
    const { faults, sums } = await verify()
    expect({ faults, entries: sums.entries }).toEqual({ faults: [], entries: 30 })
    const { rows } = await pool.query<{ whole: string }>('select e::text as whole from audit_entry e')
    expect(rows.map(({ whole }) => whole).join()).not.toMatch(/Été/)
    const { rows: [entry] } = await pool.query(`select details, entity_id from audit_entry where action = 'REDACTED' and details ->> 'entry' = $1`, [id(11)])
    expect(entry).toEqual({ details: { entry: id(11), fields: ['notes'] }, entity_id: id(900) })
    await pool.query(`select audit_redact('Person', $1, '{notes,rank}')`, [id(900)])
    await sealer.seal()
    expect((await verify()).faults).toEqual([])
  })

  it('cannot be taken away in silence, nor be put in the place of another', async () => {
    await pool.query(`select audit_redact('Person', $1, '{notes}')`, [id(900)])
    await tamper(`delete from audit_pending where entry_id in (select id from audit_entry where action = 'REDACTED' and details ->> 'entry' = '${id(11)}'); delete from audit_entry where action = 'REDACTED' and details ->> 'entry' = '${id(11)}'`)
    await sealer.seal()
    expect((await verify()).faults).toEqual([{ day: '2026-11-27', entry: id(11), what: expect.stringContaining('no entry says that they were taken out') }])
  })
})
