import type { AdminResource } from '../../data/meta.ts'
import { kindOf } from '../../fields/index.ts'

/**
 * Every value that a new record may be given, empty ones too: an input without a value of its own
 * would look for one in the record around it.
 */
export function initialValues(resource: AdminResource, hidden?: string): Record<string, unknown> {
  return Object.fromEntries(resource.fields.filter((field) => field.create && field.name !== hidden).map((field) => {
    const empty = field.many ? [] : null
    return [field.name, field.default ?? kindOf(field).initial?.(field) ?? empty] as const
  }))
}

/** Gives what was typed to the field that people most likely mean: the first text that must be there. */
export function withTitle(resource: AdminResource, values: Readonly<Record<string, unknown>>, text: string): Record<string, unknown> {
  const texts = resource.fields.filter((field) => field.create && field.kind === 'text' && field.read)
  const title = texts.find((field) => field.required) ?? texts[0]
  return title && text !== '' ? { ...values, [title.name]: text } : { ...values }
}
