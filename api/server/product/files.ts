import type { DiskStorage } from '../../files/disk.ts'
import { entityOf } from '../../model/model.ts'
import { readOne } from '../../read/index.ts'
import { FileAsset } from '../../../schema/core/fileAsset.ts'
import type { House } from '../house.ts'
import type { FileRoutesOptions } from '../http/files.ts'

/** Files as rows of FileAsset: the row says who may read, the storage holds the bytes. */
export function fileRows(house: House, storage: DiskStorage): FileRoutesOptions {
  const { authenticate, callerOf, writer, query, model } = house
  return {
    authenticate, storage,
    add: (principal, { name, mimeType, size, sha256, storageKey }) =>
      writer.mutate(callerOf(principal), (work) => work.asHouse().create(FileAsset, { name }, { mimeType, size, sha256, storageKey, provider: 'BUILT_IN', state: 'READY' })),
    find: async (principal, id) => {
      const seen = await readOne({ model, caller: callerOf(principal), query }, entityOf(model, 'FileAsset'), id, [{ key: 'id', name: 'id', args: {} }], 'another')
      if (!seen) return undefined
      const [row] = await query(`select name, mime_type as "mimeType", size::float8 as size, storage_key as "storageKey" from file_asset where id = $1 and state = 'READY'`, [id])
      return row && { name: String(row['name']), mimeType: String(row['mimeType']), size: Number(row['size']), storageKey: String(row['storageKey']) }
    },
  }
}
