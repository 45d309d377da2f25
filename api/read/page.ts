import { isRecord, nullOperand, refuse } from './refusal.ts'

const STANDARD_SIZE = 20
const MAX_SIZE = 100
const MAX_ROW = 10_000

/** Which part of a list is asked. */
export interface Page {
  readonly size: number
  readonly offset: number
  readonly after: string | undefined
}

/** Reads a `PageInput`: by number, or after a cursor. */
export function pageOf(given: unknown, path = 'page'): Page {
  if (given === undefined || given === null) return { size: STANDARD_SIZE, offset: 0, after: undefined }
  if (!isRecord(given)) refuse(path, 'notObject', { fr: 'Un objet est attendu.', en: 'An object is expected.' })
  const size = sizeOf(given['size'], `${path}.size`)
  const after = cursorOf(given['after'], `${path}.after`)
  const number = whole(given['number'] ?? 1, 1, Math.floor(MAX_ROW / size), `${path}.number`, pageNumber)
  if (after !== undefined && given['number'] != null) refuse(`${path}.number`, 'pageAndCursor', { fr: 'Donnez un numéro de page ou un curseur, pas les deux.', en: 'Give a page number or a cursor, not both.' })
  return { size, offset: (number - 1) * size, after }
}

/** The arguments of a relation to many. */
export function sliceOf(args: Readonly<Record<string, unknown>>, path: string): { readonly limit: number; readonly offset: number } {
  return { limit: sizeOf(args['limit'], `${path}.limit`), offset: whole(args['offset'] ?? 0, 0, MAX_ROW, `${path}.offset`, rowNumber) }
}

const pageSize = { fr: 'Une taille de 1 à {max} est attendue.', en: 'A size from 1 to {max} is expected.' }
const pageNumber = { fr: 'Un numéro de 1 à {max} est attendu ; au-delà de 10 000 lignes, continuez par curseur.', en: 'A number from 1 to {max} is expected; beyond 10,000 rows go on by cursor.' }
const rowNumber = { fr: 'Un nombre de 0 à {max} est attendu.', en: 'A number from 0 to {max} is expected.' }

const sizeOf = (given: unknown, path: string): number => whole(given ?? STANDARD_SIZE, 1, MAX_SIZE, path, pageSize)

function whole(given: unknown, min: number, max: number, path: string, message: typeof pageSize): number {
  if (typeof given !== 'number' || !Number.isInteger(given) || given < min || given > max) refuse(path, 'outOfRange', message, { max })
  return given
}

function cursorOf(given: unknown, path: string): string | undefined {
  if (given === undefined || given === null) return undefined
  return typeof given === 'string' ? given : nullOperand(path)
}
