import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at } from '../modules/casting/fixtures/desk.ts'
import { bucketOf, percentile } from '../ports/callTimes.ts'
import { openDocuments, type Documents } from './fixtures/documents.ts'
import { Usage } from './usage.ts'

let documents: Documents
beforeAll(async () => { documents = await openDocuments() })
afterAll(async () => { await documents.server.close() })

const REPORT = '{ documentUse(days: 7) { documents { alias partner { siteName } calls kept errors refused rows p50 p95 lastUsedAt } fields { field documents calls } stale } }'

describe('usage', () => {
  it('is counted by document and partner, and by field, and what nobody runs is told', async () => {
    const text = 'query ($page: PageInput) { castingOffers(page: $page) { items { title } } }'
    const made = await documents.inService(text, { client: 'PARTNER' })
    await documents.grantTo(made, { ratePerMinute: 1_000 })
    const headers = { authorization: await documents.partnerKey() }
    const path = `/partner/${String(made['alias'])}?variables=${encodeURIComponent('{"page":{"size":3}}')}`
    await documents.until(200, () => documents.at(path, { headers }))
    await documents.at(path, { headers })
    await documents.at(`/partner/${String(made['alias'])}?variables={"other":1}`, { headers })
    const counted = async (): Promise<unknown> => {
      for (;;) {
        const use = (at(await documents.ask(REPORT), 'documentUse', 'documents') as { alias: string; calls: number }[]).find(({ alias }) => alias === made['alias'])
        if ((use?.calls ?? 0) >= 3) return use
        await pause(50)
      }
    }
    expect(await counted()).toMatchObject({ partner: { siteName: expect.any(String) as string }, errors: 0, refused: 1, rows: 6, p50: expect.any(Number) as number })
    const report = at(await documents.ask(REPORT), 'documentUse')
    expect(at(report, 'fields')).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'CastingOffer.title', documents: expect.arrayContaining([made['alias']]) as unknown })]))
    expect(at(report, 'stale')).toContain('article.v1')
    await expect(documents.ask(REPORT, {}, documents.partner)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('of a day ends at midnight in Paris', () => {
    const at = (time: string): number => new Usage(() => Promise.resolve([]), () => undefined, () => Date.parse(time)).secondsLeftToday()
    expect([at('2026-11-29T22:59:59Z'), at('2026-11-29T23:00:00Z'), at('2026-07-01T21:30:00Z')]).toEqual([1, 86_400, 1_800])
  })

  it('tells times by classes, each a quarter longer', () => {
    const times: number[] = []
    for (const milliseconds of [...Array.from({ length: 90 }, () => 1), ...Array.from({ length: 10 }, () => 50)]) {
      const bucket = bucketOf(milliseconds)
      for (let index = times.length; index <= bucket; index++) times.push(0)
      times[bucket] = (times[bucket] ?? 0) + 1
    }
    const [p50, p95] = [percentile(times, 0.5) ?? 0, percentile(times, 0.95) ?? 0]
    expect([p50 >= 1 && p50 <= 1.25, p95 >= 50 && p95 <= 62.5, percentile([], 0.5)]).toEqual([true, true, null])
    expect([bucketOf(0), bucketOf(1e9)]).toEqual([0, 59])
  })
})
