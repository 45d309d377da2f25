import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at } from '../modules/casting/fixtures/desk.ts'
import { bucketOf, percentile } from '../ports/callTimes.ts'
import { openDocuments, type Documents } from './fixtures/documents.ts'
import { Usage } from './usage.ts'

let documents: Documents
beforeAll(async () => { documents = await openDocuments() })
afterAll(async () => { await documents.server.close() })

const REPORT = '{ documentUse(days: 7) { documents { alias partner { siteName } calls kept errors refused rows p50 p95 lastUsedAt } fields { field documents partners public calls errors refused rows p50 p95 lastUsedAt } stale staleGrants { id partner { siteName } } } }'

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

  it('of a field counts whoever reads it, in a document and in a feed, and tells a grant that nobody uses', async () => {
    const headers = { authorization: await documents.partnerKey() }
    const [row] = await documents.server.sql(`select f.id, p.site_name as site, g.id as grant from partner_feed f join diffusion_partner p on p.id = f.partner_id join document_grant g on g.partner_id = p.id and g.document_id = f.query_id where f.name = 'Toutes les offres'`)
    await documents.server.sql(`update document_grant set created_at = now() - interval '8 days'`)
    const report = async () => at(await documents.ask(REPORT), 'documentUse') as { fields: Readonly<Record<string, unknown>>[]; staleGrants: { id: string }[] }
    // Of what an offer shows of its place, only the feed asks.
    const ofLatitude = async () => (await report()).fields.find(({ field }) => field === 'Address.position')
    expect(await ofLatitude()).toBeUndefined()
    expect((await report()).staleGrants).toContainEqual({ id: row?.['grant'], partner: { siteName: row?.['site'] } })
    const rows = ((await (await fetch(`${documents.server.url}/partner/feeds/${String(row?.['id'])}.json`, { headers })).json()) as { items: unknown[] }).items.length
    expect((await fetch(`${documents.server.url}/partner/feeds/${String(row?.['id'])}.atom`, { headers })).status).toBe(200)
    while (Number((await ofLatitude())?.['calls'] ?? 0) < 2) await pause(50)
    expect(await ofLatitude()).toEqual({
      field: 'Address.position', documents: ['partner-feed.v1'], partners: [row?.['site']], public: false, calls: 2, errors: 0, refused: 0, rows: rows * 2,
      p50: expect.any(Number) as number, p95: expect.any(Number) as number, lastUsedAt: expect.any(String) as string,
    })
    expect((await report()).staleGrants.map(({ id }) => id)).not.toContain(row?.['grant'])
  })

  it('counts rows before they are given, and takes back what was not', async () => {
    const of = { documentId: 'd', grantId: 'g' }
    const usage = new Usage(() => Promise.resolve([{ rows: 10 }]), () => undefined)
    const [one, other] = await Promise.all([usage.reserve(of, 60, 100), usage.reserve(of, 60, 100)])
    expect([typeof one, other, await usage.rowsToday('g')]).toEqual(['function', undefined, 70])
    one?.()
    expect([await usage.rowsToday('g'), typeof await usage.reserve(of, 90, 100)]).toEqual([10, 'function'])
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
