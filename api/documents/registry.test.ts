import { describe, expect, it } from 'vitest'
import { Registry } from './registry.ts'

const row = { id: 'd', hash: 'a'.repeat(64), alias: 'offers.v1', text: '{ castingOffers { items { id } } }', client: 'SITE', state: 'ACTIVE', variables: null, cacheSeconds: 30, deprecatedAt: null, sunsetAt: null, successor: null }

function open() {
  const state = { rows: [row] as Record<string, unknown>[], statements: 0, now: 0, broken: false }
  const registry = new Registry({
    now: () => state.now,
    query: (text) => {
      state.statements++
      if (state.broken) return Promise.reject(new Error('away'))
      return Promise.resolve(text.includes('from document_grant') ? [] : state.rows)
    },
  })
  const find = async (id: string) => (await registry.current()).find(id)?.alias
  return { registry, state, find }
}

describe('the register of documents', () => {
  it('is read once for all who ask at once, and knows each document by hash and name', async () => {
    const { find, state } = open()
    const ids = [`sha256:${row.hash}`, 'offers.v1', 'x-op:offers.v1', 'offers', row.hash, 'x-op:sha256']
    expect(await Promise.all(ids.map(find))).toEqual(['offers.v1', 'offers.v1', 'offers.v1', undefined, undefined, undefined])
    expect(state.statements).toBe(2)
  })

  it('is read again when it changed, and only then', async () => {
    const { registry, find, state } = open()
    registry.heard()
    await find('offers.v1')
    state.rows = []
    state.now = 1_000_000
    registry.changed('casting_offer')
    expect(await find('offers.v1')).toBe('offers.v1')
    registry.changed('persisted_query')
    expect(await find('offers.v1')).toBeUndefined()
  })

  it('is read once a second while nobody tells of changes', async () => {
    const { find, state } = open()
    for (let n = 0; n < 10_000; n++) {
      state.now = n / 10
      await find(String(n))
    }
    expect(state.statements).toBe(2)
    state.rows = []
    state.now = 1_000
    expect(await find('offers.v1')).toBeUndefined()
  })

  it('comes back with the database', async () => {
    const { find, state } = open()
    state.broken = true
    await expect(find('offers.v1')).rejects.toThrow('away')
    state.broken = false
    expect(await find('offers.v1')).toBe('offers.v1')
  })
})
