import sql from 'sql-template-tag'
import { Organisation } from '#schema/core/organisation.ts'
import { reactions, type Input, type Stored, type Work } from '../../write/types.ts'
import { conflict, isHouse } from '../input.ts'

/** Whoever records the same name at the same moment waits until this transaction ends. */
export const waitForTwins = (work: Work, name: string) => work.query(sql`select pg_advisory_xact_lock(hashtextextended('organisation ' || fold(${name}), 0))`)

/** Cards of the same name in one of the same cities, accents and case aside; a card without a city may be any of them. */
const known = (work: Work, organisation: Stored<Organisation>) => work.query(sql`
  with city as (
    select pa.party_id, fold(a.city) as folded, a.city from party_addresses pa join address a on a.id = pa.address_id where a.city is not null)
  select p.id, p.display_name as "displayName", (select min(c.city) from city c where c.party_id = p.id) as city
  from party p
  where p.kind = 'ORGANISATION' and p.state = 'ACTIVE' and p.id <> ${organisation.id} and fold(p.name) = fold(${organisation.name ?? ''})
    and (not exists (select 1 from city c where c.party_id = p.id) or not exists (select 1 from city c where c.party_id = ${organisation.id})
      or exists (select 1 from city c join city mine on mine.folded = c.folded where c.party_id = p.id and mine.party_id = ${organisation.id}))
  order by p.created_at limit 5`)

async function proposeKnown(work: Work, organisation: Stored<Organisation>, input: Input): Promise<void> {
  if (input['confirmNew'] === true || isHouse(work)) return
  await waitForTwins(work, organisation.name ?? '')
  const existing = await known(work, organisation)
  if (existing.length === 0) return
  throw conflict('alreadyKnown', {
    fr: 'Une fiche semblable existe déjà : reprenez-la, ou confirmez qu’il s’agit d’une autre organisation.',
    en: 'A similar card exists already: use it, or confirm that this is another organisation.',
  }, 'name', { existing })
}

/** An organisation that is already known is proposed instead of being recorded twice (MC-04). */
export const duplicateReactions = [reactions(Organisation, { created: proposeKnown })]
