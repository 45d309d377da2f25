import { AppError, forbidden, messages } from '../model/errors.ts'
import type { Issue } from '../model/issue.ts'
import type { Labels } from '../model/labels.ts'

/** Refuses what a caller asks, at its path. */
export function refuse(path: string, reason: string, message: Labels, values: Readonly<Record<string, unknown>> = {}): never {
  refuseWith(path, { reason, message, values })
}

export function refuseWith(path: string, issue: Issue): never {
  throw new AppError('BAD_USER_INPUT', [{ ...issue, path: issue.path ? `${path}.${issue.path}` : path }])
}

/** A field that the caller may not read cannot be asked about by another way either. */
export function forbid(path: string): never {
  throw forbidden(path)
}

export const unknownField = (path: string): never => refuse(path, 'unknownField', messages.unknownField)

export const unknownOperator = (path: string, operators: readonly string[]): never =>
  refuse(path, 'unknownOperator', { fr: 'Opérateur inconnu : choisissez parmi {operators}.', en: 'Unknown operator: choose among {operators}.' }, { operators: operators.join(', ') })

export const nullOperand = (path: string): never =>
  refuse(path, 'nullOperand', { fr: 'null n’est pas une valeur à comparer : écrivez isEmpty: true.', en: 'null is no value to compare with: write isEmpty: true.' })

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The entries of an object that a caller gives; absent values are no entries. */
export function entriesOf(value: unknown, path: string): [string, unknown][] {
  if (value === null) return nullOperand(path)
  if (!isRecord(value)) refuse(path, 'notObject', { fr: 'Un objet est attendu.', en: 'An object is expected.' })
  return Object.entries(value).filter(([, entry]) => entry !== undefined)
}

export function listOf(value: unknown, path: string, max: number): readonly unknown[] {
  if (value === null) return nullOperand(path)
  if (!Array.isArray(value)) refuse(path, 'notList', { fr: 'Une liste est attendue.', en: 'A list is expected.' })
  if (value.length > max) refuse(path, 'tooMany', { fr: 'Au plus {max} éléments.', en: 'At most {max} elements.' }, { max })
  return value
}

export function flagOf(value: unknown, path: string): boolean {
  if (value === null) return nullOperand(path)
  if (typeof value !== 'boolean') refuse(path, 'notBoolean', { fr: 'Oui ou non est attendu.', en: 'Yes or no is expected.' })
  return value
}
