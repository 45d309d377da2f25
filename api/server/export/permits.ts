import { exportDigest } from '../../access/exporting.ts'
import type { Caller } from '../../access/principal.ts'
import { refuseViewer } from '../../access/viewing.ts'
import type { Query } from '../../read/index.ts'
import type { Action } from '../../write/types.ts'
import type { Writer } from '../../write/index.ts'
import { saysSomething, type Question } from './question.ts'

/** The agreements of a second person to exports that need one. */
export interface Permits {
  /** Whether somebody has agreed to this very question of the caller's, within a day. */
  given(caller: Caller, question: Question): Promise<boolean>
  /** @throws AppError APPROVAL_REQUIRED: it is kept as a request */
  ask(caller: Caller, question: Question): Promise<void>
}

export interface PermitsOptions {
  readonly query: Query
  readonly writer: Pick<Writer, 'runAction'>
  readonly actions: readonly Action[]
}

const GIVEN = `select 1 from export_permit where requested_by_id = $1 and digest = $2 and created_at > now() - interval '1 day' limit 1`

export function createPermits({ query, writer, actions }: PermitsOptions): Permits {
  const request = actions.find(({ name }) => name === 'requestExport')
  return {
    given: async ({ principal }, question) => (await query(GIVEN, [principal.userId, digestOf(question)])).length > 0,
    ask: async (caller, question) => {
      if (!request) throw new Error('an export needs a second person, and nobody keeps the requests')
      refuseViewer(caller.principal)
      await writer.runAction(caller, request, saidIn(question), () => true)
    },
  }
}

/** What leaves the house; in what form and order it does makes no difference to who agrees. */
const saidIn = ({ list, columns, filter }: Question): { readonly list: string; readonly fields: string; readonly filter: string | null } =>
  ({ list, fields: columns.map(({ path }) => path).sort().join(', '), filter: saysSomething(filter) ? JSON.stringify(filter) : null })

function digestOf(question: Question): string {
  const { list, fields, filter } = saidIn(question)
  return exportDigest(list, fields, filter)
}
