import sql, { raw } from 'sql-template-tag'
import { rolesOf } from '../../access/account.ts'
import type { Labels } from '../../model/labels.ts'
import type { Work } from '../../write/types.ts'
import { wrong } from '../input.ts'

/** Whether an account is active and holds a role, by itself or by its department. */
export async function holdsRole(work: Work, userId: string, role: string): Promise<boolean> {
  const [user] = await work.query(sql`select ${raw(rolesOf('u'))} as roles from "user" u where u.id = ${userId} and u.state = 'ACTIVE'`)
  const roles = user?.['roles']
  return typeof roles === 'string' && roles.split(' ').includes(role)
}

/** Refuses somebody who is not of the department that it takes. */
export async function mustHold(work: Work, userId: string, role: string, path: string, message: Labels): Promise<void> {
  if (!(await holdsRole(work, userId, role))) throw wrong(path, 'department', message)
}

const MOST = 500

/** The active members of a department, by the role that it gives. */
export async function membersWith(work: Work, role: string): Promise<readonly string[]> {
  const rows = await work.query(sql`select u.id from "user" u join department d on d.id = u.department_id join role r on r.id = d.default_role_id
    where r.key = ${role} and u.state = 'ACTIVE' order by u.id limit ${MOST}`)
  return rows.map((row) => String(row['id']))
}
