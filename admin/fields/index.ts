import { isObject, type AdminField } from '../data/meta.ts'
import type { KindUI } from './kind.ts'

// A new kind is a new file: it stands here by its name, nothing else is to be told of it.
const files = import.meta.glob<Readonly<Record<string, unknown>>>(['./*.tsx', '!./*.test.tsx'], { eager: true })

const isKind = (value: unknown): value is KindUI => isObject(value) && typeof value['kind'] === 'string' && 'Display' in value

// Asked for late: forms show kinds, and kinds show forms (an owned record inside another).
let kinds: ReadonlyMap<string, KindUI> | undefined

function registry(): ReadonlyMap<string, KindUI> {
  kinds ??= new Map(Object.values(files).flatMap((file) => Object.values(file).filter(isKind).map((kind) => [kind.kind, kind] as const)))
  return kinds
}

/** The browser half of a kind; an unknown one is shown and written as a text. */
export function kindOf(field: Pick<AdminField, 'kind'>): KindUI {
  const found = registry().get(field.kind) ?? registry().get('text')
  if (!found) throw new Error(`no field kind ${field.kind}`)
  return found
}

export const knownKinds = (): readonly string[] => [...registry().keys()]

export const toInput = (field: AdminField, value: unknown): unknown => {
  const empty = value === undefined || value === null || value === ''
  if (empty) return null
  const convert = kindOf(field).toInput
  return convert ? convert(value, field) : value
}
