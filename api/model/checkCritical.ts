import type { EntityModel, Model } from './model.ts'

/** What is declared critical must exist, and must not be done by the way when something else is deleted. */
export function checkCritical(entity: EntityModel, model: Model, say: (what: string, member?: string) => void): void {
  const { critical } = entity.options
  if (!critical) return
  for (const name of critical.update ?? []) if (!entity.members.has(name)) say(`\`critical\` names the field \`${name}\`, which it does not have; correct the name`)
  for (const name of critical.moves ?? []) if (!entity.moves.some((move) => move.name === name)) say(`\`critical\` names the move \`${name}\`, which it does not have; correct the name`)
  if (critical.export !== undefined && !(Number.isInteger(critical.export) && critical.export >= 0)) say('`critical.export` is the number of rows that one person may export alone; write a whole number')
  if (!critical.delete) return
  for (const member of entity.members.values()) {
    if (member.is !== 'belongsTo' || member.onDelete !== 'cascade') continue
    if (model.entities.get(member.target)?.options.critical?.delete) continue
    say(`is deleted only with a second person, but goes along when a ${member.target} is deleted by one; give ${member.target} \`critical: { delete: true }\`, or the relation another \`onDelete\``, member.name)
  }
}
