import { Failure } from '../failure.ts'
import { optionName, writable, type Field, type Thing } from '../things/types.ts'

export interface Columns {
  /** Field of each column; undefined where it is passed over. */
  readonly fields: readonly (Field | undefined)[]
  readonly ignored: readonly string[]
}

const bare = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/[^a-z0-9]/g, '')

/** Finds the fields by their names, as they stand in our exports, in the help or on the screen. */
export function columnsOf(thing: Thing, header: readonly string[]): Columns {
  const fields = writable(thing, 'create')
  const known = new Map(fields.flatMap((field) => [field.name, optionName(field.name), field.label.fr, field.label.en].map((name) => [bare(name), field] as const)))
  const found = header.map((name) => known.get(bare(name)))
  const twice = found.find((field, index) => field !== undefined && found.indexOf(field) !== index)
  if (twice) throw new Failure(1, { fr: 'La colonne « {name} » est donnée deux fois.', en: 'The column “{name}” is given twice.' }, { name: twice.name })
  const missing = fields.filter((field) => field.required && !found.includes(field))
  if (missing.length > 0) {
    throw new Failure(1, { fr: 'Colonne absente : {names}. Trouvées : {header}.', en: 'Missing column: {names}. Found: {header}.' }, { names: missing.map(({ name }) => name).join(', '), header: header.slice(0, 20).join(', ') })
  }
  return { fields: found, ignored: header.filter((_, index) => found[index] === undefined) }
}
