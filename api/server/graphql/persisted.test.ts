import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createDocumentRegistry } from './persisted.ts'

const text = '{ castingOffers { items { id } } }'
const hash = createHash('sha256').update(text).digest('hex')

function registry() {
  const state = { rows: [{ hash, document: text }] as Record<string, unknown>[], statements: 0, now: 0, broken: false }
  const documents = createDocumentRegistry({
    now: () => state.now,
    query: () => {
      state.statements++
      return state.broken ? Promise.reject(new Error('away')) : Promise.resolve(state.rows)
    },
  })
  return { documents, state }
}

describe('the registered documents', () => {
  test('are read once for all who ask at once', async () => {
    const { documents, state } = registry()
    expect(await Promise.all([documents.find(hash), documents.find(hash), documents.find('unknown')])).toEqual([text, text, undefined])
    expect(state.statements).toBe(1)
  })

  test('cost one statement a second, however many hashes are made up', async () => {
    const { documents, state } = registry()
    for (let n = 0; n < 10_000; n++) {
      state.now = n / 10
      await documents.find(String(n))
    }
    expect(state.statements).toBe(1)
  })

  test('that were retired stop within a second', async () => {
    const { documents, state } = registry()
    expect(await documents.find(hash)).toBe(text)
    state.rows = []
    state.now = 999
    expect(await documents.find(hash)).toBe(text)
    state.now = 1_000
    expect(await documents.find(hash)).toBeUndefined()
  })

  test('come back with the database', async () => {
    const { documents, state } = registry()
    state.broken = true
    await expect(documents.find(hash)).rejects.toThrow('away')
    state.broken = false
    expect(await documents.find(hash)).toBe(text)
  })
})
