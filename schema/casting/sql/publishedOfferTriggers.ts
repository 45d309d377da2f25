import { offersTrigger } from './offersTrigger.ts'

/** What each table that an offer shows something of does to the rows of the search. */
const following = offersTrigger('publish', 'refresh_published_offers')

const shownOf = (column: string): string => `select p.offer_id from published_offer p join casting_offer o on o.id = p.offer_id where o.${column} = new.id`

const followed = ['state', 'publish_from', 'publish_until', 'starts_on', 'profession_id', 'contract_type_id', 'client_id', 'address_id', 'search']
const ofRow = (row: string): string => `(${followed.map((column) => `${row}.${column}`).join(', ')})`

/** What a newly published offer shows is held until it is seen: whoever changes it meanwhile does not know of the offer yet. */
const held = `
  if tg_op <> 'DELETE' and new.state = 'PUBLISHED' then
    perform from profession p join profession_domain d on d.id = p.domain_id where p.id = new.profession_id for share;
    perform from client where id = new.client_id for share;
    perform from contract_type where id = new.contract_type_id for share;
    perform from address where id = new.address_id for share;
    perform from region r join address a on a.region_id = r.id where a.id = new.address_id for share of r;
    perform from party where id = new.contact_id and new.contact_public for share;
    perform from casting_category k join casting_offer_categories c on c.casting_category_id = k.id where c.casting_offer_id = new.id for share of k;
  end if;`

export const publishedOfferTriggers = [
  following('casting_offer', 'insert or update or delete',
    `select coalesce(new.id, old.id) as offer_id where 'PUBLISHED' in (new.state, old.state) and (tg_op <> 'UPDATE' or ${ofRow('new')} is distinct from ${ofRow('old')})`, held),
  following('casting_offer_categories', 'insert or update or delete', 'select offer_id from published_offer where offer_id in (new.casting_offer_id, old.casting_offer_id)'),
  following('profession', 'update of name, feminine, masculine, domain_id', shownOf('profession_id')),
  following('client', 'update of company_name', shownOf('client_id')),
  following('address', 'update of city, region_id, position, position_longitude', shownOf('address_id')),
]
