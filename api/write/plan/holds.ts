import { whoAsks, type Principal } from '../../access/principal.ts'
import type { EntityModel, MemberModel } from '../../model/model.ts'
import { isMoment, type AnyWhere, type Moment } from '../../model/where.ts'

type Values = Readonly<Record<string, unknown>>
export interface Moments {
  readonly principal: Principal
  readonly now: Date
}

/**
 * Whether a row that is not written yet fulfils a declared condition on its own members. Conditions
 * that lead through relations are for the database: here a relation is its id.
 */
export function holds(where: AnyWhere, entity: EntityModel, row: Values, moments: Moments): boolean {
  return Object.entries(where).every(([name, condition]) => {
    if (name === 'and') return list(condition).every((one) => holds(one, entity, row, moments))
    if (name === 'or') return list(condition).some((one) => holds(one, entity, row, moments))
    if (name === 'not') return !holds(object(condition), entity, row, moments)
    const member = entity.members.get(name)
    if (!member || member.is === 'hasMany' || member.is === 'manyToMany') throw new Error(`a condition on ${entity.name} names ${name}, which only the database can ask`)
    return fulfils(object(condition), member, row[name] ?? null, moments)
  })
}

/** A declaration may write a plain value for `{ eq: value }`, and null for an empty field. */
function object(condition: unknown): AnyWhere {
  if (condition === null || condition === undefined) return { isEmpty: true }
  // Declared conditions are typed where they are written; their type is forgotten on the way here.
  return typeof condition === 'object' && !isMoment(condition) ? (condition as AnyWhere) : { eq: condition }
}
const list = (condition: unknown): readonly AnyWhere[] => condition as readonly AnyWhere[]

function fulfils(condition: AnyWhere, member: MemberModel, value: unknown, moments: Moments): boolean {
  const mine = comparable(value, member)
  return Object.entries(condition).every(([operator, operand]) => {
    if (operator === 'id' && member.is !== 'field') return fulfils(object(operand), member, value, moments)
    const given = isMoment(operand) ? moment(operand, moments) : operand
    const theirs = Array.isArray(given) ? given.map((one) => comparable(one, member)) : comparable(given, member)
    const compare = operators[operator]
    if (!compare) throw new Error(`a condition on ${member.name} asks \`${operator}\`, which only the database can answer`)
    return compare(mine, theirs)
  })
}

type Compare = (mine: unknown, theirs: unknown) => boolean
const among = (value: unknown, values: unknown): boolean => Array.isArray(values) && values.includes(value)

/** As in SQL, what is empty fulfils nothing but `isEmpty`; `ne` and `notIn` are its opposites all the same. */
const operators: Readonly<Record<string, Compare>> = {
  eq: (mine, theirs) => mine !== null && mine === theirs,
  ne: (mine, theirs) => mine !== theirs,
  in: among,
  notIn: (mine, theirs) => !among(mine, theirs),
  lt: (mine, theirs) => ordered(mine, theirs, (order) => order < 0),
  lte: (mine, theirs) => ordered(mine, theirs, (order) => order <= 0),
  gt: (mine, theirs) => ordered(mine, theirs, (order) => order > 0),
  gte: (mine, theirs) => ordered(mine, theirs, (order) => order >= 0),
  contains: (mine, theirs) => folded(mine).includes(folded(theirs)),
  startsWith: (mine, theirs) => folded(mine).startsWith(folded(theirs)),
  has: (mine, theirs) => among(theirs, mine),
  hasAny: (mine, theirs) => Array.isArray(theirs) && theirs.some((one) => among(one, mine)),
  hasNone: (mine, theirs) => Array.isArray(theirs) && !theirs.some((one) => among(one, mine)),
  isEmpty: (mine, theirs) => (mine === null || (Array.isArray(mine) && mine.length === 0)) === theirs,
}

function ordered(mine: unknown, theirs: unknown, decide: (order: number) => boolean): boolean {
  if (typeof mine === 'number' && typeof theirs === 'number') return decide(mine - theirs)
  return typeof mine === 'string' && typeof theirs === 'string' && decide(mine < theirs ? -1 : mine > theirs ? 1 : 0)
}

const folded = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() : '')

/** The part of a value that filters compare: an amount, an instant; exact numbers as numbers. */
function comparable(value: unknown, member: MemberModel): unknown {
  if (member.is === 'field' && member.kind.graphql === 'Decimal' && typeof value === 'string') return Number(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const parts = value as Values
  return parts['amount'] ?? parts['at'] ?? parts['raw'] ?? parts['id'] ?? value
}

/** The day of the house, as the database has it in conditions. */
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })

function moment({ moment: name }: Moment, { principal, now }: Moments): unknown {
  switch (name) {
    case 'now': return now.toISOString()
    case 'today': return today.format(now)
    default: return whoAsks(name, principal) ?? null
  }
}
