/**
 * Texts of the database, of a file or of a server may hold anything: escape sequences that recolour or
 * retitle a terminal, characters that turn the direction of writing round. They are shown, never sent.
 */
const control = /[\u0000-\u001f\u007f-\u009f]/g
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const separators = /[\u2028\u2029]/g

const visible = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return code === 0x7f ? '␡' : `⟨${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
}

/** On one line, for a terminal. */
export const clean = (text: string): string =>
  text.replaceAll('\t', ' ').replaceAll(/\r\n|\n/g, '⏎').replaceAll(control, visible).replaceAll(direction, visible).replaceAll(separators, visible)

/** On its own lines, for a terminal. */
export const cleanLines = (text: string): string[] => text.split(/\r\n|[\n\u2028\u2029]/).map(clean)

/** For files and pipes: the text as it is, without what no text needs and a terminal would obey. */
export const cleanData = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, visible)

/** The same for JSON that somebody else wrote: outside of its texts there is none of these. */
export const cleanJson = (text: string): string => cleanData(text.replaceAll(escaped, asEscape))

/** JSON in which nothing is left that a terminal would obey. */
export const json = (value: unknown, indent?: number): string => JSON.stringify(value, null, indent).replaceAll(escaped, asEscape)

const escaped = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g
const asEscape = (character: string): string => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
