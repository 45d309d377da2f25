import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseOf, type Sandbox } from './fixtures/database.ts'
import { everyKind } from './fixtures/everyKind.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await databaseOf(everyKind)
  await sandbox.run(`insert into sample (text, rich_text, long_text) values
    ('Régisseur intermittent', '<p>Recherche <strong>danseuses</strong>&nbsp;à l’Opéra</p>', null),
    ('Festival d''été', null, 'Œuvre pour chœur'),
    ('Chœur', '<a href="https://hidden.example">lien</a>', 'Festival')`)
})
afterAll(() => sandbox.drop())

const found = async (query: string): Promise<unknown[]> =>
  (await sandbox.rows<{ text: string }>(`select text from sample where search @@ ${query} order by ts_rank(search, ${query}) desc, text`)).map((row) => row.text)

describe('the words of a row', () => {
  it.each([
    [`plainto_tsquery('coulisses', 'REGISSEURS')`, ['Régisseur intermittent'], 'without accents, case or plural'],
    [`to_tsquery('coulisses_plain', 'interm:*')`, ['Régisseur intermittent'], 'by the beginning of a word'],
    [`to_tsquery('coulisses_plain', 'danseu:*')`, ['Régisseur intermittent'], 'by a beginning that is no stem'],
    [`plainto_tsquery('coulisses', 'danseuse')`, ['Régisseur intermittent'], 'in rich text'],
    [`plainto_tsquery('coulisses', 'été')`, [`Festival d'été`], 'a season that is a stop word with its accents'],
    [`plainto_tsquery('coulisses', 'oeuvre')`, [`Festival d'été`], 'a ligature'],
    [`plainto_tsquery('coulisses', 'festival')`, [`Festival d'été`, 'Chœur'], 'weighed: the title before the long text'],
    [`plainto_tsquery('coulisses', 'strong')`, [], 'not the tags'],
    [`plainto_tsquery('coulisses_plain', 'pour')`, [], 'not the stop words'],
  ])('%s', async (query, texts) => expect(await found(query)).toEqual(texts))

  it('follow every change by themselves', async () => {
    await sandbox.run(`update sample set text = 'Cirque' where text = 'Chœur'`)
    expect(await found(`plainto_tsquery('coulisses', 'cirque')`)).toEqual(['Cirque'])
  })

  it('are those of all kinds in one table', async () => {
    await sandbox.run(`insert into party (kind, name, first_name, biography) values ('PERSON', 'Durand', 'Zoé', '<p>trapéziste</p>')`)
    expect(await sandbox.rows(`select name from party where search @@ plainto_tsquery('coulisses', 'trapezistes')`)).toEqual([{ name: 'Durand' }])
  })
})

describe('fold', () => {
  it('gives lower case without accents, whatever the search path', async () => {
    const bare = `set search_path = pg_catalog; select public.fold('ÉTÉ Œuvre ç') as folded`
    await sandbox.run(bare)
    await sandbox.run('reset search_path')
    expect(await sandbox.rows(`select fold('ÉTÉ Œuvre ç') as folded, fold(null) as nothing`)).toEqual([{ folded: 'ete oeuvre c', nothing: null }])
  })
})

describe('new_id', () => {
  it('gives identifiers of version 7 in the order of time', async () => {
    const rows = await sandbox.rows<{ id: string }>('select new_id() as id from generate_series(1, 3)')
    const ids = rows.map((row) => row.id)
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id))).toBe(true)
    expect(ids.map((id) => id.slice(0, 8)).toSorted()).toEqual(ids.map((id) => id.slice(0, 8)))
  })
})
