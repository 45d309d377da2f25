import { Pool } from 'pg'
import type { Door } from './door.ts'
import type { AccessQuery } from './query.ts'
import { hashPassword } from './password.ts'

/** The columns of the sign-in, as `schema/core` declares them. */
const TABLES = `
  create table "user" (id uuid primary key, email varchar(254), password_hash text, state varchar(40) not null default 'ACTIVE',
    is_administrator boolean not null default false, acts_for_id uuid, last_sign_in_at timestamptz);
  create table role (id uuid primary key, key varchar(40) not null unique);
  create table user_roles (user_id uuid not null references "user", role_id uuid not null references role, primary key (user_id, role_id));
  create table "session" (id uuid primary key, version int not null, created_at timestamptz not null, updated_at timestamptz not null,
    user_id uuid not null references "user", token_hash varchar(64) not null unique, family uuid not null, expires_at timestamptz not null,
    replaced_at timestamptz, revoked_at timestamptz, user_agent varchar(400), address varchar(45));
  insert into role values ('01900000-0000-7000-8000-00000000000a', 'employee'), ('01900000-0000-7000-8000-00000000000b', 'partner')`

export const people = {
  employee: '01900000-0000-7000-8000-000000000001',
  inactive: '01900000-0000-7000-8000-000000000002',
  administrator: '01900000-0000-7000-8000-000000000003',
  invited: '01900000-0000-7000-8000-000000000004',
} as const
export const organisation = '01900000-0000-7000-8000-0000000000ff'
export const password = 'un mot de passe assez long'

export interface AccessDatabase {
  readonly query: AccessQuery
  /** For the test itself. */
  readonly pool: Pool
}

export async function prepareAccounts(url: string): Promise<AccessDatabase> {
  const pool = new Pool({ connectionString: url, max: 5 })
  await pool.query(TABLES)
  const hash = await hashPassword(password)
  await pool.query(`insert into "user" (id, email, password_hash, state, is_administrator, acts_for_id) values
    ('${people.employee}', 'Employee@Coulisses.test', $1, 'ACTIVE', false, '${organisation}'), ('${people.inactive}', 'inactive@coulisses.test', $1, 'INACTIVE', false, null),
    ('${people.administrator}', 'admin@coulisses.test', $1, 'ACTIVE', true, null), ('${people.invited}', 'invited@coulisses.test', null, 'INVITED', false, null)`, [hash])
  await pool.query(`insert into user_roles values ('${people.employee}', '01900000-0000-7000-8000-00000000000a')`)
  return { pool, query: async (text, values) => (await pool.query<Record<string, unknown>>(text, [...values])).rows }
}

/** A browser: keeps the cookie that it is given. */
export interface Browser extends Door {
  refreshToken: string | undefined
  sessionId: string | undefined
}

export function browser(address = '192.0.2.1'): Browser {
  const self: Browser = {
    address, userAgent: 'A browser', refreshToken: undefined, sessionId: undefined,
    keepRefreshToken: (token) => { self.refreshToken = token },
    forgetRefreshToken: () => { self.refreshToken = undefined },
  }
  return self
}
