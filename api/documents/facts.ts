import type { ExecutionResult } from 'graphql'
import type { Caller, Principal } from '../access/principal.ts'
import type { Rights } from '../access/rights.ts'
import type { Disclosure, DocumentFacts, FactsAsked } from '../ports/documents.ts'
import type { Query } from '../read/index.ts'
import { checkDocument } from './check.ts'
import { rolesAt, type DeskOptions } from './desk.ts'
import { disclosureOf, grouped } from './disclosure.ts'
import { maskedSample } from './sample.ts'
import { Runnable, type Schemas } from './runnable.ts'
import { readPolicy, widest } from './policy.ts'
import { factsOf } from '../server/graphql/facts.ts'
import { standardLimits } from '../server/graphql/limits.ts'

export interface FactsOptions<C extends { readonly caller: Caller }> extends DeskOptions {
  readonly schemas: Schemas
  readonly query: Query
  readonly contextFor: (principal: Principal, query: Query) => C
}

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Rows of a sample: enough to see what an answer is like. */
const SAMPLE = 3
/** Statements whose plan is told; a document has as many as it has root fields. */
const MOST_STATEMENTS = 10

/** What whoever approves a document is told, found out by running it once as whoever will come through its door. */
export const createFacts = <C extends { readonly caller: Caller }>(options: FactsOptions<C>) => async (asked: FactsAsked): Promise<DocumentFacts> => {
  const { document, operation, variables, cost } = checkDocument(options.schema, asked.document, asked.variables)
  const disclosure = told(options, asked.document, asked.client)
  const before = asked.before && { ...asked.before, fields: Object.keys(told(options, asked.before.document, asked.client)) }
  const fields = Object.keys(disclosure)
  const writes = operation.operation === 'mutation'
  // What changes something is not tried out: of its statements and its answer nothing is told.
  const { statements, result } = writes ? untried : await tryOut(options, asked, widest(readPolicy(asked.variables), variables))
  return {
    operationName: operation.name?.value, variables, writes: writes ? factsOf(document, operation).rootFields : [], disclosed: grouped(disclosure),
    since: before && { alias: before.alias, text: before.document, added: fields.filter((field) => !before.fields.includes(field)), removed: before.fields.filter((field) => !fields.includes(field)) },
    cost: { worst: cost, most: standardLimits.cost },
    statements: await Promise.all(statements.slice(0, MOST_STATEMENTS).map((statement) => planOf(options.query, statement))),
    sample: writes ? null : maskedSample(options.schema, operation, asked.document, result.data ?? null, disclosure, SAMPLE),
  }
}

const untried: { readonly statements: readonly Statement[]; readonly result: ExecutionResult } = { statements: [], result: {} }

/** A version of before may name what the schema has lost: then nothing of it is disclosed any more. */
function told({ model, schema, rightsOf }: DeskOptions, text: string, client: FactsAsked['client']): Disclosure {
  const visitor: Rights = rightsOf(rolesAt.SITE)
  try {
    return disclosureOf({ model, schema, visitor }, checkDocument(schema, text, undefined), rightsOf(rolesAt[client]))
  } catch {
    return {}
  }
}

async function tryOut<C extends { readonly caller: Caller }>({ schemas, query, contextFor }: FactsOptions<C>, { document, client }: FactsAsked, variables: Readonly<Record<string, unknown>>): Promise<{ readonly statements: readonly Statement[]; readonly result: ExecutionResult }> {
  const statements: Statement[] = []
  const principal: Principal = { userId: undefined, organisationId: undefined, roles: rolesAt[client], origin: client, locale: 'fr', requestId: 'facts' }
  const context = contextFor(principal, (text, values) => {
    statements.push({ text, values })
    return query(text, values)
  })
  return { result: await new Runnable(schemas, document).run(context, variables), statements }
}

async function planOf(query: Query, { text, values }: Statement): Promise<{ readonly sql: string; readonly plan: string }> {
  const lines = await query(`explain ${text}`, values)
  return { sql: text, plan: lines.map((line) => String(line['QUERY PLAN'])).join('\n') }
}
