import { covers } from '../access/rows.ts'
import { entityOf, type EntityModel, type MemberModel } from '../model/model.ts'
import type { AnyWhere } from '../model/where.ts'
import type { Visibility } from './scope.ts'

/**
 * Whether a related record is the caller's to read because the row that leads to it is: of a client that is read
 * since one of his offers is published, nothing need be asked once such an offer has led to him. Rows of each table
 * in a statement are those that the caller may read, so the row itself is the one that is looked for.
 */
export function givenByReader({ model, rights }: Visibility, source: EntityModel, member: MemberModel): boolean {
  if (member.is !== 'belongsTo' || member.inverse === undefined || source.abstract || source.parent !== undefined) return false
  const target = entityOf(model, member.target)
  const [there, here] = [rights.of(target.name, 'read').rows, rights.of(source.name, 'read').rows]
  if (target.abstract || target.parent !== undefined || typeof there === 'string' || typeof here === 'string') return false
  return there.some((condition) => {
    const some = someOf(condition, member.inverse ?? '')
    return some !== undefined && covers([some], here)
  })
}

/** What a condition asks of one of the rows of a relation, where it asks nothing else. */
function someOf(condition: AnyWhere, relation: string): AnyWhere | undefined {
  const [[name, asked] = [], ...others] = Object.entries(condition)
  if (name !== relation || others.length > 0 || typeof asked !== 'object' || asked === null) return undefined
  const [[kind, rows] = [], ...more] = Object.entries(asked)
  return kind === 'some' && more.length === 0 && typeof rows === 'object' && rows !== null ? rows as AnyWhere : undefined
}
