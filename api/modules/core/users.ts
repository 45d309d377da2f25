import sql, { raw } from 'sql-template-tag'
import { forbidden } from '../../model/errors.ts'
import { password as passwordKind } from '../../model/fields/password.ts'
import { Department } from '#schema/core/department.ts'
import { Person } from '#schema/core/person.ts'
import { Role } from '#schema/core/role.ts'
import { User } from '#schema/core/user.ts'
import { hashPassword } from '../../access/password.ts'
import { reactions, type Input, type Stored, type Work } from '../../write/types.ts'
import { conflict, connectedIn, isAdministrator, isHouse, linkOf, wrong } from '../input.ts'
import { endSessions, keepAnAdministrator, notAbove, outside } from './accounts.ts'
import { enqueuePasswordLink } from './passwordMails.ts'
import { isShownElsewhere } from './uses.ts'

/** A password that the field will refuse is not hashed first. */
async function hashed(input: Input, current: Stored<User> | undefined): Promise<Input> {
  const given = input['password']
  const sound = typeof given === 'string' && passwordKind.parse(given, { name: 'password', options: {} }).ok
  const waits = current === undefined && given == null
  // An account without a password waits for its invitation; its first password opens it.
  const state = waits ? { state: 'INVITED' } : sound && current?.state === 'INVITED' ? { state: 'ACTIVE' } : {}
  return sound ? { ...input, ...state, passwordHash: await hashPassword(given) } : { ...input, ...state }
}

/** Marks that no list gives: everybody holds them, or an action of its own gives them. */
const notGiven: ReadonlySet<string> = new Set(['visitor', 'member', 'administrator'])
const notGivenHere = { fr: 'Ce rôle ne se donne pas ici.', en: 'This role is not given here.' }

/** Role that the members of a department hold. */
async function roleOfDepartment(work: Work, id: string | undefined): Promise<string | undefined> {
  const department = id === undefined ? undefined : await work.row(Department, id)
  return department?.defaultRole ?? undefined
}

/** Nobody gives a role that he does not hold himself (C-06), nor by a department; the logins of partners are below every employee. */
async function mayGive(work: Work, input: Input): Promise<void> {
  if (isHouse(work)) return
  for (const id of connectedIn(input, 'roles')) await mayGiveRole(work, id, 'roles')
  const byDepartment = await roleOfDepartment(work, linkOf(input, 'department')?.connect)
  if (byDepartment !== undefined) await mayGiveRole(work, byDepartment, 'department')
}

async function mayGiveRole(work: Work, id: string, path: string): Promise<void> {
  const key = (await work.row(Role, id))?.key
  if (key == null) return
  if (notGiven.has(key)) throw wrong(path, 'notGiven', notGivenHere)
  if (!isAdministrator(work) && !outside.has(key) && !work.caller.principal.roles.has(key)) throw forbidden(path)
}

/** Who acts for a client or a partner is no employee (MC-09). */
async function staysOutside(work: Work, user: Stored<User>): Promise<void> {
  if (user.actsFor == null) return
  const held = await work.query(sql`select r.key from role r
    where r.id in (select role_id from user_roles where user_id = ${user.id}) or r.id = ${(await roleOfDepartment(work, user.department ?? undefined)) ?? null}`)
  if (user.isAdministrator !== true && held.every((role) => outside.has(String(role['key'])))) return
  throw wrong('roles', 'employeeRight', {
    fr: 'Un compte qui agit pour une organisation n’a pas de droit d’employé.', en: 'A login that acts for an organisation has no employee right.',
  })
}

/** One's own asks for the current one; and no key of the API opens an account to somebody. */
function mayReplacePassword(work: Work, input: Input, current: Stored<User> | undefined): void {
  if (!current || input['password'] == null || isHouse(work)) return
  const { userId, key } = work.caller.principal
  if (key) throw forbidden('password')
  if (current.id === userId) throw wrong('password', 'ownPassword', { fr: 'Votre propre mot de passe se change depuis « Mon compte ».', en: 'Your own password is changed from “My account”.' })
}

/** Credentials and what is personal go; the row stays, so that what he wrote keeps an author (C-08). */
async function becomeFormer(work: Work, user: Stored<User>): Promise<void> {
  if (user.id === work.caller.principal.userId) {
    throw conflict('oneself', { fr: 'Vous ne pouvez pas supprimer votre propre compte.', en: 'You cannot delete your own account.' })
  }
  await keepAnAdministrator(work, user.id)
  await notAbove(work, user)
  await endSessions(work, user.id)
  await work.query(sql`update api_key set state = 'REVOKED' where user_id = ${user.id} and state = 'ACTIVE'`)
  for (const table of [raw('password_link'), raw('second_factor'), raw('recovery_code')]) await work.query(sql`delete from ${table} where user_id = ${user.id}`)
  const house = work.asHouse()
  await house.update(User, user.id, { roles: { set: [] } })
  await house.set(User, user.id, {
    state: 'DELETED', email: null, passwordHash: null, person: null, department: null, actsFor: null, isAdministrator: false,
    secondFactorSince: null, fullName: 'Ancien utilisateur', archivedAt: work.now.toISOString(),
  })
  if (user.person != null && !(await isShownElsewhere(work, Person, user.person))) await house.remove(Person, user.person)
}

export const userReactions = [
  reactions(Department, {
    prepare: async (work, input) => {
      const role = linkOf(input, 'defaultRole')?.connect
      if (role !== undefined && notGiven.has((await work.row(Role, role))?.key ?? '')) throw wrong('defaultRole', 'notGiven', notGivenHere)
      return input
    },
  }),
  reactions(User, {
    prepare: async (work, input, current) => {
      if (current) await notAbove(work, current)
      mayReplacePassword(work, input, current)
      await mayGive(work, input)
      return hashed(input, current)
    },
    created: async (work, user) => {
      await staysOutside(work, user)
      // What the house loads by itself, nobody is told of.
      if (user.state === 'INVITED' && !isHouse(work)) await enqueuePasswordLink(work, user.id)
    },
    updated: async (work, user, _, input) => {
      await staysOutside(work, user)
      if (input['password'] != null) await endSessions(work, user.id)
    },
    remove: becomeFormer,
  }),
]
