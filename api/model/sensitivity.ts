import type { MemberModel } from './model.ts'

/** How carefully a value is handled, from what anybody may know to what nobody is told. */
export const sensitivities = ['PUBLIC', 'INTERNAL', 'PERSONAL', 'SECRET'] as const
export type Sensitivity = (typeof sensitivities)[number]

const personalKinds: ReadonlySet<string> = new Set(['email', 'phone', 'password'])
const personalTargets: ReadonlySet<string> = new Set(['Person', 'User', 'Party'])

/**
 * What a declaration says of a field, or what follows from its kind: what is encrypted is secret; addresses of people,
 * and who they are, is personal. Undefined: it depends on who may read it.
 */
export function declaredSensitivity(entity: string, member: MemberModel): Sensitivity | undefined {
  if (member.options.sensitivity) return member.options.sensitivity
  if (member.is === 'field' && member.kind.reveal) return 'SECRET'
  if (member.is === 'field' && personalKinds.has(member.kind.name)) return 'PERSONAL'
  if ('target' in member && personalTargets.has(member.target)) return 'PERSONAL'
  return personalTargets.has(entity) && member.is === 'field' && member.name !== 'id' && member.name !== 'version' ? 'PERSONAL' : undefined
}
