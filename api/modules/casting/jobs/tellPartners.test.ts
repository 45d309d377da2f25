import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWholeServer } from '../../../contract/server.ts'
import { openDocuments, slug, type Documents } from '../../../documents/fixtures/documents.ts'
import { houseCaller, type House } from '../../../server/house.ts'
import tellPartners from './tellPartners.ts'

let documents: Documents
let house: House
beforeAll(async () => {
  const server = await startWholeServer()
  house = server.house
  documents = await openDocuments(server)
  await documents.server.sql(`update diffusion_partner set technical_contact_id = null`)
})
afterAll(async () => { await documents.server.close() })

const run = (day: string): Promise<unknown> => house.writer.mutate(houseCaller('job tellPartners'), (work) => tellPartners.run({ ...work, now: new Date(day) }, {}))
const TUESDAY = '2026-12-01T06:30:00Z'
const MONDAY = '2026-11-30T06:30:00Z'
const mails = async (word: string): Promise<readonly Record<string, unknown>[]> => await documents.server.sql(`select recipient, subject, body from outbound_message where subject like '%' || $1 || '%' order by id`, [word])

it('a partner is told once that a document ends, what replaces it, and again before the end', async () => {
  const text = (): string => `{ castingOffers { total } } # ${slug()}`
  const [old, next] = [await documents.inService(text(), { client: 'PARTNER' }), await documents.inService(text(), { client: 'PARTNER' })]
  await documents.grantTo(old)
  await run(TUESDAY)
  expect(await mails(String(old['alias']))).toEqual([])
  await documents.step('deprecate', old.id, { successor: next.id })
  for (let day = 0; day < 2; day++) await run(TUESDAY)
  const [mail, ...others] = await mails(String(old['alias']))
  expect([mail?.['recipient'], others]).toEqual(['partner@coulisses.test', []])
  for (const part of [`${String(next['alias'])} la remplace`, `${String(next['alias'])} replaces it`, '/admin/partner', 'cessera de répondre']) expect(mail?.['body']).toContain(part)
  await documents.server.sql(`update persisted_query set sunset_at = now() + interval '20 days' where id = $1`, [old.id])
  for (let day = 0; day < 2; day++) await run(TUESDAY)
  expect(await mails(String(old['alias']))).toHaveLength(2)
})

it('and on Mondays what he has not used for a month', async () => {
  const [used, unused, young] = await Promise.all(['used', 'unused', 'young'].map(() => documents.inService(`{ castingOffers { total } } # ${slug()}`, { client: 'PARTNER' })))
  if (!used || !unused || !young) throw new Error('no documents')
  for (const one of [used, unused, young]) await documents.grantTo(one)
  await documents.server.sql(`update document_grant set created_at = now() - interval '40 days' where document_id = any($1)`, [[used.id, unused.id]])
  await documents.server.sql(`insert into document_usage (day, document_id, grant_id, calls) select current_date - 3, document_id, id, 1 from document_grant where document_id = $1`, [used.id])
  await run(TUESDAY)
  expect(await mails('inutilisées')).toEqual([])
  for (let time = 0; time < 2; time++) await run(MONDAY)
  const [mail, ...others] = await mails('inutilisées')
  expect(others).toEqual([])
  expect(mail?.['body']).toContain(String(unused['alias']))
  for (const one of [used, young]) expect(mail?.['body']).not.toContain(String(one['alias']))
})

it('and on Mondays what he used in the week before: one mail for all his documents', async () => {
  const document = await documents.inService(`{ castingOffers { total } } # ${slug()}`, { client: 'PARTNER' })
  await documents.grantTo(document)
  for (const table of ['document_usage', 'outbound_message']) await documents.server.sql(`delete from ${table}`)
  const use = (day: string, alias: unknown, calls: number) => documents.server.sql(`insert into document_usage (day, document_id, grant_id, calls, refused, row_count, times)
    select $1::date, d.id, g.id, $3, 2, 1500, '[0,0,3]' from persisted_query d join document_grant g on g.document_id = d.id where d.alias = $2`, [day, alias, calls])
  for (const [day, calls] of [['2026-11-22', 7], ['2026-11-23', 10], ['2026-11-29', 30], ['2026-11-30', 500]] as const) await use(day, document['alias'], calls)
  await use('2026-11-25', 'partner-feed.v1', 1_234)
  await run(TUESDAY)
  expect(await mails('Votre usage')).toEqual([])
  for (let time = 0; time < 2; time++) await run(MONDAY)
  const [mail, ...others] = await mails('Votre usage')
  expect([mail?.['subject'], mail?.['recipient'], others]).toEqual(['Votre usage du 2026-11-23 au 2026-11-29', 'partner@coulisses.test', []])
  const lines = String(mail?.['body']).replaceAll(/[\u202f\u00a0]/g, ' ').split('\n')
  for (const line of [`– ${String(document['alias'])} : 40 appels, dont 4 refusés et 0 en erreur ; 3 000 lignes ; 95 % des réponses en moins de 0,2 ms`, `– partner-feed.v1: 1,234 calls, 2 of them refused and 0 failed; 1,500 rows; 95% of the answers in less than 0.2 ms`]) expect(lines).toContain(line)
})
