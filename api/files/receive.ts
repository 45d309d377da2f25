import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { v7 as uuid } from 'uuid'
import { AppError } from '../model/errors.ts'
import type { Labels } from '../model/labels.ts'
import { contentTypeOf, safeName } from './content.ts'
import type { DiskStorage } from './disk.ts'

export const MAX_FILE_BYTES = 25 * 1_024 * 1_024

/** A file in the store, before a row names it. */
export interface ReceivedFile {
  readonly name: string
  readonly mimeType: string
  readonly size: number
  readonly sha256: string
  readonly storageKey: string
}

/** Takes a stream into the store, without ever holding it in memory. @throws AppError for what is not taken; then nothing is kept. */
export async function receiveFile(storage: DiskStorage, source: Readable, givenName: string, maxBytes = MAX_FILE_BYTES): Promise<ReceivedFile> {
  const storageKey = uuid()
  const path = join(storage.incoming, storageKey)
  try {
    const measured = measure(maxBytes)
    await pipeline(source, measured.through, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    const { size, sha256 } = measured.result()
    if (size === 0) throw refused('empty', { fr: 'Ce fichier est vide.', en: 'This file is empty.' })
    const mimeType = await contentTypeOf(path, givenName)
    if (!mimeType) throw refused('wrongType', { fr: 'Ce type de fichier n’est pas accepté : PNG, JPEG, PDF, XLSX ou CSV.', en: 'This type of file is not taken: PNG, JPEG, PDF, XLSX or CSV.' })
    await storage.put(storageKey, path)
    return { name: safeName(givenName, mimeType), mimeType, size, sha256, storageKey }
  } catch (error) {
    throw isFull(error) ? new AppError('UNAVAILABLE', [{ reason: 'storage', message: { fr: 'Le disque est plein : rien n’a été enregistré.', en: 'The disk is full: nothing was saved.' } }]) : error
  } finally {
    await rm(path, { force: true })
  }
}

const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

function measure(maxBytes: number): { through: Transform; result: () => { size: number; sha256: string } } {
  const hash = createHash('sha256')
  let size = 0
  const through = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length
      if (size > maxBytes) return done(fileTooLarge(maxBytes))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { through, result: () => ({ size, sha256: hash.digest('hex') }) }
}

export const fileTooLarge = (maxBytes = MAX_FILE_BYTES): AppError =>
  refused('tooLarge', { fr: 'Ce fichier est trop volumineux : {max} Mo au plus.', en: 'This file is too large: {max} MB at most.' }, { max: Math.floor(maxBytes / 1_048_576) })

export const refused = (reason: string, message: Labels, values: Readonly<Record<string, unknown>> = {}): AppError =>
  new AppError('BAD_USER_INPUT', [{ path: 'file', reason, message, values }])
