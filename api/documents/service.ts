import { LRUCache } from 'lru-cache'
import { needScope } from '../access/apiKey.ts'
import type { Caller, Principal } from '../access/principal.ts'
import { AppError } from '../model/errors.ts'
import type { Model } from '../model/model.ts'
import type { Query } from '../read/index.ts'
import type { ReadBytes } from '../read/verbatim.ts'
import type { Report } from '../server/report.ts'
import { admitted, type Admitted, type Stands } from './admission.ts'
import { Allowance } from './allowance.ts'
import { answerOf, type Answer } from './answer.ts'
import { Answers, type Made } from './answers.ts'
import type { AskedDocument } from './asked.ts'
import { areHisFaults, isHisFault } from './blame.ts'
import { describedGrants } from './describedGrants.ts'
import { meterReading, type Metered } from './metering.ts'
import { isPast } from './moment.ts'
import type { Described } from './openapi.ts'
import { applyPolicies, withPageLimit, type Governed } from './policy.ts'
import { RateLimit, type Rate } from './quota.ts'
import { refusals } from './refusals.ts'
import { Registry, type Granted, type Registered } from './registry.ts'
import { Runnable, type Schemas } from './runnable.ts'
import { createShown, Showing } from './shown.ts'
import type { StandsFor } from './standsFor.ts'
import { Usage } from './usage.ts'

export interface ServiceOptions<C extends { readonly caller: Caller }> {
  readonly model: Model
  readonly schemas: Schemas
  readonly query: Query
  /** For what is passed on as it is. */
  readonly bytes: ReadBytes
  /** For what is counted in the background. */
  readonly note: Query
  readonly report: Report
  readonly callerOf: (principal: Principal) => Caller
  /** What the resolvers work with, for somebody whose statements go through `query`. */
  readonly contextFor: (principal: Principal, query: Query) => C
  /** Calls per minute of one address that the memory cannot answer; 0: any number. */
  readonly sitePerMinute: number
}

/** Who asks at which door. */
export interface Comer extends Stands {
  /** Asked once it is known that there is something to run. */
  readonly who: () => Promise<Principal>
  /** Under which calls without a grant are counted. */
  readonly address: () => string
}

export interface Served {
  readonly answer: Answer
  readonly document: Registered
  readonly grant: Granted | undefined
  readonly rate: Rate | undefined
  /** Something was changed. */
  readonly written: boolean
}

interface Answered {
  readonly answer: Answer
  /** It came from memory. */
  readonly kept: boolean
  readonly written: boolean
}

/** For what the clock alone changes: an offer that begins or ends to be published is seen, or gone, within a second. */
const MOMENT = 1_000
/** For what nothing but a change of its rows can change, and such changes are heard. */
const LONG = 300_000
const COMPILED = 2_000
/** Tables that say who may see what: no answer shows them, and each of them may change every answer. */
const RIGHTS = /^(role|permission|module|access_grant|department|team|user_roles)/

/** Runs approved documents: finds, admits, limits, answers from memory or from the database, and counts. */
export class DocumentService<C extends { readonly caller: Caller }> {
  readonly registry: Registry
  readonly answers = new Answers()
  readonly usage: Usage
  readonly #allowance: Allowance
  readonly #options: ServiceOptions<C>
  readonly #shown: ReturnType<typeof createShown>
  readonly #rates = new RateLimit()
  readonly #runnables = new LRUCache<string, Runnable | AppError>({ max: COMPILED })

  constructor(options: ServiceOptions<C>) {
    this.#options = options
    this.#shown = createShown(options.model)
    this.registry = new Registry({ query: options.query })
    this.usage = new Usage(options.note, options.report)
    this.#allowance = new Allowance(options.note, this.usage)
  }

  /** @throws AppError where the document is not run */
  async serve(comer: Comer, asked: AskedDocument): Promise<Served> {
    const begun = performance.now()
    const { document, grant } = admitted(await this.registry.current(), comer, asked.id)
    const count = { documentId: document.id, grantId: grant?.id }
    try {
      const rate = grant && await this.#allowance.take(grant)
      const { answer, kept, written } = await this.#answer(comer, document, grant, asked)
      this.usage.add({ ...count, milliseconds: performance.now() - begun, rows: answer.rows, bytes: answer.body.length, kept, outcome: answer.sound ? 'answered' : 'failed', fault: areHisFaults(answer.errors) })
      return { answer, document, grant, rate, written }
    } catch (error) {
      this.usage.add({ ...count, milliseconds: performance.now() - begun, rows: 0, bytes: 0, kept: false, outcome: error instanceof AppError ? 'refused' : 'failed', fault: isHisFault(error) })
      throw error
    }
  }

  /**
   * A reading that is not answered here, under the terms of the document that it stands for: a feed.
   * @throws AppError where the document is not his to run
   */
  async meter(organisationId: string | undefined, documentId: string | null, asked: StandsFor): Promise<Metered> {
    return await meterReading({ register: await this.registry.current(), allowance: this.#allowance, usage: this.usage, runnable: (document) => this.#runnable(document) }, organisationId, documentId, asked)
  }

  async #answer(comer: Comer, document: Registered, grant: Granted | undefined, asked: AskedDocument): Promise<Answered> {
    const runnable = this.#runnable(document)
    const { parsed } = runnable
    const { operation } = parsed
    if (runnable.writes && asked.safe) throw refusals.postOnly()
    if (asked.operationName !== undefined && asked.operationName !== operation.name?.value) throw refusals.operation(asked.operationName)
    const policies = grant ? [withPageLimit(document.policy, parsed.sizes, grant.pageLimit), grant.policy] : [document.policy]
    const variables = applyPolicies(policies, parsed, asked.variables)
    const principal = await comer.who()
    const caller = this.#options.callerOf(grant ? { ...principal, document: document.name } : principal)
    if (runnable.writes) return await this.#write({ document, grant }, runnable, { comer, caller, variables })
    const key = `${document.hash} ${JSON.stringify(variables)} ${caller.rights.key} ${caller.principal.userId ?? ''} ${document.sunsetAt?.getTime() ?? ''}`
    const kept = this.answers.get(key)
    if (grant) await this.#allowance.checkRows(grant)
    if (kept) return { answer: kept, kept: true, written: false }
    if (!grant && this.#options.sitePerMinute > 0) this.#rates.take(comer.address(), this.#options.sitePerMinute)
    return { answer: await this.answers.make(key, () => this.#run(document, runnable, caller, variables)), kept: false, written: false }
  }

  /** Done each time that it is asked; a key must be made for writing, as at every door. */
  async #write({ document, grant }: Admitted, runnable: Runnable, { comer, caller, variables }: { readonly comer: Comer; readonly caller: Caller; readonly variables: Readonly<Record<string, unknown>> }): Promise<Answered> {
    needScope(caller.principal, 'GRAPHQL_WRITE')
    if (grant) await this.#allowance.checkRows(grant)
    else if (this.#options.sitePerMinute > 0) this.#rates.take(comer.address(), this.#options.sitePerMinute)
    return { answer: (await this.#run(document, runnable, caller, variables)).answer, kept: false, written: true }
  }

  /** Tells the others what was counted here. */
  async stop(): Promise<void> {
    await Promise.all([this.usage.flush(), this.#allowance.flush()])
  }

  /** What a partner may run, for whoever writes his program. */
  async described(organisationId: string): Promise<readonly Described[]> {
    return describedGrants((await this.registry.current()).grantsOf(organisationId), this.#options.schemas.bare)
  }

  /** A document that anybody may run now. */
  async find(id: string): Promise<Registered | undefined> {
    const document = (await this.registry.current()).find(id)
    const runs = document?.client === 'SITE' && (document.state === 'ACTIVE' || document.state === 'DEPRECATED') && !isPast(Date.now(), document.sunsetAt)
    return runs ? document : undefined
  }

  /** What its policy is asked of. @throws AppError where it no longer fits the schema */
  governed(document: Registered): Governed {
    return this.#runnable(document).parsed
  }

  changed(table: string): void {
    this.registry.changed(table)
    if (RIGHTS.test(table)) this.answers.clear()
    else this.answers.changed(table)
  }

  heard(): void {
    this.registry.heard()
    this.answers.heard()
  }

  lost(): void {
    this.registry.lost()
    this.answers.lost()
  }

  async #run(document: Registered, runnable: Runnable, caller: Caller, variables: Readonly<Record<string, unknown>>): Promise<Made> {
    const cost = runnable.cost(variables)
    if (cost.requestedQueryCost > cost.maximumAvailable) throw refusals.tooCostly(cost.requestedQueryCost, cost.maximumAvailable)
    const showing = new Showing()
    const query = this.#noting(showing, this.#options.query)
    const { model, contextFor, bytes } = this.#options
    const written = await runnable.answerVerbatim({ model, caller, query, bytes: this.#noting(showing, bytes) }, variables)
    const result = written ?? await runnable.run(contextFor(caller.principal, query), variables)
    const extensions = JSON.stringify({ cost, document: { alias: document.alias, id: `sha256:${document.hash}`, ...(document.sunsetAt ? { sunset: document.sunsetAt.toISOString() } : {}) } })
    return { answer: answerOf(result, extensions, [document.alias, ...showing.tables].join(' ')), tables: showing.tables, milliseconds: showing.timed ? MOMENT : LONG }
  }

  #noting<Rows>(showing: Showing, read: (text: string, values: readonly unknown[]) => Promise<Rows>) {
    return (text: string, values: readonly unknown[]): Promise<Rows> => {
      showing.add(this.#shown(text))
      return read(text, values)
    }
  }

  /** Compiled when it is first asked for; what is wrong with it is remembered too. */
  #runnable({ hash, text, alias }: Registered): Runnable {
    const known = this.#runnables.get(hash) ?? this.#compile(alias, text)
    this.#runnables.set(hash, known)
    if (known instanceof Runnable) return known
    throw refusals.broken()
  }

  #compile(alias: string, text: string): Runnable | AppError {
    try {
      return new Runnable(this.#options.schemas, text)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      this.#options.report(new Error(`the document ${alias} no longer fits the schema: ${error.message}`), { where: 'documents' })
      return error
    }
  }
}
