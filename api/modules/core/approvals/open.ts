import { createHash } from 'node:crypto'
import sql from 'sql-template-tag'
import { AppError } from '../../../model/errors.ts'
import type { Labels } from '../../../model/labels.ts'
import { entityOf } from '../../../model/model.ts'
import { ApprovalRequest } from '#schema/core/approvalRequest.ts'
import core from '#schema/core/module.ts'
import type { Approvals, Asked, Work } from '../../../write/types.ts'
import { deciders } from './entitled.ts'
import { tellDeciders } from './tell.ts'

const DAY = 86_400_000
/** Requests of one account that wait at a time. */
const MOST_WAITING = 20
const replaced: Labels = { fr: 'Demandée à nouveau après que les fiches ont changé.', en: 'Asked for again after the records changed.' }

/**
 * Keeps what somebody asked; asking the same again while it waits is the same request. Where it would do something else
 * by now, it is another one: what was looked at, or agreed on by the first of several, is not agreed on in its new form.
 */
export const approvals: Approvals = {
  open: async (work, asked) => {
    const { userId } = work.caller.principal
    if (userId === undefined) throw new Error('only people ask for approval')
    const digest = createHash('sha256').update(asked.operation).digest('hex')
    await work.query(sql`select pg_advisory_xact_lock(hashtextextended(${`approval ${userId}`}, 0))`)
    const [waiting] = await work.query(sql`select id, mark from approval_request where requested_by_id = ${userId} and digest = ${digest} and state = 'PENDING' and expires_at > now()`)
    const whom = await deciders(work, userId, asked.operation)
    if (waiting?.['mark'] === asked.preview.mark) {
      // Whoever came to be one of them since; nobody is told twice.
      await tellDeciders(work, String(waiting['id']), whom)
      return { id: String(waiting['id']), decidable: whom.length > 0 }
    }
    if (!waiting) await refuseFlood(work, userId)
    if (waiting) await work.set(ApprovalRequest, String(waiting['id']), { state: 'CANCELLED', note: replaced[work.caller.principal.locale] })
    const id = await write(work, userId, digest, asked)
    await tellDeciders(work, id, whom)
    return { id, decidable: whom.length > 0 }
  },
}

/** Whoever decides is told of each of them. @throws AppError CONFLICT */
async function refuseFlood(work: Work, userId: string): Promise<void> {
  const [found] = await work.query(sql`select count(*)::int as count from approval_request where requested_by_id = ${userId} and state = 'PENDING' and expires_at > now()`)
  if (Number(found?.['count']) < MOST_WAITING) return
  throw new AppError('CONFLICT', [{
    reason: 'tooManyRequests', values: { max: MOST_WAITING },
    message: { fr: '{max} de vos demandes attendent déjà un accord : retirez-en, ou attendez une décision. Rien n’a été fait.', en: '{max} of your requests already wait for an agreement: withdraw some, or wait for a decision. Nothing was done.' },
  }])
}

async function write(work: Work, userId: string, digest: string, asked: Asked): Promise<string> {
  const days = await work.setting(core.settings.approvalDays)
  return work.asHouse().create(ApprovalRequest, await isThere(work, asked.subject) ? { subject: asked.subject } : {}, {
    title: titleOf(work, asked), requestedBy: userId, levelsRequired: asked.levels, digest, payload: asked.operation,
    mark: asked.preview.mark, preview: asked.preview, expiresAt: new Date(work.now.getTime() + days * DAY).toISOString(),
  })
}

/** A record that is only to be made cannot be named yet. */
async function isThere({ model, row }: Work, subject: Asked['subject']): Promise<boolean> {
  const entity = subject && model.entities.get(subject.entity)
  return entity !== undefined && await row(entity.cls, subject?.id ?? '') !== undefined
}

const verbs: Readonly<Record<string, Labels>> = {
  create: { fr: 'Créer', en: 'Create' }, update: { fr: 'Modifier', en: 'Change' }, delete: { fr: 'Supprimer', en: 'Delete' },
  restore: { fr: 'Rétablir', en: 'Restore' }, updateMany: { fr: 'Modifier plusieurs', en: 'Change several' }, deleteMany: { fr: 'Supprimer plusieurs', en: 'Delete several' },
}

/** In the language of whoever asks: what, and of what kind. Which record it is, readers see by their own rights. */
function titleOf({ model, caller: { principal: { locale } } }: Work, { name, entity, label }: Asked): string {
  const known = entityOf(model, entity)
  const verb = label ?? verbs[name]
  return `${verb?.[locale] ?? name} · ${known.label[locale]}`
}
