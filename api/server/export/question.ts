import { badInput } from '../../model/errors.ts'
import type { Labels } from '../../model/labels.ts'
import type { AskedColumn, AskedExport } from '../../read/export/statement.ts'
import { exportFormats, isFormat, type FormatName } from '../../read/export/formats.ts'
import { isRecord, listOf } from '../../read/refusal.ts'

/** What `POST /export` is asked. */
export interface Question extends AskedExport {
  /** Plural of the entity: `clients`. */
  readonly list: string
  readonly format: FormatName
}

const MAX_COLUMNS = 60
const known: ReadonlySet<string> = new Set(['list', 'fields', 'filter', 'sort', 'format', 'limit', 'partial'])

/** Reads the body; what is said in it of fields, filter and sort, the read engine checks. @throws AppError BAD_USER_INPUT */
export function readQuestion(body: unknown): Question {
  if (!isRecord(body)) throw wrong('body', 'notObject', { fr: 'Un objet est attendu.', en: 'An object is expected.' })
  const stranger = Object.keys(body).find((name) => !known.has(name))
  if (stranger !== undefined) throw wrong(stranger, 'unknownField', { fr: 'Champ inconnu ; au choix {known}.', en: 'Unknown field; one of {known}.' }, { known: [...known].join(', ') })
  const { list, fields, filter, sort, format = 'CSV', limit, partial } = body
  if (typeof list !== 'string') throw wrong('list', 'required', { fr: 'Dites quelle liste : clients.', en: 'Say which list: clients.' })
  if (!isFormat(format)) throw wrong('format', 'unknownFormat', { fr: 'Au choix {known}.', en: 'One of {known}.' }, { known: Object.keys(exportFormats).join(', ') })
  if (partial !== undefined && typeof partial !== 'boolean') throw wrong('partial', 'notBoolean', { fr: 'Oui ou non est attendu.', en: 'Yes or no is expected.' })
  return {
    list, format, columns: listOf(fields ?? [], 'fields', MAX_COLUMNS).map(columnIn), limit: limitIn(limit), partial: partial ?? false,
    // Whatever they are, they are read as those of the list are.
    filter: (filter ?? null) as AskedExport['filter'] & object, sort: (sort ?? null) as AskedExport['sort'] & object,
  }
}

/** `"client.phone.raw"`, or `{ "path": "client.phone.raw", "name": "phone" }`. */
function columnIn(given: unknown, index: number): AskedColumn {
  if (typeof given === 'string') return { path: given, name: given }
  if (isRecord(given) && typeof given['path'] === 'string' && typeof given['name'] === 'string') return { path: given['path'], name: given['name'] }
  throw wrong(`fields.${index}`, 'notField', { fr: 'Un chemin est attendu : client.phone.raw.', en: 'A path is expected: client.phone.raw.' })
}

function limitIn(given: unknown): number | undefined {
  if (given === undefined || given === null) return undefined
  if (typeof given === 'number' && Number.isSafeInteger(given) && given > 0) return given
  throw wrong('limit', 'outOfRange', { fr: 'Un nombre à partir de 1.', en: 'A number from 1.' })
}

/** Whether a filter asks for anything. */
export const saysSomething = (filter: unknown): boolean => (typeof filter === 'object' && filter !== null ? Object.values(filter).some(saysSomething) : filter !== null && filter !== undefined)

const wrong = (path: string, reason: string, message: Labels, values: Readonly<Record<string, unknown>> = {}) => badInput({ path, reason, message, values })
