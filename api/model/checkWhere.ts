import type { EntityModel, MemberModel, Model } from './model.ts'
import { isMoment, type AnyWhere } from './where.ts'

const isWhere = (value: unknown): value is AnyWhere => typeof value === 'object' && value !== null && !Array.isArray(value) && !isMoment(value)
const joins = new Set(['and', 'or', 'not'])
const comparisons = new Set(['eq', 'ne', 'in', 'notIn', 'isEmpty'])

/** A condition on an abstract entity may also name what one of its kinds has: rows of others do not fulfil it. */
export const memberOfKinds = (entity: EntityModel, name: string, model: Model): MemberModel | undefined =>
  entity.members.get(name) ?? entity.kinds.map((kind) => model.entities.get(kind)?.members.get(name)).find((member) => member !== undefined)

/** The first name in a condition that leads nowhere: the types of a rule do not know the other sides of relations. */
export function unknownIn(where: AnyWhere, entity: EntityModel, model: Model): string | undefined {
  for (const [name, value] of Object.entries(where)) {
    const member = memberOfKinds(entity, name, model)
    const parts = joins.has(name) ? [value].flat().filter(isWhere).map((part) => unknownIn(part, entity, model)) : member ? below(member, value, model) : [name]
    const unknown = parts.find((part) => part !== undefined)
    if (unknown !== undefined) return joins.has(name) || !member ? unknown : `${name}.${unknown}`
  }
  return undefined
}

/** What a condition on a relation says of the rows at its other end. */
function below(member: MemberModel, value: unknown, model: Model): readonly (string | undefined)[] {
  const target = 'target' in member ? model.entities.get(member.target) : undefined
  if (!target || !isWhere(value)) return []
  const nested = member.is === 'belongsTo' || (member.is === 'hasMany' && member.single) ? [value] : Object.values(value).filter(isWhere)
  return nested.map((part) => unknownIn(Object.fromEntries(Object.entries(part).filter(([name]) => !comparisons.has(name))), target, model))
}
