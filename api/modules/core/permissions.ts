import sql, { raw } from 'sql-template-tag'
import { isOpenable } from '../../access/rights.ts'
import { EXPORT } from '../../access/exporting.ts'
import { ruleOf, verbOf } from '../../access/permission.ts'
import type { Scope as RowScope } from '../../model/access.ts'
import { AppError, messages } from '../../model/errors.ts'
import type { Issue } from '../../model/issue.ts'
import type { EntityModel } from '../../model/model.ts'
import { AccessGrant } from '#schema/core/accessGrant.ts'
import core from '#schema/core/module.ts'
import { Permission } from '#schema/core/permission.ts'
import { Role } from '#schema/core/role.ts'
import { User } from '#schema/core/user.ts'
import { reactions, type Input, type Stored, type Work } from '../../write/types.ts'
import { isHouse, linkedId, textAfter } from '../input.ts'

type Row = Readonly<Record<string, unknown>> | undefined

const fault = (path: string, reason: string, fr: string, en: string): Issue => ({ path, reason, message: { fr, en } })

/** The entity that is meant; of those whose rights are part of the house, none. */
function grantable(work: Work, name: string, issues: Issue[]): EntityModel | undefined {
  const entity = work.model.entities.get(name)
  // That it is missing is said by the declaration.
  if (name === '') return undefined
  if (!entity) issues.push(fault('entityType', 'unknownEntity', `« ${name} » n’est pas un type d’enregistrement.`, `“${name}” is no entity.`))
  else if (entity.options.fixedAccess) issues.push(fault('entityType', 'fixedAccess', `Les droits sur « ${entity.label.fr} » sont ceux du programme.`, `The rights on “${entity.label.en}” are those of the program.`))
  return entity
}

/** Everything that a permission says must be declared: nothing that appears later may find a right waiting for it. */
function checkPermission(work: Work, input: Input, current: Row): Issue[] {
  const issues: Issue[] = []
  const said = (name: string): string => textAfter(input, name, current)
  const entity = grantable(work, said('entityType'), issues)
  if (!entity) return issues
  const action = said('action')
  const verb = verbOf(action)
  const named = action === EXPORT || entity.moves.some((move) => move.name === action) || work.actions.some(({ name, on }) => name === action && on === entity.cls)
  if (action !== '' && !verb && !named) issues.push(fault('action', 'unknownAction', `« ${action} » n’est ni READ, CREATE, UPDATE, DELETE, ni une action de « ${entity.label.fr} ».`, `“${action}” is neither READ, CREATE, UPDATE, DELETE nor an action of “${entity.label.en}”.`))
  if (action === EXPORT && said('effect') !== 'DENY') issues.push(fault('effect', 'onlyDenied', 'Qui peut lire peut exporter : cela se refuse seulement.', 'Whoever may read may export: it can only be denied.'))
  if (verb && verb !== 'read' && (entity.readOnly || entity.abstract)) issues.push(fault('action', 'notWritten', `« ${entity.label.fr} » ne s’écrit pas.`, `“${entity.label.en}” is not written.`))
  issues.push(...checkField(entity, said('field'), verb, said('effect') || 'ALLOW'), ...checkScope(entity, said('scope') || 'ALL'))
  return issues
}

function checkField(entity: EntityModel, name: string, verb: ReturnType<typeof verbOf>, effect: string): Issue[] {
  if (name === '') return []
  const member = entity.members.get(name)
  if (!member || member.options.hidden) return [fault('field', 'unknownField', `« ${entity.label.fr} » n’a pas de champ « ${name} ».`, `“${entity.label.en}” has no field “${name}”.`)]
  if (!verb || verb === 'delete') return [fault('field', 'noField', 'Cette action concerne l’enregistrement entier.', 'This action concerns the whole record.')]
  if (effect === 'ALLOW' && !isOpenable(member, verb)) return [fault('field', 'notOpenable', `« ${member.label.fr} » n’est écrit ou lu que par le programme.`, `“${member.label.en}” is written or read by the program only.`)]
  return []
}

function checkScope(entity: EntityModel, scope: string): Issue[] {
  if (scope === 'ALL' || scope === 'NONE' || ruleOf(entity, scope as RowScope)) return []
  return [fault('scope', 'noScope', `« ${entity.label.fr} » ne dit pas quels enregistrements sont ceux de cette portée.`, `“${entity.label.en}” does not say which records are those of this scope.`)]
}

/** What everybody holds, and what must not be taken away by mistake, is left as the code declares it. */
export const fixedRoles: ReadonlySet<string> = new Set(['visitor', 'member', 'administrator'])

async function checkRole(work: Work, input: Input, current: Row): Promise<Issue[]> {
  const id = linkedId(input, 'role', current)
  const role = id === undefined ? undefined : await work.row(Role, id)
  return role?.key == null || !fixedRoles.has(role.key) ? [] : [fault('role', 'fixedRole', 'Les droits de ce rôle sont ceux du programme.', 'The rights of this role are those of the program.')]
}

async function preparePermission(work: Work, input: Input, current: Stored<Permission> | undefined): Promise<Input> {
  const issues = [...checkPermission(work, input, current), ...await checkRole(work, input, current)]
  if (issues.length > 0) throw new AppError('BAD_USER_INPUT', issues)
  const entity = work.model.entities.get(textAfter(input, 'entityType', current))
  return { ...input, knownFields: [...entity?.members.keys() ?? []] }
}

async function prepareGrant(work: Work, input: Input, current: Stored<AccessGrant> | undefined): Promise<Input> {
  const issues: Issue[] = []
  const entity = grantable(work, textAfter(input, 'entityType', current), issues)
  const record = textAfter(input, 'entityId', current)
  if (entity && record !== '' && !await exists(work, entity, record)) issues.push({ path: 'entityId', reason: 'notFound', message: messages.notFound })
  const userId = linkedId(input, 'user', current)
  const user = userId === undefined ? undefined : await work.row(User, userId)
  if (user?.actsFor != null && textAfter(input, 'untilAt', current) === '') issues.push(fault('untilAt', 'endRequired', 'Une personne extérieure n’a accès que pour un temps : indiquez la fin.', 'Somebody from outside has access for a time only: say until when.'))
  if (issues.length > 0) throw new AppError('BAD_USER_INPUT', issues)
  return current ? input : { ...input, grantedBy: work.caller.principal.userId ?? null }
}

/** Whoever may give rights may know every record. */
async function exists(work: Work, { table, parent, kind }: EntityModel, id: string): Promise<boolean> {
  const ofKind = parent && kind ? sql` and kind = ${kind}` : sql``
  return (await work.query(sql`select 1 from ${raw(`"${table}"`)} where id = ${id}::uuid${ofKind}`)).length > 0
}

/**
 * What a role, a department or a person may is changed by two (MU8.2.2-f), held by somebody or not: a role
 * that was filled by one would be given by one. Who holds a role is not asked, since its rights were agreed on.
 */
async function asksSecond(work: Work, { id }: Stored<Permission>): Promise<void> {
  if (!isHouse(work) && await work.setting(core.settings.secondForRights)) work.needsSecond(Permission, id)
}

export const permissionReactions = [
  reactions(Permission, { prepare: preparePermission, created: asksSecond, updated: asksSecond, deleting: asksSecond }),
  reactions(AccessGrant, { prepare: prepareGrant }),
]
