import { Pool } from 'pg'
import type { Door } from './door.ts'
import type { AccessQuery } from './query.ts'
import { hashPassword } from './password.ts'

export const people = {
  employee: '01900000-0000-7000-8000-000000000001',
  inactive: '01900000-0000-7000-8000-000000000002',
  administrator: '01900000-0000-7000-8000-000000000003',
  invited: '01900000-0000-7000-8000-000000000004',
} as const
export const password = 'un mot de passe assez long'

export interface AccessDatabase {
  readonly query: AccessQuery
  /** For whom the employee acts. */
  readonly organisation: string
  /** For the test itself. */
  readonly pool: Pool
}

/** Adds four accounts to a database of the tests. */
export async function prepareAccounts(url: string): Promise<AccessDatabase> {
  const pool = new Pool({ connectionString: url, max: 5 })
  const hash = await hashPassword(password)
  const { rows } = await pool.query<{ id: string }>(`select id from party where kind = 'ORGANISATION' limit 1`)
  const organisation = rows[0]?.id ?? ''
  await pool.query(`insert into "user" (id, email, password_hash, state, is_administrator, acts_for_id) values
    ('${people.employee}', 'Employee@Access.test', $1, 'ACTIVE', false, $2), ('${people.inactive}', 'inactive@access.test', $1, 'INACTIVE', false, null),
    ('${people.administrator}', 'admin@access.test', $1, 'ACTIVE', true, null), ('${people.invited}', 'invited@access.test', null, 'INVITED', false, null)`, [hash, organisation])
  await pool.query(`insert into user_roles (user_id, role_id) select $1, id from role where key = 'employee'`, [people.employee])
  return { pool, organisation, query: async (text, values) => (await pool.query<Record<string, unknown>>(text, [...values])).rows }
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
