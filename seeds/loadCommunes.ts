import { readFileSync } from 'node:fs'
import type { Work } from '../api/write/types.ts'

/** A commune as `communes.tsv` has it. */
interface Commune {
  readonly code: string
  readonly name: string
  readonly postcodes: readonly string[]
  readonly region: string
  readonly population: number
  readonly latitude: number
  readonly longitude: number
  readonly estimated: boolean
}

const FILE = 'seeds/core/communes.tsv'

const LAST = `select max(insee_code collate "C") as code from town`
const TOWNS = `select id, name, postcode from town where country_code = 'FR' and insee_code is null`
const COMPLETE = `update town set insee_code = $2, other_postcodes = $3, population = $4 where id = $1`
const INSERT = `
insert into town (name, postcode, other_postcodes, insee_code, region_id, country_code, population, position, position_longitude, position_estimated)
select c.name, c.postcode, c.others, c.code, r.id, 'FR', c.population, c.latitude, c.longitude, c.estimated
from jsonb_to_recordset($1::jsonb) c (code text, name text, postcode text, others text, region text, population int, latitude float8, longitude float8, estimated bool) join region r on r.code = c.region
order by c.code on conflict do nothing returning id`

/**
 * The next communes of France in the order of their codes, so that it can be stopped and goes on where it was: all of them at
 * once take longer than anybody who starts the house waits. Towns that came with the first lists are told their code; what
 * people change or delete stays so (but for the very last). @returns how many were new
 */
export async function loadCommunes(work: Work, atOnce = 2_000): Promise<number> {
  const [last] = await work.run(LAST, [])
  const after = String(last?.['code'] ?? '')
  const communes = communesIn(readFileSync(FILE, 'utf8')).filter(({ code }) => code > after).slice(0, atOnce)
  if (communes.length === 0) return 0
  const first = new Map((await work.run(TOWNS, [])).map(({ id, name, postcode }) => [`${String(name)} ${String(postcode)}`, { id, postcode: String(postcode) }]))
  const rows: object[] = []
  for (const { code, name, postcodes, ...commune } of communes) {
    const town = postcodes.map((postcode) => first.get(`${name} ${postcode}`)).find((one) => one !== undefined)
    const [postcode, ...others] = town ? [town.postcode, ...postcodes.filter((one) => one !== town.postcode)] : postcodes
    if (town) await work.run(COMPLETE, [town.id, code, others.join(' ') || null, commune.population])
    else rows.push({ code, name, postcode, others: others.join(' ') || null, ...commune })
  }
  const added = await work.run(INSERT, [JSON.stringify(rows)])
  // What was added, not what was looked at: where the regions are not those of the file nothing moves on, and whoever calls again would never end.
  return added.length + communes.length - rows.length
}

/** In the order of their codes. */
const communesIn = (text: string): readonly Commune[] => text.split('\n').flatMap((line) => {
  if (line === '' || line.startsWith('#')) return []
  const [code = '', name = '', postcodes = '', region = '', population, latitude, longitude, mark] = line.split('\t')
  return [{ code, name, postcodes: postcodes.split(' '), region, population: Number(population), latitude: Number(latitude), longitude: Number(longitude), estimated: mark === '~' }]
})
