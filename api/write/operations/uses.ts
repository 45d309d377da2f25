import sql, { type Sql } from 'sql-template-tag'
import { AppError } from '../../model/errors.ts'
import type { Locale } from '../../model/labels.ts'
import { fill } from '../../model/labels.ts'
import { entityOf, type EntityModel, type Model } from '../../model/model.ts'
import { isDatabaseError, SaveError } from '../failure.ts'
import { ask } from '../lookup/lookUp.ts'
import { sentences } from '../messages.ts'
import { ident } from '../rowSql.ts'
import type { Session } from '../session.ts'

/** A relation that keeps the row it points to from being deleted. */
interface Referrer {
  readonly entity: EntityModel
  readonly relation: string
  count(id: string): Sql
}

/** Refuses to delete what is in use, naming who uses it and how often. The row is locked: nobody comes to use it meanwhile. */
export async function refuseUsed(session: Session, entity: EntityModel, id: string): Promise<void> {
  const uses: { referrer: Referrer; count: number }[] = []
  const parts = referrersOf(session.engine.model, entity).map((referrer) => ({
    ask: referrer.count(id),
    take: (count: unknown) => { if (Number(count) > 0) uses.push({ referrer, count: Number(count) }) },
  }))
  if (parts.length > 0) await ask(session.query, parts)
  if (uses.length === 0) return
  throw inUse(uses.map(({ referrer: { entity: other, relation }, count }) => ({ entity: other, relation, count })))
}

interface Use {
  readonly entity: EntityModel
  readonly relation: string
  readonly count?: number
}

function inUse(uses: readonly Use[]): AppError {
  const told = (locale: Locale): string =>
    fill(sentences.inUse[locale], { uses: uses.map(({ entity, count }) => `${entity.labelPlural[locale]}${count === undefined ? '' : ` (${count})`}`).join(', ') })
  return new AppError('CONFLICT', [{ reason: 'inUse', message: { fr: told('fr'), en: told('en') } }], {
    uses: uses.map(({ entity, ...use }) => ({ entity: entity.name, ...use })),
  })
}

/** The same where PostgreSQL refuses: rows that would go along are in use themselves. */
export function inUseBehind({ engine }: Session, error: unknown): AppError | undefined {
  const cause = error instanceof SaveError ? error.cause : undefined
  const constraint = isDatabaseError(cause) && cause.code === '23503' ? engine.constraints.get(cause.constraint ?? '') : undefined
  return constraint && inUse([{ entity: entityOf(engine.model, constraint.entity), relation: constraint.members[0] ?? '' }])
}

function referrersOf(model: Model, entity: EntityModel): Referrer[] {
  const names = new Set([entity.name, entity.parent])
  return [...model.entities.values()].flatMap((other) => [...other.members.values()].flatMap((member): Referrer[] => {
    if (member.declaredBy !== other.name || !('target' in member) || !names.has(member.target)) return []
    const referrer = { entity: other, relation: member.name }
    const [column] = member.columns
    if (member.is === 'belongsTo' && member.onDelete === 'restrict' && column) {
      return [{ ...referrer, count: (id) => sql`select count(*)::int from ${ident(other.table)} where ${ident(column.name)} = ${id} and id <> ${id}` }]
    }
    if (member.is !== 'manyToMany' || member.mirrored || member.onDelete !== 'restrict') return []
    const { name, source, target } = member.table
    return [{ ...referrer, count: (id) => sql`select count(*)::int from ${ident(name)} where ${ident(target)} = ${id} and ${ident(source)} <> ${id}` }]
  }))
}
