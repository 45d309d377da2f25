import { afterAll, beforeAll, expect, test } from 'vitest'
import { entityOf } from '../model/model.ts'
import { explainSql } from '../read/index.ts'
import { close } from './records.ts'
import { startWholeServer } from './server.ts'

/**
 * The long lists of the event company, as its people read them: each order that is offered is walked along an index, however many rows
 * there are. Equal values may be put in order among themselves.
 */
let server: Awaited<ReturnType<typeof startWholeServer>>
beforeAll(async () => { server = await startWholeServer() })
afterAll(() => close(server))

const orders: Readonly<Record<string, readonly string[]>> = {
  Client: ['number', 'fullName', 'companyName', 'email', 'firstContactOn', 'lastContactAt', 'createdAt', 'updatedAt'],
  Contract: ['number', 'title', 'totalAmount', 'amountDue', 'signedAt', 'createdAt', 'state'],
  Event: ['number', 'title', 'startAt', 'kind', 'expectedAttendees', 'createdAt'],
}

test.each(['sales', 'management', 'support'].flatMap((role) => Object.entries(orders).flatMap(([entity, names]) => names.flatMap((name) => (['ASC', 'DESC'] as const).map((direction) => [role, entity, name, direction] as const)))))(
  '%s: %s by %s %s', async (role, name, field, direction) => {
    const { house, pool } = server
    const caller = house.callerOf({ userId: '01890000-0000-7000-8000-000000000001', organisationId: undefined, roles: new Set(['visitor', 'member', role]), origin: 'API', locale: 'fr', requestId: 'test' })
    const reader = { model: house.model, caller, query: house.query }
    const { text, values } = explainSql.list(reader, entityOf(house.model, name), { sort: [{ [field]: direction }] }, { items: [{ key: 'id', name: 'id', args: {} }], total: false, pageInfo: true })
    const client = await pool.connect()
    try {
      // Of a handful of rows PostgreSQL would rather read all: what it does of a million is seen when it may not.
      await client.query('begin; set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off')
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...values])
      expect(rows.map((row) => row['QUERY PLAN']).filter((line) => /(?<!Incremental )Sort {2}\(/.test(line))).toEqual([])
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
