import sql, { raw, type Sql } from 'sql-template-tag'
import type { Work } from '../api/write/types.ts'
import type { Model } from '../api/model/model.ts'
import { Permission } from '../schema/core/permission.ts'

/** At a time: what is left after it is found again. */
const MANY = 500

/**
 * What was given of a field ends with the field: one that is declared later under the same name is a new one, and
 * closed until somebody opens it. Refusals stay, since they open nothing. At every start, as the model is then.
 */
export async function forgetGoneFields(work: Work, { entities }: Pick<Model, 'entities'>): Promise<void> {
  const there = [...entities.values()].flatMap(({ name, members }) => [...members.keys()].map((member) => `${name}.${member}`))
  const gone = (field: string): Sql => sql`p.entity_type || '.' || ${raw(field)} <> all(${there}::text[])`
  const statement = sql`select p.id, p.field is not null and ${gone('p.field')} as named,
    (select coalesce(json_agg(k.name), '[]') from jsonb_array_elements_text(p.known_fields) k(name) where not (${gone('k.name')})) as left
  from permission p where p.effect = 'ALLOW' and ((p.field is not null and ${gone('p.field')})
    or exists (select 1 from jsonb_array_elements_text(p.known_fields) k(name) where ${gone('k.name')}))
  order by p.id limit ${MANY}`
  for (;;) {
    const found = await work.query(statement)
    for (const { id, named, left } of found) {
      if (named === true) await work.remove(Permission, String(id))
      else await work.set(Permission, String(id), { knownFields: left as string[] })
    }
    if (found.length < MANY) return
  }
}
