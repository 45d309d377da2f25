import sql, { raw } from 'sql-template-tag'
import { job } from '../../../write/types.ts'
import { KEPT_DAYS } from '../feeds/feed.ts'

/** Notes a snapshot for those who say a time (the clock is read after it was taken), forgets what is gone for long, and starts anew when a backup was put back. */
export default job({
  name: 'keepFeeds',
  schedule: '* * * * *',
  run: async (work) => {
    const old = raw(`now() - interval '${KEPT_DAYS} days'`)
    // A transaction that is yet to come has changed nothing: what says so was written by another database.
    const [restored] = await work.query(sql`select exists (select from offer_change where position >= pg_snapshot_xmax(pg_current_snapshot())) as found`)
    if (restored?.['found'] === true) {
      await work.query(sql`update offer_change set position = pg_current_xact_id()`)
      await work.query(sql`update feed_epoch set id = gen_random_uuid()`)
      await work.query(sql`delete from feed_snapshot`)
    }
    await work.query(sql`insert into feed_snapshot (at, taken) values (clock_timestamp(), pg_current_snapshot()) on conflict do nothing`)
    await work.query(sql`delete from feed_snapshot where at < ${old}`)
    await work.query(sql`delete from offer_change where published_from is null and changed_at < ${old}`)
  },
})
