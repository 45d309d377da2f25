import { castingCategories } from '../../seeds/casting/castingCategories.ts'
import { contractTypes } from '../../seeds/casting/contractTypes.ts'
import { professionDomains } from '../../seeds/casting/professionDomains.ts'
import { professions } from '../../seeds/casting/professions.ts'

export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
export const list = (words: readonly string[]): string => `array[${words.map(text).join(', ')}]`

/** The lists that the product ships with, and the one role that is asked for. */
export const reference = `
insert into role (key, name, standard) values ('employee', 'Employé', true);
insert into contract_type (code, name) select * from unnest(${list(contractTypes.map(({ code }) => code))}, ${list(contractTypes.map(({ name }) => name))});
insert into casting_category (name) select unnest(${list(castingCategories.map(({ name }) => name))});
insert into profession_domain (code, name) select * from unnest(${list(professionDomains.map(({ code }) => code))}, ${list(professionDomains.map(({ name }) => name))});
insert into profession (name, feminine, masculine, domain_id) select t.name, t.feminine, t.masculine, d.id
  from unnest(${list(professions.map(({ name }) => name))}, ${list(professions.map(({ feminine }) => feminine))}, ${list(professions.map(({ masculine }) => masculine))}, ${list(professions.map(({ domain }) => domain))}) t (name, feminine, masculine, domain)
  join profession_domain d on d.code = t.domain;
`
