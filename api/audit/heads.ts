import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The last seal of a day, as it is kept outside of the database. */
export interface Head {
  readonly day: string
  readonly number: number
  readonly hash: string
}

/**
 * A file with the last seal of every day. Whoever has the database alone can make a chain anew that fits
 * together; he cannot make it end in these hashes.
 */
export interface Heads {
  all(): readonly Head[]
  keep(head: Head): void
}

const LINE = /^(\d{4}-\d\d-\d\d) (\d+) ([\w-]{43})$/

export function openHeads(path: string): Heads {
  const heads = new Map(read(path).map((head) => [head.day, head]))
  return {
    all: () => [...heads.values()],
    keep: (head) => {
      heads.set(head.day, head)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(`${path}.new`, [...heads.values()].map(({ day, number, hash }) => `${day} ${number} ${hash}\n`).join(''), { mode: 0o600 })
      renameSync(`${path}.new`, path)
    },
  }
}

function read(path: string): Head[] {
  let text = ''
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  return text.split('\n').filter((line) => line !== '').map((line, index) => {
    const [, day = '', number = '', hash = ''] = LINE.exec(line) ?? []
    if (day === '') throw new Error(`${path}: line ${index + 1} is no head of the audit trail.`)
    return { day, number: Number(number), hash }
  })
}
