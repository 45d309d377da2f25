import { entityOf, type EntityModel, type Model } from '../../model/model.ts'
import { memberOf } from '../table.ts'
import { isSensitive } from '../witness.ts'

/** Whether what stands at a path is declared sensitive: the field itself, or the entity that it is of. */
export function isSensitivePath(model: Model, entity: EntityModel, path: string): boolean {
  const [name = '', ...rest] = path.split('.')
  const member = memberOf(entity, name)
  if (!member) return false
  if (isSensitive(entity, name) || (entity.options.sensitive === true && name !== 'id')) return true
  return member.is !== 'field' && member.is !== 'anyOf' && rest.length > 0 && isSensitivePath(model, entityOf(model, member.target), rest.join('.'))
}
