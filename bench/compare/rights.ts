import { deepStrictEqual } from 'node:assert'
import { Client } from 'pg'
import { employee } from '../data/fill.ts'
import { once, rate, type Ask, type Target } from '../frame/load.ts'
import { atMost, told, type Result } from '../frame/result.ts'
import { ratio, rounds } from '../frame/rounds.ts'
import type { Served, World } from '../frame/world.ts'
import { days } from '../questions/list.ts'

/** A hundred rows of twenty fields. */
const query = `query Rows($before: DateTime!) {
  castingOffers(filter: { publishFrom: { lte: $before } }, sort: [{ publishFrom: DESC }], page: { size: 100 }) {
    items {
      id version createdAt updatedAt number title reference description posts startsOn publishFrom publishUntil contactPublic state
      client { id companyName } profession { id name } contractType { id name } address { id city } author { id } _label
    }
  }
}`
const asks: readonly Ask[] = days.map((before) => ({ query, variables: { before } }))
type Answer = { readonly castingOffers: { readonly items: readonly unknown[] } }

/** Somebody who wrote none of the offers: of the refusal of one's own rows he meets none, and every row is asked for it. */
const asker = 'rights@coulisses.test'

/** Five hundred roles with four permissions each; the account that asks holds four of them, one of which refuses rows and fields. */
const STORED = `
  insert into role (key, name) select 'custom' || n, 'Custom ' || n from generate_series(1, 500) n;
  insert into permission (role_id, entity_type, action, field, known_fields, scope, effect)
    select r.id, e.entity, 'READ', null, '["title","posts","client","profession","name","lastName"]', e.scope, 'ALLOW'
    from role r cross join (values ('CastingOffer', 'ALL'), ('Prospect', 'OWN'), ('Article', 'ALL')) e(entity, scope) where r.key like 'custom%';
  insert into permission (role_id, entity_type, action, field, scope, effect)
    select r.id, 'CastingOffer', 'READ', case when n % 2 = 0 then 'internalNote' end, case when n % 2 = 0 then 'ALL' else 'OWN' end, 'DENY'
    from (select id, row_number() over (order by key) as n from role where key like 'custom%') r;
  insert into "user" (full_name, email, password_hash) select 'Rights', '${asker}', password_hash from "user" where email = '${employee.email}';
  insert into user_roles select u.id, r.id from "user" u, role r where u.email = '${asker}' and r.key in ('employee', 'custom1', 'custom2', 'custom3', 'custom4');
  analyze role; analyze permission; analyze user_roles`
const FORGOTTEN = `delete from session where user_id = (select id from "user" where email = '${asker}'); delete from user_roles where user_id = (select id from "user" where email = '${asker}'); delete from "user" where email = '${asker}'; delete from permission; delete from role where key like 'custom%'`

/** What rights cost with many roles and permissions stored, against a server without any. */
export async function compareRights(world: World, databaseUrl: string): Promise<Result[]> {
  await run(databaseUrl, STORED)
  try {
    const stored = await signedIn(await world.serve('coulisses', databaseUrl))
    const off = await world.serve('withoutRights', databaseUrl)
    const first = asks[0]
    if (first) deepStrictEqual((await once<Answer>(stored, first)).castingOffers.items, (await once<Answer>(off, first)).castingOffers.items)
    const of = (name: string, target: Target) => ({ name, measure: () => rate(target, asks, { seconds: world.seconds }) })
    const contenders = [of('500 roles, 2,000 permissions', stored), of('without rights', off)]
    await rounds(contenders, 1)
    const series = await rounds(contenders, world.rounds)
    await Promise.all([stored.stop(), off.stop()])
    return [atMost('Time of 100 rows of 20 fields with 500 roles and 2,000 permissions against no rights', 1.15, ratio(series, 'without rights', '500 roles, 2,000 permissions'), told(series, '/s'))]
  } finally {
    await run(databaseUrl, FORGOTTEN)
  }
}

async function signedIn(server: Served): Promise<Served> {
  const { signIn } = await once<{ signIn: { token: string } }>(server, { query: 'mutation SignIn($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }', variables: { email: asker, password: employee.password } })
  return { ...server, headers: { authorization: `Bearer ${signIn.token}` } }
}

async function run(databaseUrl: string, text: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(text).finally(() => client.end())
}
