import type { Labels } from './labels.ts'
import type { RowRule } from './where.ts'

/** A predefined role. Everybody holds `visitor`; whoever is signed in also holds `member`. */
export interface Role {
  readonly key: string
  readonly label: Labels
  /** What whoever holds it is there for. */
  readonly help?: Labels | undefined
}

/**
 * Who may do something, to which rows, on which fields. Grants add up: a row may be read when one
 * grant gives it, a field of a row when one grant gives *that* field on *that* row: two grants never
 * lend each other their rows or fields.
 */
export class Grant {
  readonly roles: readonly Role[]
  readonly rows: RowRule | undefined
  readonly only: readonly string[] | undefined
  /** Beside other records alone. */
  readonly isBeside: boolean

  constructor(roles: readonly Role[], rows?: RowRule, only?: readonly string[], isBeside = false) {
    this.roles = roles
    this.rows = rows
    this.only = only
    this.isBeside = isBeside
    Object.freeze(this)
  }

  /** Limits the grant to the rows that fulfil a rule. */
  where(rows: RowRule): Grant {
    return new Grant(this.roles, rows, this.only, this.isBeside)
  }

  /** Limits the grant to these fields; `id` is always among them. */
  fields(...names: string[]): Grant {
    return new Grant(this.roles, this.rows, names, this.isBeside)
  }

  /** Beside the records that show them alone: they are no list of their own, and not asked for by their ids. */
  beside(): Grant {
    return new Grant(this.roles, this.rows, this.only, true)
  }

  /** Whether any of these roles is among those of the grant. */
  concerns(roleKeys: ReadonlySet<string>): boolean {
    return this.roles.some((role) => roleKeys.has(role.key))
  }
}

export type Access = Grant | readonly Grant[]

export const role = (key: string, label: Labels, help?: Labels): Role => Object.freeze({ key, label, help })

/** Several roles under one name, used as a grant: `castingDesk`, `visitors.where(published)`. */
export const grantTo = (...roles: Role[]): Grant => new Grant(roles)

/** The refusal, written out: nobody may. */
export const nobody = new Grant([])

export const grantsOf = (access: Access): readonly Grant[] => (access instanceof Grant ? [access] : access)

/** The four verbs of every entity. State changes and actions name their own access or follow `update`. */
export type Verb = 'read' | 'create' | 'update' | 'delete'
export const verbs: readonly Verb[] = ['read', 'create', 'update', 'delete']
/** What a stored permission, or a grant in time, may limit itself to; each entity says which of its rows they are. */
export const scopes = ['ALL', 'DEPARTMENT', 'PROJECT', 'OWN', 'NONE'] as const
export type Scope = (typeof scopes)[number]
export type NamedScope = 'own' | 'department' | 'project'
/** How far somebody has come; the least may be limited whatever his roles say. */
export type Level = 'INTERN' | 'STANDARD' | 'SENIOR'
/** What people of a level can do at most: reach these rows only, change nothing. */
export interface LevelLimit { readonly rows?: RowRule; readonly change?: false }

export type EntityAccess = Readonly<Record<Verb, Access>>
