import sql from 'sql-template-tag'
import { job } from '../../../write/types.ts'
import { unusualGrants } from '../unusualGrants.ts'
import { SUSPEND_UNUSUAL } from './suspendUnusualGrant.ts'

/**
 * Has a grant suspended whose calls are wrong, or whose rows are read, far beyond its custom: a program that runs wild, or a
 * key in other hands. Each by itself, so that one which cannot be keeps no other from it.
 */
export default job({
  name: 'watchGrants',
  schedule: '* * * * *',
  run: async (work) => {
    for (const { id } of await unusualGrants(work)) await work.enqueue(SUSPEND_UNUSUAL, { grant: String(id) }, { key: String(id) })
    await work.query(sql`delete from guard.document_faults where minute < extract(epoch from now())::int / 60 - 60`)
  },
})
