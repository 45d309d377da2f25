import { derived } from '#model'

/** A name of a town as people may write it: without accents, hyphens and apostrophes, «st» for «saint». */
const townName = derived({
  name: 'function town_name', needs: ['function fold'],
  create: `create function town_name(given text) returns text language sql immutable strict parallel safe
  return trim(regexp_replace(regexp_replace(regexp_replace(' ' || fold(given) || ' ', '[^[:alnum:]]+', ' ', 'g'), ' ste ', ' sainte ', 'g'), ' st ', ' saint ', 'g'))`,
  drop: 'drop function if exists town_name(text)',
})

/** Under what a town is found: its name, the name without its article («rochelle»), each of its postcodes. */
const townKeys = derived({
  name: 'function town_keys', needs: ['function town_name'],
  create: `create function town_keys(name text, postcode text, others text) returns text[] language sql immutable parallel safe
  return array[town_name(name), regexp_replace(town_name(name), '^(l|la|le|les) ', ''), postcode] || coalesce(string_to_array(others, ' '), '{}')`,
  drop: 'drop function if exists town_keys(text, text, text)',
})

const townIndex = derived({
  name: 'index town__keys_index', needs: ['function town_keys'],
  create: 'create index town__keys_index on town using gin (town_keys(name, postcode, other_postcodes)) with (fastupdate = off)',
  drop: 'drop index if exists town__keys_index',
})

export default [townName, townKeys, townIndex]
