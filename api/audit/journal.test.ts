import { describe, expect, it } from 'vitest'
import type { AuditEvent } from '../access/audit.ts'
import { createJournal, type Journal } from './journal.ts'

type Written = Readonly<Record<string, unknown>>

/** A table that takes what it is given, or not. */
function table(more: { room?: number } = {}) {
  const batches: Written[][] = []
  const reports: unknown[] = []
  const state = { away: false, poison: '' }
  const journal: Journal = createJournal({
    ...more, report: (error) => reports.push(error),
    query: (_text, [rows]) => {
      const batch = JSON.parse(String(rows)) as Written[]
      if (state.away) return Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
      if (state.poison && batch.some((entry) => entry['operation'] === state.poison)) return Promise.reject(new Error('invalid input syntax'))
      batches.push(batch)
      return Promise.resolve()
    },
  })
  return { journal, batches, reports, state, entries: () => batches.flat() }
}

const by = { userId: '01900000-0000-7000-8000-000000000001', origin: 'ADMIN', requestId: 'r-1' } as const
const read = (operation: string): AuditEvent => ({ action: 'READ', by, operation, entity: 'Person', records: ['01900000-0000-7000-8000-00000000000a'] })
const refused = (more: Partial<AuditEvent> = {}): AuditEvent => ({ action: 'REFUSED', by, operation: 'Query.people', reason: 'forbidden', ...more })

describe('the journal', () => {
  it('has an entry on disk before it says so, and reads wait for company', async () => {
    const { journal, batches, entries } = table()
    const reads = ['a', 'b'].map((operation) => journal.audit(read(operation)))
    expect(await journal.audit(refused())).toBe(true)
    expect(await Promise.all(reads)).toEqual([true, true])
    expect(batches).toHaveLength(1)
    expect(entries().map(({ operation }) => operation)).toEqual(['a', 'b', 'Query.people'])
    expect(entries()[0]).toMatchObject({ action: 'READ', entity_type: 'Person', entity_id: '01900000-0000-7000-8000-00000000000a', records: null, user_id: by.userId, request_id: 'r-1', origin: 'ADMIN' })
  })

  it('keeps what the database does not take, and writes it at the stop', async () => {
    const { journal, state, entries } = table()
    state.away = true
    expect(await journal.audit(refused())).toBe(false)
    state.away = false
    void journal.audit(read('later'))
    await journal.stop()
    expect(entries().map(({ operation }) => operation)).toEqual(['Query.people', 'later'])
  })

  it('says how many it lost when it ends without a database', async () => {
    const { journal, state, reports } = table()
    state.away = true
    await journal.audit(refused())
    await journal.stop()
    expect(String(reports[0])).toContain('1 entries')
  })

  it('has room for so many, asks readers to wait before, and tells in an entry how many found none', async () => {
    const { journal, state, entries } = table({ room: 4 })
    state.away = true
    expect(journal.crowded()).toBe(false)
    const kept = ['1', '2', '3', '4'].map((operation) => journal.audit(read(operation)))
    expect(journal.crowded()).toBe(true)
    expect(await Promise.all([journal.audit(read('5')), journal.audit(refused())])).toEqual([false, false])
    expect(await Promise.all(kept)).toEqual([false, false, false, false])
    state.away = false
    await journal.stop()
    expect(entries().slice(4).map(({ reason, details }) => ({ reason, details }))).toEqual([
      { reason: 'leftOut', details: { action: 'READ', count: 1 } }, { reason: 'leftOut', details: { action: 'REFUSED', count: 1 } },
    ])
  })

  it('tells the same refusals of a visitor together, and those of an account one by one', async () => {
    const { journal, entries } = table()
    const visitor = refused({ by: { ...by, userId: undefined }, address: '10.0.0.1' })
    const all = [visitor, visitor, { ...visitor, address: '10.0.0.2' }, visitor, refused(), refused()].map((event) => journal.audit(event))
    expect(await Promise.all(all)).toEqual(all.map(() => true))
    expect(entries().map(({ address, user_id, details }) => [address, user_id, details])).toEqual([
      ['10.0.0.1', null, { times: 3 }], ['10.0.0.2', null, null], [null, by.userId, null], [null, by.userId, null],
    ])
  })

  it('does not let one faulty entry keep the others', async () => {
    const { journal, state, entries, reports } = table()
    state.poison = 'bad'
    await Promise.all(['good', 'bad', 'better'].map((operation) => journal.audit(refused({ operation }))))
    expect(entries().map(({ operation }) => operation)).toEqual(['good', 'better'])
    expect(reports).toHaveLength(1)
  })

  it('cuts what is too long and takes out what PostgreSQL refuses', async () => {
    const { journal, entries } = table()
    await journal.audit(refused({ operation: `a\0${'x'.repeat(500)}`, address: '\ud800' }))
    expect(String(entries()[0]?.['operation'])).toHaveLength(200)
    expect(entries()[0]?.['operation']).not.toContain('\0')
    expect(entries()[0]?.['address']).toBe('\ufffd')
  })
})
