import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { no, ok, type FieldKind, type FieldOptions } from './kind.ts'
import { cleanText } from './text.ts'

/** Something that can be dialled: digits, and not a sentence; « 01 99 00 12 34 poste 12 » is one. */
const isDialled = (raw: string): boolean => {
  const count = (form: RegExp): number => raw.match(form)?.length ?? 0
  return count(/\d/g) >= 3 && count(/\d/g) > count(/\p{L}/gu)
}

/**
 * A telephone number as it was given, and its E.164 form where it is a number that exists. A number
 * that is none (`+ 666 12345`) is kept as it is, without the second (C-27).
 */
export const phone: FieldKind<FieldOptions> = {
  name: 'phone',
  graphql: 'Phone',
  graphqlInput: 'String',
  graphqlOperand: 'String',
  filter: 'text',
  sort: 'plain',
  columns: () => [{ part: '', type: 'varchar(60)' }, { part: 'e164', type: 'varchar(16)', optional: true }],
  parse: (value) => {
    const given = typeof value === 'object' && value !== null && 'raw' in value ? value.raw : value
    const parsed = cleanText(typeof given === 'string' ? given.trim() : given, 60, false)
    if (!parsed.ok) return parsed
    const raw = String(parsed.values[''])
    if (raw === '') return ok(null, { e164: null })
    if (!isDialled(raw)) return no('notPhone', { fr: 'Un numéro de téléphone est attendu.', en: 'A telephone number is expected.' })
    const found = parsePhoneNumberFromString(raw, 'FR')
    return ok(raw, { e164: found?.isValid() ? found.number : null })
  },
  compose: (parts) => ({ raw: parts[''], e164: parts['e164'] }),
  parseOperand: (value) => cleanText(value, 60, false),
  select: (column) => `case when ${column('')} is null then null else json_build_object('raw', ${column('')}, 'e164', ${column('e164')}) end`,
  parts: { raw: (column) => column(''), e164: (column) => column('e164') },
  cell: 'raw',
  // As it was typed, and as it is dialled from abroad.
  fragment: { of: 'digits', sql: (column) => `(regexp_replace(${column('')}, '\\D', '', 'g') || ' ' || coalesce(substr(${column('e164')}, 2), ''))` },
}
