import { expect, it } from 'vitest'
import { declarations } from '../../../../schema/index.ts'
import { noKeys } from '../../../crypto/keyFile.ts'
import { buildModel } from '../../../model/build.ts'
import { createPool } from '../../../server/database/connect.ts'
import { createTestDatabase } from '../../../server/database/testCluster.ts'
import { createHouse, houseCaller } from '../../../server/house.ts'
import { approvals } from '../../core/approvals/open.ts'
import { modules } from '../../index.ts'
import expireCastingOffers from './expireCastingOffers.ts'

const states = (state: string): string => `select id from casting_offer where state = '${state}' order by id`

it('an offer whose publication is over says so, and no other', async () => {
  const database = await createTestDatabase()
  const pool = createPool({ url: database.url, max: 2 })
  const house = await createHouse({
    model: buildModel(declarations), code: modules, approvals, pool, keys: noKeys, tokenSecret: 'a secret of the tests, long enough to be one',
    enqueue: () => Promise.resolve(), report: () => undefined, secure: false,
  })
  const ids = async (state: string): Promise<readonly unknown[]> => (await pool.query<{ id: string }>(states(state))).rows.map((row) => row.id)
  const run = () => house.writer.mutate(houseCaller('expire'), (work) => expireCastingOffers.run(work, {}))
  await run()
  const [over, ...others] = await ids('PUBLISHED')
  await pool.query("update casting_offer set publish_from = now() - interval '2 days', publish_until = now() - interval '1 day' where id = $1", [over])
  await run()
  expect(await ids('PUBLISHED')).toEqual(others)
  expect(await ids('EXPIRED')).toContain(over)
  const { rows } = await pool.query<{ origin: string }>('select origin, changes from audit_entry where entity_id = $1 order by at desc limit 1', [over])
  expect(rows).toEqual([{ origin: 'JOB', changes: { state: { from: 'PUBLISHED', to: 'EXPIRED' } } }])
  await house.stop()
  await pool.end()
  await database.drop()
})
