import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWholeServer } from '../../contract/server.ts'
import { houseCaller, type House } from '../../server/house.ts'
import { loadCommunes } from '../../../seeds/loadCommunes.ts'
import { anOffer, at, faultAt, openDesk, unique, type Desk } from './fixtures/desk.ts'

let desk: Desk
let house: House
const load = (atOnce?: number): Promise<number> => house.writer.mutate(houseCaller('communes'), (work) => loadCommunes(work, atOnce))
beforeAll(async () => {
  const server = await startWholeServer()
  house = server.house
  desk = await openDesk(server)
  // A piece, a stop, and all the others.
  expect(await load(1_500)).toBe(1_500)
  while (await load(4_000) > 0);
}, 120_000)
afterAll(async () => { await desk.server.close() })

const SEARCH = 'query ($words: String, $town: String, $km: SafeInt) { castingSearch(words: $words, town: $town, km: $km) { total items { distance } place { name postcode region latitude longitude km estimated others { name postcode region } } } }'
const placed = async (town: string): Promise<unknown> => at(await desk.public(SEARCH, { town }), 'castingSearch', 'place')

describe('MC-50 the communes of France', () => {
  it('are all there, once, each in its region, with those of the first lists among them', async () => {
    const file = readFileSync('seeds/core/communes.tsv', 'utf8').split('\n').filter((line) => /^\d/.test(line))
    expect(file.length).toBeGreaterThan(33_000)
    expect(await desk.count('town', 'insee_code is not null')).toBe(file.length)
    expect(await desk.count('town', `country_code = 'FR' and insee_code is null`)).toBe(0)
    expect(await desk.count('town', `country_code = 'FR' and region_id is null`)).toBe(0)
    // Metropolitan France lies in its square, with Corsica; what is overseas has postcodes of its own.
    expect(await desk.count('town', `country_code = 'FR' and postcode !~ '^97' and not (position between 41.3 and 51.1 and position_longitude between -5.2 and 9.6)`)).toBe(0)
    expect(await load()).toBe(0)
  })

  it('are found as people write them', async () => {
    const written: readonly (readonly [string, string])[] = [
      ['Nantes', 'Nantes'], ['NANTES', 'Nantes'], ['44300', 'Nantes'], ['st-etienne', 'Saint-Étienne'], ['Rochelle', 'La Rochelle'], ['la rochelle', 'La Rochelle'], ['hay les roses', 'L\'Haÿ-les-Roses'],
      ['L’Haÿ-les-Roses', 'L\'Haÿ-les-Roses'], ['fontenay sous bois', 'Fontenay-sous-Bois'], ['75019', 'Paris'], ['  Évian-les-Bains ', 'Évian-les-Bains'], ['ste-marie-aux-mines', 'Sainte-Marie-aux-Mines'],
    ]
    for (const [given, name] of written) expect(at(await placed(given), 'name'), given).toBe(name)
    for (const nothing of ['Nulle-Part-sur-Mer', '99999', '%', '(', ',', 'a,', '\'']) await expect(placed(nothing), nothing).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('town') })
  })

  it('of one name are told apart by region, department or postcode', async () => {
    expect(await placed('Saint-Denis')).toMatchObject({ name: 'Saint-Denis', region: 'La Réunion', postcode: '97400', others: expect.arrayContaining([{ name: 'Saint-Denis', postcode: '93200', region: 'Île-de-France' }]) as unknown })
    for (const given of ['saint denis, ile de france', 'St-Denis (93)', 'Saint-Denis (93200)', 'Saint-Denis, Île-de-France']) expect(await placed(given), given).toMatchObject({ postcode: '93200', others: [] })
    expect(await placed('Saint-Denis, Occitanie')).toMatchObject({ region: 'Occitanie' })
    await expect(placed('Saint-Denis, Bretagne')).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('town') })
    expect(await placed('Brest')).toMatchObject({ region: 'Bretagne', estimated: false })
  })

  it('say where the position is that of the neighbours', async () => {
    expect(await placed('Abergement de Varey')).toMatchObject({ estimated: true })
    expect(await placed('Clisson')).toMatchObject({ estimated: false, latitude: expect.closeTo(47.09, 1) as unknown, longitude: expect.closeTo(-1.28, 1) as unknown })
  })

  it('are what a distance is counted from', async () => {
    const mark = unique('commune').replaceAll(/[^a-z0-9]/g, '')
    const offer = await anOffer(desk, { title: `Lieu ${mark}`, address: { create: { city: 'Quelque part', position: { latitude: 47.2173, longitude: -1.5534 } } } })
    await desk.run('publishCastingOffer', offer.id)
    const found = async (town: string, km: number): Promise<unknown> => at(await desk.public(SEARCH, { words: mark, town, km }), 'castingSearch')
    expect(await found('Rezé', 10)).toMatchObject({ total: 1, items: [{ distance: expect.closeTo(3, 0) as unknown }] })
    expect(await found('Clisson', 20)).toMatchObject({ total: 0 })
    expect(await found('Clisson', 40)).toMatchObject({ total: 1 })
  })

  it('are found by an index', async () => {
    const plan = await desk.server.sql(`explain select id from town where town_keys(name, postcode, other_postcodes) && array[town_name('Saint-Denis'), 'Saint-Denis']`)
    expect(JSON.stringify(plan)).toContain('town__keys_index')
  })

  it('stay as people changed them', async () => {
    const [town] = await desk.server.sql(`select id from town where insee_code = '97611'`)
    await desk.server.sql('delete from town where id = $1', [town?.['id']])
    expect([await load(), await desk.count('town', `insee_code = '97611'`)]).toEqual([0, 0])
  })
})
