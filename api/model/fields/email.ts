import { no, ok, plain, single, type FieldKind, type FieldOptions } from './kind.ts'
import { cleanText } from './text.ts'

/**
 * The form that HTML asks of `<input type=email>` (WHATWG HTML, "valid e-mail address"), with a dot in
 * the domain. Whether the top-level domain exists is not asked: `jacky@loubouzin.grd` is somebody's (C-27).
 */
const FORM = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$/

export const isEmail = (value: string): boolean => value.length <= 254 && FORM.test(value)

export const email: FieldKind<FieldOptions> = {
  name: 'email',
  graphql: 'String',
  filter: 'text',
  sort: 'folded',
  columns: single('varchar(254)'),
  parse: (value) => {
    const given = typeof value === 'string' ? value.trim() : ''
    if (given === '' && value !== undefined && typeof value === 'string') return ok(null)
    return isEmail(given) ? ok(given) : no('notEmail', { fr: 'Cette adresse électronique est mal formée.', en: 'This e-mail address is malformed.' })
  },
  parseOperand: (value) => cleanText(value, 254, false),
  select: plain,
  fragment: { of: 'address', sql: (column) => `fold(${column('')})` },
}
