import { list } from './reference.ts'
import { adjectives, nouns } from './words.ts'

/** The place of some row in another table: arrays of ids would be copied for each offer. */
const some = (table: string, bias: number): string => `1 + floor(power(random(), ${bias}) * (select count(*) from ${table}))::int`

const before = (seconds: number): string => `date_trunc('milliseconds', now() - make_interval(secs => random() * ${seconds}))`
const [recently, everSince] = [before(60 * 86_400), `case when n % 14 > 0 then ${before(94_608_000)} end`]

/**
 * Offers over three years for sixteen hundred works, most of them expired, some clients and trades asked far
 * more often than others.
 * One in fourteen was never given a date; four in five have a place. `published`: all of them in the last sixty days, and until further notice.
 */
export const offers = (count: number, published: boolean): string => `
insert into casting_offer (number, title, reference, client_id, profession_id, contract_type_id, address_id, description, posts, starts_on, publish_from, publish_until, state, author_id, created_at, updated_at, version)
select n, left(p.name || ' pour ' || (array['la tournée', 'la création', 'le tournage', 'la reprise', 'la captation', 'la saison'])[1 + n % 6] || ' de « La ' || w.name || ' »', 160),
  'O-' || n, c.id, p.id, k.id, case when n % 5 > 0 then a.id end,
  '<p>Pour « La ' || w.name || ' », nous cherchons : ' || p.name || ', ' || (array['expérience souhaitée', 'débutants bienvenus', 'mobilité demandée', 'anglais courant'])[1 + n % 4]
    || '. Répétitions le matin, représentations en soirée, défraiement et logement prévus.</p><p>Envoyer une photographie récente et une bande de démonstration de trois minutes au plus.</p>',
  1 + n % 4, (published + interval '45 days')::date, published, ${published ? 'null::timestamptz' : 'published + make_interval(days => 20 + n % 60)'}, state, author, coalesce(published, now()) - interval '3 days', coalesce(published, now()), 1 + n % 3
from (
  select n, ${some('client', 1.5)} as client_place, ${some('profession', 2)} as profession_place, ${some('contract_type', 2)} as contract_place, ${some('address', 1)} as address_place, 1 + floor(random() * ${nouns.length * adjectives.length})::int as work_place,
    ${published ? recently : everSince} as published
  from generate_series(1, ${count}) n
) drawn
join (select id, row_number() over (order by id) as place from client) c on c.place = client_place
join (select id, name, row_number() over (order by id) as place from profession) p on p.place = profession_place
join (select id, row_number() over (order by id) as place from contract_type) k on k.place = contract_place
join (select id, row_number() over (order by id) as place from address) a on a.place = address_place
cross join lateral (select case when published is null then 'DRAFT' when published > now() - interval '60 days' then 'PUBLISHED' when n % 9 = 0 then 'WITHDRAWN' else 'EXPIRED' end as state) s
join (select noun || ' ' || adjective as name, row_number() over () as place from unnest(${list(nouns)}) noun, unnest(${list(adjectives)}) adjective) w on w.place = work_place
cross join (select id as author from "user" limit 1) u`

/** One to three categories each: two on average. */
export const pairs = `
insert into casting_offer_categories (casting_offer_id, casting_category_id)
select distinct o.id, c.id from casting_offer o
join generate_series(0, 2) i on i <= o.number % 3
join (select id, row_number() over (order by id) as place, count(*) over () as all_of_them from casting_category) c on c.place = 1 + (o.number * 7 + i * (1 + o.number % 5)) % c.all_of_them`
