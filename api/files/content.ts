import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

/** What is taken, and the ending that a download of it has. SVG and HTML run scripts: they are not. */
export const contentTypes = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'text/csv': '.csv',
} as const
export type ContentType = keyof typeof contentTypes

const otherEndings: Readonly<Record<string, ContentType>> = { '.jpeg': 'image/jpeg' }

/** What a file really is, by its content; undefined for what is not taken. The name decides between texts only. */
export async function contentTypeOf(path: string, name: string): Promise<ContentType | undefined> {
  const found = await fileTypeFromFile(path)
  if (found) return isTaken(found.mime) ? found.mime : undefined
  return name.toLowerCase().endsWith('.csv') && await isPlainTable(path) ? 'text/csv' : undefined
}

const isTaken = (mime: string): mime is ContentType => Object.hasOwn(contentTypes, mime)

/** Text without control characters that no browser would take for a page. */
async function isPlainTable(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    for await (const chunk of handle.createReadStream({ autoClose: false, encoding: 'latin1', highWaterMark: 65_536 })) {
      // Control characters of ASCII are the same in UTF-8 and in Windows-1252, the two encodings of such tables.
      if (/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|<\s*(?:!doctype|html|script|svg|body|iframe|\?xml)/i.test(String(chunk))) return false
    }
    return true
  } finally {
    await handle.close()
  }
}

const UNSAFE = /[\p{C}\p{Z}/\\:*?"<>|]+/gu

/** The name that people gave, made safe for every system, with the ending of what the file really is. */
export function safeName(given: string, type: ContentType): string {
  const bare = given.normalize('NFC').toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const clean = bare.replace(UNSAFE, ' ').replace(/^[ .]+|[ .]+$/g, '')
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(clean)?.[0] ?? ''
  const kept = ending.toLowerCase() === contentTypes[type] || otherEndings[ending.toLowerCase()] === type
  const stem = (kept ? clean.slice(0, -ending.length) : clean).slice(0, 200) || 'file'
  return stem + (kept ? ending : contentTypes[type])
}
