import { Sql } from 'sql-template-tag'
import { whoAsks, type Caller } from '../access/principal.ts'
import { Blank } from './blank.ts'
import { refuseMarked } from './denied.ts'
import { isMoment, type Moment } from '../model/where.ts'
import type { Reader } from './types.ts'

/** Puts the caller in the places that were left for him; of a visitor there is nothing to put. */
export function withMoments(statement: Sql, caller: Caller): Sql {
  return statement.values.some(isMoment) ? new Sql(statement.strings, statement.values.map((value) => (isMoment(value) ? whoIs(value, caller) : value))) : statement
}

const whoIs = ({ moment }: Moment, { principal }: Caller): unknown => whoAsks(moment, principal) ?? null

/** A statement that is run again and again. */
export interface Kept {
  readonly text: string
  readonly values: readonly unknown[]
}

export const kept = ({ text, values }: Sql): Kept => ({ text, values })

/** The same with the caller and the variables in the places that were left for them. @throws AppError BAD_USER_INPUT */
export const fill = ({ text, values }: Kept, caller: Caller, variables: Readonly<Record<string, unknown>>): Kept =>
  ({ text, values: values.map((value) => (isMoment(value) ? whoIs(value, caller) : value instanceof Blank ? value.filled(variables) : value)) })

/** Runs a statement that answers one row. */
export async function run(reader: Reader, statement: Sql): Promise<Readonly<Record<string, unknown>>> {
  const { text, values } = withMoments(statement, reader.caller)
  const [row = {}] = await reader.query(text, values)
  refuseMarked(reader.caller, text, row)
  return row
}
