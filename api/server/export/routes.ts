import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { needScope } from '../../access/apiKey.ts'
import type { Audit, AuditEvent } from '../../access/audit.ts'
import type { Authenticate } from '../../access/authenticate.ts'
import { keptIn } from '../../access/exporting.ts'
import { moduleDisabled, moduleOff } from '../../access/modules.ts'
import type { Caller, Principal } from '../../access/principal.ts'
import { mayList } from '../../access/rights.ts'
import { AppError, badInput, forbidden, unauthenticated } from '../../model/errors.ts'
import type { EntityModel, Model } from '../../model/model.ts'
import type { Query } from '../../read/index.ts'
import { exportFormats } from '../../read/export/formats.ts'
import { countStatement, exportStatement, type ExportStatement } from '../../read/export/statement.ts'
import { visibilityOf } from '../../read/visibility.ts'
import { openStream, type RowStream } from '../database/stream.ts'
import { faults } from '../http/fault.ts'
import { onceGone } from '../http/gone.ts'
import { bodyWithin } from '../http/guards.ts'
import { atMostEvery, rowsIn, sendPieces } from '../http/streamed.ts'
import type { Permits } from './permits.ts'
import { readQuestion, saysSomething, type Question } from './question.ts'
import { toldOf } from './told.ts'

export interface ExportRoutesOptions {
  readonly model: Model
  readonly pool: Pool
  readonly query: Query
  readonly audit: Audit
  readonly permits: Permits
  readonly authenticate: Authenticate
  readonly callerOf: (principal: Principal) => Caller
}

/** Exports at work at once: each has a connection of its own. */
const AT_ONCE = 3
const OF_ONE_ACCOUNT = 2
/** Of one piece. */
const ROWS = 1_000
const LONGEST_MILLISECONDS = 600_000
const BODY_BYTES = 128 * 1_024
const BODY_MILLISECONDS = 10_000
/** How long an account that is closed, or a session that is ended, may go on. */
const ASKED_AGAIN_MILLISECONDS = 1_000

const OPERATION = 'POST /export'

/** `POST /export`: all rows of a list that the caller may read, as CSV, NDJSON or JSON, streamed from one statement. */
// eslint-disable-next-line typescript/require-await -- Fastify waits for what a plugin promises.
export const exportRoutes = (options: ExportRoutesOptions) => async (app: FastifyInstance): Promise<void> => {
  const atWork: string[] = []
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: BODY_BYTES }, app.getDefaultJsonParser('error', 'error'))
  app.post('/export', { bodyLimit: BODY_BYTES, onRequest: bodyWithin(BODY_MILLISECONDS) }, async (request, reply) => {
    const caller = await callerOf(request, options)
    const question = readQuestion(request.body)
    const { principal: { userId = '' } } = caller
    if (atWork.length >= AT_ONCE || atWork.filter((one) => one === userId).length >= OF_ONE_ACCOUNT) throw faults.busy()
    atWork.push(userId)
    onceGone(reply.raw, () => { atWork.splice(atWork.indexOf(userId), 1) })
    return await new Export(options, request, caller, question).answer(reply)
  })
}

async function callerOf({ id, ip, headers }: FastifyRequest, { authenticate, callerOf: withRights }: ExportRoutesOptions): Promise<Caller> {
  const { authorization, 'x-coulisses-origin': origin, 'accept-language': language, 'x-coulisses-view-as': viewAs } = headers
  const { principal } = await authenticate({ authorization, origin: typeof origin === 'string' ? origin : undefined, language, requestId: id, viewAs: typeof viewAs === 'string' ? viewAs : undefined, address: ip })
  if (principal.userId === undefined) throw unauthenticated()
  needScope(principal, 'GRAPHQL_READ')
  return withRights(principal)
}

/** One export, from the question to the last byte. */
class Export {
  readonly #options: ExportRoutesOptions
  readonly #request: FastifyRequest
  readonly #caller: Caller
  readonly #question: Question
  readonly #began = performance.now()

  constructor(options: ExportRoutesOptions, request: FastifyRequest, caller: Caller, question: Question) {
    this.#options = options
    this.#request = request
    this.#caller = caller
    this.#question = question
  }

  async answer(reply: FastifyReply): Promise<FastifyReply> {
    const entity = listed(this.#options.model, this.#question.list)
    const { statement, columns, denied } = await this.#permitted(entity)
    const format = exportFormats[this.#question.format]
    await this.#agreed(entity)
    // Nothing leaves the house before it is on record.
    await this.#record(entity, toldOf(this.#options.model, entity, this.#question))
    const stream = await openStream({ pool: this.#options.pool, limit: LONGEST_MILLISECONDS }, statement)
    onceGone(reply.raw, () => { void stream.close() })
    void reply.header('content-disposition', `attachment; filename="${this.#question.list}.${format.ending}"`)
    if (denied.length > 0) void reply.header('x-export-denied', denied.map(encodeURIComponent).join(' '))
    return await sendPieces(reply, format.contentType, this.#written(entity, format.open(columns), stream))
  }

  /** @throws AppError for what the caller may not read, or not export; a refusal is on record before it is told. */
  async #permitted(entity: EntityModel): Promise<ExportStatement> {
    try {
      const { model } = this.#options
      const { rights } = this.#caller
      const off = moduleOff(model, rights, entity)
      if (off) throw moduleDisabled(off)
      if (!mayList(rights, entity.name)) throw forbidden()
      if (keptIn(rights, entity.name) === 'all') throw mayNotExport()
      return exportStatement(visibilityOf(model, rights), this.#caller, entity, this.#question, exportFormats[this.#question.format], (name) => keptIn(rights, name))
    } catch (error) {
      if (error instanceof AppError && error.code === 'FORBIDDEN') await this.#options.audit({ ...this.#event(entity), action: 'REFUSED', reason: error.issues[0]?.reason ?? 'forbidden', details: { fields: error.issues.flatMap(({ path }) => (path === undefined ? [] : [path])) } })
      throw error
    }
  }

  /** What takes two, or is more than one person takes out alone. @throws AppError APPROVAL_REQUIRED */
  async #agreed(entity: EntityModel): Promise<void> {
    const { model, query, permits } = this.#options
    const alone = entity.options.critical?.export
    if (alone === undefined || await permits.given(this.#caller, this.#question)) return
    const { text, values } = countStatement(visibilityOf(model, this.#caller.rights), this.#caller, entity, this.#question, alone + 1)
    if (saysSomething(this.#question.filter) && Number((await query(text, values))[0]?.['found']) <= alone) return
    await permits.ask(this.#caller, this.#question)
  }

  async *#written(entity: EntityModel, opening: string, stream: RowStream): AsyncGenerator<string> {
    const { between, close } = exportFormats[this.#question.format]
    let [rows, bytes, whole] = [0, 0, false]
    const piece = (text: string): string => {
      bytes += Buffer.byteLength(text)
      return text
    }
    try {
      let before = opening
      for await (const found of rowsIn(stream, ROWS, atMostEvery(ASKED_AGAIN_MILLISECONDS, () => callerOf(this.#request, this.#options)))) {
        const made = piece(before + found.map(([text]) => text).join(between))
        rows += found.length
        before = between
        yield made
      }
      yield piece((rows === 0 ? before : '') + close(rows))
      whole = true
    } finally {
      await stream.close()
      await this.#record(entity, { rows, bytes, milliseconds: Math.round(performance.now() - this.#began) }, whole ? undefined : 'brokenOff')
    }
  }

  #event(entity: EntityModel): Omit<AuditEvent, 'action'> {
    return { by: this.#caller.principal, address: this.#request.ip, operation: OPERATION, entity: entity.name }
  }

  #record(entity: EntityModel, details: Readonly<Record<string, unknown>>, reason?: string): Promise<boolean> {
    return this.#options.audit({ ...this.#event(entity), action: 'EXPORT', details, reason })
  }
}

function listed(model: Model, list: string): EntityModel {
  const entity = [...model.entities.values()].find(({ plural }) => plural === list)
  if (!entity) throw badInput({ path: 'list', reason: 'unknownList', message: { fr: 'Il n’y a pas de liste « {list} ».', en: 'There is no list “{list}”.' }, values: { list: list.slice(0, 60) } })
  return entity
}

const mayNotExport = (): AppError => new AppError('FORBIDDEN', [{
  reason: 'mayNotExport', message: { fr: 'Vous pouvez lire ces enregistrements, mais pas les exporter.', en: 'You may read these records, but not export them.' },
}])
