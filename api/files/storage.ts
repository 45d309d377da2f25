import type { Readable } from 'node:stream'

/** Where the bytes of files lie. A file never changes: another content is another key. */
export interface Storage {
  /** Takes a file of this machine in; it is gone from its place afterwards. */
  put(key: string, file: string): Promise<void>
  /** @throws where there is none. */
  get(key: string): Promise<Readable>
  /** Also where there is none. */
  remove(key: string): Promise<void>
}
