import { offersTrigger } from './offersTrigger.ts'

const noting = offersTrigger('note', 'note_offers')

/** What a feed shows of the row itself; an internal note is nobody's business. */
const shown = [
  'state', 'title', 'reference', 'description', 'posts', 'starts_on', 'publish_from', 'publish_until', 'client_id', 'profession_id', 'contract_type_id', 'address_id', 'contact_public',
]
const ofRow = (row: string): string => `(${shown.map((column) => `${row}.${column}`).join(', ')}, case when ${row}.contact_public then ${row}.contact_id end)`
const live = 'select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null'

/** Whoever moves an address or a trade to another region or domain holds the new one until he is seen, as a published offer holds all that it shows. */
const hold = (of: string, column: string): string => `
  perform from ${of} where id = new.${column} for share;`

export const offerChangeTriggers = [
  noting('casting_offer', 'insert or update or delete',
    `select coalesce(new.id, old.id) as offer_id where 'PUBLISHED' in (new.state, old.state) and (tg_op <> 'UPDATE' or ${ofRow('new')} is distinct from ${ofRow('old')})`),
  noting('casting_offer_categories', 'insert or update or delete', 'select offer_id from offer_change where published_from is not null and offer_id in (new.casting_offer_id, old.casting_offer_id)', `
  if tg_op <> 'DELETE' then perform from casting_category where id = new.casting_category_id for share; end if;`),
  noting('casting_category', 'update', 'select c.offer_id from casting_offer_categories k join offer_change c on c.offer_id = k.casting_offer_id and c.published_from is not null where k.casting_category_id = new.id'),
  noting('profession', 'update', `${live} where o.profession_id = new.id`, hold('profession_domain', 'domain_id')),
  noting('profession_domain', 'update', `${live} join profession p on p.id = o.profession_id where p.domain_id = new.id`),
  noting('contract_type', 'update', `${live} where o.contract_type_id = new.id`),
  noting('client', 'update of company_name', `${live} where o.client_id = new.id and new.company_name is distinct from old.company_name`),
  noting('address', 'update', `${live} where o.address_id = new.id`, hold('region', 'region_id')),
  noting('region', 'update', `${live} join address a on a.id = o.address_id where a.region_id = new.id`),
  noting('party', 'update of display_name, first_name, last_name, email, phone, phone_e164', `${live} where o.contact_id = new.id and o.contact_public`),
]
