import { towns } from '../../seeds/core/towns.ts'
import { list } from './reference.ts'

/** Places, the larger towns more often; organisations with somebody who speaks for them; clients of the casting desk. */
export const people = (clients: number, places: number): string => `
insert into address (line1, postcode, city, position, position_longitude)
  select n % 180 + 1 || ' rue de la Comédie', lpad((n % 95000 + 1000)::text, 5, '0'), towns[1 + floor(power(random(), 2) * cardinality(towns))::int], 43 + random() * 7, -1 + random() * 7
  from generate_series(1, ${places}) n, (select ${list(towns.map(({ city }) => city))} as towns) t;
insert into party (kind, display_name, name, email, registration_no)
  select 'ORGANISATION', name, name, 'contact' || n || '@exemple.test', 'B' || lpad(n::text, 8, '0') from (select n, 'Compagnie ' || n as name from generate_series(1, ${clients}) n) o;
insert into party (kind, display_name, first_name, last_name, email)
  select 'PERSON', 'Camille Martin ' || n, 'Camille', 'Martin ' || n, 'camille' || n || '@exemple.test' from generate_series(1, ${clients}) n;
insert into client (company_name, organisation_id, contact_id, lines, first_contact_on)
  select o.name, o.id, p.id, array['CASTING'], current_date - (random() * 2000)::int
  from (select *, row_number() over (order by id) as place from party where kind = 'ORGANISATION') o
  join (select *, row_number() over (order by id) as place from party where kind = 'PERSON') p using (place);
`
