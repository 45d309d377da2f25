import { verbs, type Grant, type Level, type NamedScope, type Role, type Scope, type Verb } from '../model/access.ts'
import type { EntityModel } from '../model/model.ts'
import type { RowRule } from '../model/where.ts'
import type { TimedGrant } from './principal.ts'
import { union, type Rows } from './rows.ts'

/** A right that is stored, beside those that the code declares: of a role, of a department's people, or of one person. */
export interface Permission {
  readonly id: string
  readonly version: number
  readonly holder: { readonly is: 'role' | 'department' | 'user'; /** Key of a role, id of the others. */ readonly key: string; readonly name: string }
  readonly entity: string
  /** READ, CREATE, UPDATE, DELETE, or the name of a move or an action. */
  readonly action: string
  /** Undefined: all of them, as far as they were there when it was given. */
  readonly field: string | undefined
  /** The fields that there were: what comes later is closed until somebody opens it. */
  readonly known: ReadonlySet<string>
  readonly scope: Scope
  readonly effect: 'ALLOW' | 'DENY'
}

/** What a right comes from: told to whoever asks why. */
export type Source =
  | { readonly is: 'role'; readonly role: Role; readonly rule: RowRule | undefined }
  | { readonly is: 'permission'; readonly permission: Permission; readonly rule: RowRule | undefined }
  | { readonly is: 'grant'; readonly entity: string; readonly level: TimedGrant['level']; readonly whole: boolean }
  /** A rule on conflicts of interest that is about the person. */
  | { readonly is: 'conflict' }
  | { readonly is: 'level'; readonly level: Level; readonly rule: RowRule | undefined }

/** One thing that gives or takes: rows, and the members among them. */
export interface Given {
  readonly effect: 'ALLOW' | 'DENY' | 'LIMIT'
  readonly source: Source
  readonly rows: Rows
  /** Undefined: every member. */
  readonly only: ReadonlySet<string> | undefined
  /** It names this member itself, and so opens also what the declaration narrows. */
  readonly named: string | undefined
  /** Seen beside the records that show them, and not asked for by itself. */
  readonly beside?: boolean | undefined
}

/** A declared grant, as far as these roles hold it. */
export const ofGrant = (grant: Grant, roles: ReadonlySet<string>): Given[] => grant.roles.filter((role) => roles.has(role.key)).slice(0, 1)
  .map((role) => ({ effect: 'ALLOW', source: { is: 'role', role, rule: grant.rows }, rows: rowsOf(grant.rows), only: grant.only && new Set(grant.only), named: undefined, beside: grant.isBeside }))

/** What everybody holds, whoever he is. */
const everybodys: ReadonlySet<string> = new Set(['visitor', 'member'])
const isVisitors = ({ source }: Given): boolean => source.is === 'role' && source.role.key === 'visitor'
const isOwn = ({ effect, source, named }: Given): boolean => effect === 'ALLOW' && (source.is === 'role' ? !everybodys.has(source.role.key) : named === undefined)

/**
 * Declared grants beside stored permissions. What is opened to the public is there for those of whom the house
 * says nothing else: where a role of his own, or a permission, covers the entity, the rows are those that it gives.
 */
export function ofGrants(grants: readonly Grant[], roles: ReadonlySet<string>, stored: readonly Given[]): Given[] {
  const held = [...grants.flatMap((grant) => ofGrant(grant, roles)), ...stored]
  return held.some(isOwn) ? held.filter((one) => !isVisitors(one)) : held
}

const scopeNames: Readonly<Partial<Record<Scope, NamedScope>>> = { OWN: 'own', DEPARTMENT: 'department', PROJECT: 'project' }

/** The rule of a scope; undefined where the entity says of none of its rows that they are meant. */
export const ruleOf = (entity: EntityModel, scope: Scope): RowRule | undefined => entity.options.scopes?.[scopeNames[scope] ?? 'own']

/** Verb of an action that is one of the four; undefined for moves and actions of modules. */
export const verbOf = (action: string): Verb | undefined => verbs.find((verb) => verb.toUpperCase() === action)

/** What a stored permission gives or takes; nothing where what it names is not, or no longer, declared. */
export function ofPermission(permission: Permission, entity: EntityModel): Given[] {
  const { field, scope, effect, known } = permission
  if (entity.options.fixedAccess || scope === 'NONE' || (field !== undefined && !entity.members.has(field))) return []
  const rule = scope === 'ALL' ? undefined : ruleOf(entity, scope)
  // A scope that the entity has no longer gives nothing, and goes on to take everything.
  if (scope !== 'ALL' && !rule && effect === 'ALLOW') return []
  const only = field !== undefined ? new Set([field]) : effect === 'ALLOW' ? known : undefined
  return [{ effect, source: { is: 'permission', permission, rule }, rows: rowsOf(rule), only, named: field }]
}

/** What a person of a level can do at most. */
export function ofLevel(entity: EntityModel, level: Level | undefined, changes: boolean): Given[] {
  const limit = level && entity.options.levels?.[level]
  if (!limit || !level) return []
  const rows = changes && limit.change === false ? 'none' : rowsOf(limit.rows)
  return [{ effect: 'LIMIT', source: { is: 'level', level, rule: limit.rows }, rows, only: undefined, named: undefined }]
}

const rowsOf = (rule: RowRule | undefined): Rows => union([rule?.where])
