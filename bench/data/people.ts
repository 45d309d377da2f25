const towns = [
  'Paris', 'Marseille', 'Lyon', 'Toulouse', 'Nice', 'Nantes', 'Montpellier', 'Strasbourg', 'Bordeaux', 'Lille', 'Rennes', 'Reims', 'Toulon',
  'Saint-Étienne', 'Le Havre', 'Grenoble', 'Dijon', 'Angers', 'Villeurbanne', 'Nîmes', 'Clermont-Ferrand', 'Aix-en-Provence', 'Brest', 'Tours',
  'Amiens', 'Annecy', 'Limoges', 'Metz', 'Besançon', 'Perpignan', 'Orléans', 'Rouen', 'Mulhouse', 'Caen', 'Nancy', 'Avignon', 'Poitiers', 'La Rochelle', 'Pau', 'Bayonne',
]
const domains = ['Danse', 'Musique', 'Théâtre', 'Cirque', 'Costume', 'Lumière', 'Son', 'Plateau', 'Régie', 'Décor', 'Maquillage', 'Production', 'Cinéma', 'Marionnette', 'Chant', 'Accueil']
const contracts = ['CDDU', 'CDI', 'CDD', 'Contrat de cession', 'Alternance', 'Stage', 'Intérim', 'Bénévolat', 'Figuration', 'Commande']
const categories = [
  'Long métrage', 'Court métrage', 'Série', 'Publicité', 'Clip', 'Théâtre', 'Comédie musicale', 'Opéra', 'Danse', 'Concert', 'Festival', 'Cirque',
  'Doublage', 'Voix off', 'Photo', 'Défilé', 'Télévision', 'Web', 'Jeu vidéo', 'Événement', 'Croisière', 'Parc', 'Jeune public', 'Rue',
]

const list = (words: readonly string[]): string => `array[${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ')}]`
/** One of them, the first more often than the last, as in life. */
const weighted = (array: string): string => `(${array})[1 + floor(power(random(), 2) * cardinality(${array}))::int]`

/** What lists are chosen from. Real sizes: sixteen domains with some twenty trades each. */
export const reference = `
delete from casting_offer_categories; delete from casting_offer;
delete from profession; delete from profession_domain; delete from contract_type; delete from casting_category;
insert into role (key, name, standard) values ('employee', 'Employé', true) on conflict do nothing;
insert into profession_domain (name) select unnest(${list(domains)});
insert into profession (name, feminine, masculine, domain_id)
  select d.name || ' : métier ' || n, 'Artiste ' || n, 'Artiste ' || n, d.id from profession_domain d, generate_series(1, 20) n;
insert into contract_type (name, code) select name, 'C' || place from unnest(${list(contracts)}) with ordinality t (name, place);
insert into casting_category (name) select unnest(${list(categories)});
`

/** Places, organisations with somebody who speaks for them, and clients of the casting desk. */
export const people = (clients: number, places: number): string => `
insert into address (line1, postcode, city, position, position_longitude)
  select n % 180 + 1 || ' rue de la Comédie', lpad((n % 95000 + 1000)::text, 5, '0'), ${weighted('t.towns')}, 43 + random() * 7, -1 + random() * 7
  from generate_series(1, ${places}) n, (select ${list(towns)} as towns) t;
insert into party (kind, display_name, name, email, registration_no)
  select 'ORGANISATION', name, name, 'contact' || n || '@exemple.test', 'B' || lpad(n::text, 8, '0') from (select n, 'Compagnie ' || n as name from generate_series(1, ${clients}) n) o;
insert into party (kind, display_name, first_name, last_name, email)
  select 'PERSON', 'Camille Martin ' || n, 'Camille', 'Martin ' || n, 'camille' || n || '@exemple.test' from generate_series(1, ${clients}) n;
insert into client (company_name, organisation_id, contact_id, lines, first_contact_on)
  select o.name, o.id, p.id, array['CASTING'], current_date - (random() * 2000)::int
  from (select *, row_number() over (order by id) as place from party where kind = 'ORGANISATION') o
  join (select *, row_number() over (order by id) as place from party where kind = 'PERSON') p using (place);
`
