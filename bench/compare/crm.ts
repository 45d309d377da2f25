import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { employee } from '../data/fill.ts'
import { once, type Target } from '../frame/load.ts'
import { atLeast, told, type Result } from '../frame/result.ts'
import { ratio, rounds } from '../frame/rounds.ts'
import type { Served, World } from '../frame/world.ts'

const MANY = 50
const FEW = 8

/** A sales rep who is signed in, with a contract of his own to be paid on. */
interface Rep extends Target { readonly contract: string }

const CREATE = 'mutation Create($input: ClientCreateInput!) { createClient(input: $input) { id } }'
const PAY = 'mutation Pay($id: ID!, $amount: MoneyInput!) { payContract(id: $id, amount: $amount) { id } }'

/** Fifty sales people who create clients, of companies that others name at the same moment, and record payments: against eight. */
export async function compareCrowds(world: World, databaseUrl: string): Promise<Result[]> {
  const database = new Client({ connectionString: databaseUrl })
  await database.connect()
  const server = await world.signedIn(databaseUrl)
  try {
    await addReps(database)
    const reps = await signIn(server, database)
    const crowd = (size: number) => ({ name: `${size} people`, measure: () => piecesOf(reps.slice(0, size), world.seconds) })
    await rounds([crowd(FEW), crowd(MANY)], 1)
    const measured = await rounds([crowd(FEW), crowd(MANY)], world.rounds)
    await noAnomaly(database)
    return [atLeast('50 sales people creating and paying at once against 8', 0.8, ratio(measured, `${MANY} people`, `${FEW} people`), told(measured, '/s'))]
  } finally {
    await Promise.all([server.stop(), database.end()])
  }
}

/** Pieces per second; each is a client created and a cent paid. Whoever is told to come back in a moment does. */
async function piecesOf(reps: readonly Rep[], seconds: number): Promise<number> {
  const begun = performance.now()
  const end = begun + seconds * 1_000
  let done = 0
  await Promise.all(reps.map(async (rep, index) => {
    for (let turn = 0; performance.now() < end; turn++) {
      await patiently(rep, { query: CREATE, variables: { input: { fullName: `Kevin Casey ${index}`, email: `kevin.${index}.${turn}.${Math.random()}@startup.io`, companyName: `Cool Startup ${turn % 20}` } } })
      await patiently(rep, { query: PAY, variables: { id: rep.contract, amount: { amount: 1 } } })
      done++
    }
  }))
  return done / ((performance.now() - begun) / 1_000)
}

async function patiently(rep: Rep, ask: Parameters<typeof once>[1]): Promise<void> {
  for (;;) {
    try {
      await once(rep, ask)
      return
    } catch (error) {
      if (!String(error).includes('503')) throw error
      await pause(100)
    }
  }
}

const mailOf = (index: number): string => `sales.${index}@coulisses.test`

async function addReps(database: Client): Promise<void> {
  await database.query(`
    insert into role (key, name, standard) values ('sales', 'Commercial', true) on conflict do nothing;
    insert into department (key, name, line, default_role_id) select 'sales', 'Commercial', 'EPIC_EVENTS', r.id from role r where r.key = 'sales' on conflict do nothing;
    insert into "user" (full_name, email, password_hash, department_id)
      select 'Commercial ' || n, 'sales.' || n || '@coulisses.test', u.password_hash, d.id from generate_series(0, ${MANY - 1}) n, "user" u, department d where u.email = '${employee.email}' and d.key = 'sales';
    insert into client (full_name, email, lines, sales_contact_id, organisation_id, state)
      select 'Client de ' || u.email, u.email, '{EPIC_EVENTS}', u.id, (select id from party where kind = 'ORGANISATION' order by id limit 1 offset substring(u.email from '[0-9]+')::int), 'ACTIVE' from "user" u where u.email like 'sales.%';
    insert into contract (kind, client_id, sales_contact_id, total_amount, total_amount_currency, amount_due, amount_due_currency, state)
      select 'EVENT_SALE', c.id, c.sales_contact_id, 100000000, 'EUR', 100000000, 'EUR', 'DRAFT' from client c where c.email like 'sales.%'`)
}

async function signIn(server: Served, database: Client): Promise<Rep[]> {
  const { rows } = await database.query<{ email: string; id: string }>(`select u.email, k.id from contract k join "user" u on u.id = k.sales_contact_id`)
  const contracts = new Map(rows.map(({ email, id }) => [email, id]))
  const reps: Rep[] = []
  for (let index = 0; index < MANY; index++) {
    const { signIn: session } = await once<{ signIn: { token: string } }>(server, { query: 'mutation SignIn($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }', variables: { email: mailOf(index), password: employee.password } })
    reps.push({ url: server.url, headers: { authorization: `Bearer ${session.token}` }, contract: contracts.get(mailOf(index)) ?? '' })
  }
  return reps
}

/** Every cent is on record, nothing is due twice, and no company was written down twice. */
async function noAnomaly(database: Client): Promise<void> {
  const { rows } = await database.query<{ wrong: number; twice: number }>(`select
    (select count(*)::int from contract k where k.total_amount - k.amount_due <> (select coalesce(sum(p.amount), 0) from payment p where p.contract_id = k.id)) as wrong,
    (select count(*)::int from (select 1 from party where kind = 'ORGANISATION' and name like 'Cool Startup %' group by name having count(*) > 1) t) as twice`)
  const [found] = rows
  if (found?.wrong !== 0 || found.twice !== 0) throw new Error(`anomalies: ${JSON.stringify(found)}`)
}
