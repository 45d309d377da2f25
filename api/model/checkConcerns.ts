import type { EntityModel, Model } from './model.ts'

const PARTY = 'Party'

/** A path of `concerns` must lead over relations to a party, or name a field that holds the id of one. */
export function checkConcerns(entity: EntityModel, model: Model, say: (what: string) => void): void {
  for (const path of entity.options.concerns ?? []) {
    if (!leadsToParty(model, entity, path.split('.'))) say(`\`concerns\` names \`${path}\`, which leads to no party; name a relation to a Party, or \`id\` of a party itself`)
  }
}

function leadsToParty(model: Model, entity: EntityModel, [name = '', ...rest]: readonly string[]): boolean {
  const member = entity.members.get(name)
  if (!member) return false
  if (!('target' in member)) return rest.length === 0 && member.is === 'field' && member.kind.name === 'id' && (name !== 'id' || isParty(entity))
  const target = model.entities.get(member.target)
  return target !== undefined && (rest.length === 0 ? isParty(target) : leadsToParty(model, target, rest))
}

const isParty = ({ name, parent }: EntityModel): boolean => name === PARTY || parent === PARTY
