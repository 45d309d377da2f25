import { Department } from '#schema/core/department.ts'
import { email } from '../../model/fields/email.ts'
import { password } from '../../model/fields/password.ts'
import { text } from '../../model/fields/text.ts'
import type { Argument, Input, Work } from '../../write/types.ts'
import { wrong } from '../input.ts'

/** What management says of a collaborator; `required` when he is new. */
export const collaboratorArguments = (required: boolean): Readonly<Record<'fullName' | 'email' | 'department' | 'password', Argument>> => ({
  fullName: { kind: text, options: { required, max: 240, label: { fr: 'Nom complet', en: 'Full name' } } },
  email: { kind: email, options: { required, label: { fr: 'E-mail', en: 'E-mail' }, help: { fr: 'Sert à se connecter.', en: 'Used to sign in.' } } },
  department: { kind: 'record', entity: () => Department, options: { required, label: { fr: 'Département', en: 'Department' }, help: { fr: 'Il donne les droits.', en: 'It gives the rights.' } } },
  password: { kind: password, options: { min: 12, max: 128, label: { fr: 'Mot de passe', en: 'Password' }, help: { fr: 'Douze caractères au moins.', en: 'Twelve characters at least.' } } },
} as Readonly<Record<'fullName' | 'email' | 'department' | 'password', Argument>>)

/** Management puts people in the departments of the event company only: no other right is its to give (C-06). */
export async function departmentInput(work: Work, id: unknown): Promise<Input> {
  if (typeof id !== 'string') return {}
  const department = await work.row(Department, id)
  if (department?.line !== 'EPIC_EVENTS') throw wrong('department', 'otherLine', { fr: 'Ce département n’est pas de l’événementiel.', en: 'This department is not of the event company.' })
  return { department: { connect: id } }
}

export const credentials = ({ email: address, password: secret }: Input): Input => ({
  ...(address === undefined ? {} : { email: address }), ...(secret === undefined ? {} : { password: secret }),
})
