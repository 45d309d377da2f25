import { v7 as uuid } from 'uuid'
import type { EnqueueOptions, InTransaction, JobData } from '../jobs/queue.ts'
import { badInput } from '../model/errors.ts'
import { isEmail } from '../model/fields/email.ts'
import { MailRefused, type Mail, type MailTransport } from './mail.ts'

/** Name of the job that hands a message on; it is given the id of its row. */
export const DELIVER_MAIL = 'core.deliverMail'
/** As many as the queue makes. */
const ATTEMPTS = 7

export interface Outbox {
  /** Writes a mail in the transaction of the mutation; it leaves when that commits. */
  send(transaction: InTransaction, mail: Mail): Promise<void>
  /** Hands one message on, once; outside of any transaction, since a mail server takes its time. @throws to be tried again. */
  deliver(id: string): Promise<void>
}

export interface OutboxOptions {
  /** Runs one statement, which is its own transaction. */
  readonly query: InTransaction
  readonly enqueue: (transaction: InTransaction, name: string, data: JobData, options?: EnqueueOptions) => Promise<void>
  /** Undefined: messages stay here, where the administrator reads them. */
  readonly transport: MailTransport | undefined
}

export function createOutbox({ query, enqueue, transport }: OutboxOptions): Outbox {
  async function deliver(id: string): Promise<void> {
    const [row] = await query(BEGIN, [id])
    if (!isMessage(row)) return
    if (!transport) return await finish(id, 'SENT', null)
    try {
      await transport.deliver({ id, to: row.recipient, subject: row.subject ?? '', text: row.body ?? '', ...htmlOf(row.payload) })
    } catch (error) {
      const last = row.attempts >= ATTEMPTS || error instanceof MailRefused
      await finish(id, last ? 'FAILED' : 'QUEUED', reasonOf(error))
      if (last) return
      throw error
    }
    await finish(id, 'SENT', null)
    await query(FORGET, [id])
  }

  const finish = async (id: string, state: 'SENT' | 'FAILED' | 'QUEUED', error: string | null): Promise<void> => { await query(FINISH, [id, state, error]) }

  return {
    send: (transaction, mail) => writeMail(transaction, (name, data, options) => enqueue(transaction, name, data, options), mail),
    deliver,
  }
}

/** Writes a mail, and the job that hands it on, in a transaction that is under way. @throws AppError BAD_USER_INPUT for what is no address */
export async function writeMail(transaction: InTransaction, enqueue: (name: string, data: JobData, options?: EnqueueOptions) => Promise<void>, mail: Mail): Promise<void> {
  const { to, subject, text, html, key, secret } = mail
  if (!isEmail(to)) throw badInput({ path: 'to', reason: 'notEmail', message: { fr: 'Cette adresse électronique est mal formée.', en: 'This e-mail address is malformed.' } })
  const payload = { ...(html === undefined ? {} : { html }), ...(secret ? { secret } : {}) }
  const [written] = await transaction(WRITE, [uuid(), to, subject, text, Object.keys(payload).length === 0 ? null : JSON.stringify(payload), key])
  if (isNamed(written)) await enqueue(DELIVER_MAIL, { id: written.id }, { key: written.id })
}

interface Message {
  readonly recipient: string
  readonly subject: string | null
  readonly body: string | null
  readonly payload: unknown
  readonly attempts: number
}

/** The statements name their columns, so that a row that came has them. */
const isMessage = (row: unknown): row is Message => typeof row === 'object' && row !== null && 'recipient' in row
const isNamed = (row: unknown): row is { readonly id: string } => typeof row === 'object' && row !== null && 'id' in row

const htmlOf = (payload: unknown): { html?: string } =>
  (typeof payload === 'object' && payload !== null && 'html' in payload && typeof payload.html === 'string' ? { html: payload.html } : {})

/** What the administrator reads: a code, and never what the other side wrote. */
function reasonOf(error: unknown): string {
  if (error instanceof MailRefused) return error.answer
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}

const WRITE = `
  insert into outbound_message (id, channel, recipient, subject, body, payload, idempotency_key)
  values ($1, 'EMAIL', $2, $3, $4, $5, $6)
  on conflict (idempotency_key) do nothing returning id`

const BEGIN = `
  update outbound_message set attempts = attempts + 1, next_attempt_at = null
  where id = $1 and state = 'QUEUED' returning recipient, subject, body, payload, attempts`

const FORGET = `update outbound_message set body = null, payload = '{"secret":true}' where id = $1 and payload -> 'secret' = 'true'`

const FINISH = `
  update outbound_message set state = $2::text, last_error = $3,
    next_attempt_at = case when $2::text = 'QUEUED' then now() + least(interval '10 minutes', interval '2 seconds' * (2 ^ attempts)) end
  where id = $1`
