import type { Model } from '../model/model.ts'

export interface FieldFault {
  readonly path: string
  readonly reason: string
  readonly message: string
}

export interface AnsweredError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions: { readonly code: string; readonly fields?: readonly FieldFault[]; readonly [detail: string]: unknown }
}

/** A GraphQL answer. `data` is of whatever shape the document asked: tests say which by `Data`. */
export interface Answer<Data = Json> {
  readonly status: number
  readonly data: Data | null | undefined
  readonly errors: readonly AnsweredError[] | undefined
}

/** Any JSON, in the form that is comfortable to walk in a test. */
export interface Json {
  readonly [key: string]: Json & string & number & boolean & readonly Json[] & null
}

export interface TestServer {
  readonly url: string
  readonly model: Model
  /** Of its database, for programs that work beside the API. */
  readonly databaseUrl: string
  graphql<Data = Json>(document: string, variables?: Readonly<Record<string, unknown>>, token?: string, headers?: Readonly<Record<string, string>>): Promise<Answer<Data>>
  /** Access token of an account of the demonstration: `admin@`, `employee@`, `partner@coulisses.test`. */
  signIn(email: string, password?: string): Promise<string>
  /** Straight into the database, as the history sees it: origin SQL. */
  sql(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
  /** Does the jobs of the modules that were enqueued since the last time, as the queue would. */
  work(): Promise<void>
  /** How many statements the API has sent to PostgreSQL so far. */
  statements(): number
  /** Text of the last one of them. */
  lastStatement(): string
  close(): Promise<void>
}
