import { constants } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Storage } from './storage.ts'

/** Names are ours alone; nothing that people write becomes a path. */
const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export interface DiskStorage extends Storage {
  /** Folder for files that are still coming in, on the same disk as the store. */
  readonly incoming: string
}

/** Keeps files in a folder: `files/3f/0190…3f`. What a stopped upload left behind is cleared at the start. */
export async function createDiskStorage(folder: string): Promise<DiskStorage> {
  const incoming = join(folder, 'incoming')
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const place = (key: string): { path: string; folder: string } => {
    if (!KEY.test(key)) throw new Error('a storage key that is not ours')
    const shelf = join(folder, key.slice(-2))
    return { path: join(shelf, key), folder: shelf }
  }
  return {
    incoming,
    put: async (key, file) => {
      const { path, folder: shelf } = place(key)
      await mkdir(shelf, { recursive: true, mode: 0o700 })
      await toDisk(file)
      await rename(file, path)
      await toDisk(shelf)
    },
    get: async (key) => {
      const { path } = place(key)
      await access(path, constants.R_OK)
      const handle = await open(path)
      return handle.createReadStream()
    },
    remove: async (key) => { await rm(place(key).path, { force: true }) },
  }
}

/** The row that names a file is written after it, so the file must not be lost when the row is not. */
async function toDisk(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
