import { scopes, type Scope } from '../../model/access.ts'
import { badInput, type AppError } from '../../model/errors.ts'
import { json, type JsonOptions } from '../../model/fields/json.ts'
import type { Labels } from '../../model/labels.ts'
import type { Argument } from '../../write/types.ts'

/** One permission of a role, as the editor gives it. */
export interface Proposed {
  readonly entityType: string
  readonly action: string
  readonly field: string | undefined
  readonly scope: Scope
  readonly effect: 'ALLOW' | 'DENY'
}

const options: JsonOptions & { readonly label: Labels } = { required: true, shape: { type: 'any' }, label: { fr: 'Permissions', en: 'Permissions' } }

/** All the permissions that a role shall have. */
export const permissionsArgument: Argument = {
  kind: json, options,
}

const MAX = 500

export function proposedIn(given: unknown): readonly Proposed[] {
  if (!Array.isArray(given) || given.length > MAX) throw badInput({ path: 'permissions', reason: 'notList', message: { fr: 'Une liste de 500 permissions au plus est attendue.', en: 'A list of at most 500 permissions is expected.' } })
  const proposed = given.map((one: unknown, index): Proposed => readOne(typeof one === 'object' && one !== null ? one as Readonly<Record<string, unknown>> : {}, index))
  const twice = proposed.findIndex((one, index) => proposed.findIndex((other) => keyOf(other) === keyOf(one)) !== index)
  if (twice >= 0) throw faulty(twice, 'entityType', { fr: 'Cette permission est donnée deux fois.', en: 'This permission is given twice.' })
  return proposed
}

function readOne({ entityType, action, field, scope = 'ALL', effect = 'ALLOW' }: Readonly<Record<string, unknown>>, index: number): Proposed {
  if (typeof entityType !== 'string') throw faulty(index, 'entityType')
  if (typeof action !== 'string') throw faulty(index, 'action')
  if (field != null && typeof field !== 'string') throw faulty(index, 'field')
  const known = scopes.find((one) => one === scope)
  if (!known) throw faulty(index, 'scope')
  if (effect !== 'ALLOW' && effect !== 'DENY') throw faulty(index, 'effect')
  return { entityType, action, field: typeof field === 'string' && field !== '' ? field : undefined, scope: known, effect }
}

const faulty = (index: number, name: string, message = { fr: 'Valeur inconnue.', en: 'Unknown value.' }): AppError => badInput({ path: `permissions.${index}.${name}`, reason: 'unknown', message })

/** What makes two permissions of one holder the same, whatever their scope. */
export const keyOf = ({ entityType, action, field, effect }: Pick<Proposed, 'entityType' | 'action' | 'effect'> & { readonly field?: string | null | undefined }): string =>
  [entityType, action, field ?? '', effect].join(' ')
