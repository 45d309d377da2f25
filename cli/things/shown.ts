import type { Json } from '../remote/graphql.ts'
import { isObject } from '../remote/graphql.ts'
import type { Locale } from '../text/labels.ts'
import { showDay, showInstant } from '../time/show.ts'
import { USUAL_ZONE } from '../time/zone.ts'
import { decimalOf, showMoney } from './money.ts'
import type { Field } from './types.ts'

export type Row = Readonly<Record<string, Json>>

/** What an answer has at a path. */
export function at(row: Json | undefined, path: readonly string[]): Json {
  let value: Json | undefined = row
  for (const name of path) {
    if (!isObject(value)) return null
    value = value[name]
  }
  return value ?? null
}

/** The value for programs: a number, a text, a date as ISO writes it, an amount as a decimal. */
export function dataOf(field: Field): (row: Row) => string | number | boolean | null {
  const path = (field.read ?? '').split('.')
  if (field.kind === 'money') return (row) => decimalOf(at(row, path))
  if (field.kind === 'zoned') return (row) => plain(at(row, [...path, 'at']))
  return (row) => plain(at(row, path))
}

function plain(value: Json): string | number | boolean | null {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? value.map(String).join(' ') : JSON.stringify(value)
  return value as string | number | boolean | null
}

/** The value for people, in their language; not yet made fit for a terminal. */
export function textOf(field: Field, row: Row, locale: Locale): string {
  const value = at(row, (field.read ?? '').split('.'))
  if (value === null) return ''
  switch (field.kind) {
    case 'money': return showMoney(value, locale)
    case 'day': return showDay(String(value), locale)
    case 'instant': return showInstant(String(value), USUAL_ZONE, locale)
    case 'zoned': return showInstant(String(at(value, ['at'])), zoneIn(value), locale)
    case 'choice': return field.choices?.find((choice) => choice.value === value)?.label[locale] ?? String(plain(value))
    default: return String(plain(value))
  }
}

/** The zone of an instant that has one. */
function zoneIn(value: Json): string {
  const said = at(value, ['zone'])
  return typeof said === 'string' && said !== '' ? said : USUAL_ZONE
}

/** The zone in which a field's times are meant. */
export const zoneOf = ({ kind, read }: Field, row: Row): string => (kind === 'zoned' ? zoneIn(at(row, (read ?? '').split('.'))) : USUAL_ZONE)
