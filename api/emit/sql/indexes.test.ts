import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Base, BelongsTo, Choice, Entity, Instant, ManyToMany, Text } from '#model'
import { entity, label, modelOf } from './fixtures/declare.ts'
import { databaseOf, type Sandbox } from './fixtures/database.ts'

@Entity<Trade>({ ...entity('trades'), title: 'name', sort: { name: 'ASC' }, unique: [{ fields: ['parent', 'name'] }] })
class Trade extends Base {
  @Text({ label, search: 'A' }) name?: string
  @BelongsTo(() => Trade, { label, inverse: 'children' }) parent?: Trade
}

@Entity<Offer>({ ...entity('offers'), title: 'title', sort: { publishFrom: 'DESC' }, indexes: [['state', 'publishFrom']] })
class Offer extends Base {
  @Text({ label, search: 'A' }) title?: string
  @Text({ label, index: true }) reference?: string
  @Choice({ label, values: { DRAFT: label, OPEN: label }, initial: 'DRAFT', index: true }) state!: string
  @Instant({ label, index: true }) publishFrom?: string
  @BelongsTo(() => Trade, { label, inverse: 'offers', index: true }) trade?: Trade
  @ManyToMany(() => Trade, { label, inverse: 'alsoOffers', ordered: true }) others?: Trade[]
}

let sandbox: Sandbox
beforeAll(async () => { sandbox = await databaseOf(modelOf(Trade, Offer)) })
afterAll(() => sandbox.drop())

const indexesOf = async (table: string): Promise<string[]> =>
  (await sandbox.rows<{ definition: string }>(`select regexp_replace(pg_get_indexdef(indexrelid), '.* USING ', '') as definition from pg_index where indrelid = $1::regclass order by 1`, [table]))
    .map((row) => row.definition)

describe('the indexes of a table', () => {
  it('serve its lists, each once', async () => {
    expect(await indexesOf('offer')).toEqual([
      'btree (created_at, id)', 'btree (created_by_id)', 'btree (fold((reference)::text), id)', 'btree (fold((title)::text), id)', 'btree (id)',
      'btree (publish_from, id)', 'btree (reference, id)', 'btree (state, id)', 'btree (state, publish_from, id)', 'btree (trade_id)',
      'gin (fold((title)::text) gin_trgm_ops)', 'gin (search)',
    ])
  })

  it('leave out one that a unique index begins with', async () => {
    expect(await indexesOf('trade')).toEqual([
      'btree (created_at, id)', 'btree (created_by_id)', 'btree (fold((name)::text), id)', 'btree (id)', 'btree (parent_id, name)',
      'gin (fold((name)::text) gin_trgm_ops)', 'gin (search)',
    ])
  })

  it('reach pairs from both sides, and in their order', async () => {
    expect(await indexesOf('offer_others')).toEqual(['btree (offer_id, "position")', 'btree (offer_id, trade_id)', 'btree (trade_id, offer_id)'])
  })

  it.each([
    [`select id from offer order by publish_from desc, id desc limit 20`, 'offer__publish_from_index'],
    [`select id from offer where fold(title) like '%danse%'`, 'offer__title_trigram'],
    [`select id from offer order by fold(title), id limit 20`, 'offer__title_folded_index'],
    [`select id from offer where search @@ to_tsquery('coulisses_plain', 'dan:*')`, 'offer__search_index'],
    [`select id from offer where trade_id = '00000000-0000-7000-8000-000000000001'`, 'offer__trade_index'],
  ])('%s', async (query, index) => {
    await sandbox.run('set enable_seqscan = off; set enable_sort = off')
    const plan = await sandbox.rows<{ 'QUERY PLAN': string }>(`explain ${query}`)
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain(index)
  })
})
