import { v7 } from 'uuid'
import type { Rights } from '../../access/rights.ts'
import { isId } from '../../model/fields/id.ts'
import { messages } from '../../model/errors.ts'
import { entityOf, type EntityModel, type MemberModel, type Model } from '../../model/model.ts'
import { newChange, newNested, type Change, type Connection, type Nested } from '../change.ts'
import { join, type Faults } from '../faults.ts'
import { sentences } from '../messages.ts'
import type { Input } from '../types.ts'

/** What an input is read with. */
export interface Drafting {
  readonly model: Model
  readonly rights: Rights
  readonly faults: Faults
  /** Whether members that no input may give are taken too: from the house itself. */
  readonly house: boolean
  /** Reads the members of an input into a change; here because inputs nest. */
  readonly draft: (drafting: Drafting, change: Change, input: Input) => void
}

export const MAX_DEPTH = 4
export const MAX_ELEMENTS = 200

export const newId = (): string => v7()

export const isInput = (given: unknown): given is Input => typeof given === 'object' && given !== null && !Array.isArray(given)

/** An id as an input gives it; says a fault where it cannot be one. */
export function readId({ faults }: Drafting, given: unknown, path: string): string | undefined {
  if (isId(given)) return given.toLowerCase()
  faults.input(path, 'notFound', messages.notFound)
  return undefined
}

/** Notes an id that an input names. `keyed`: a foreign key stands behind it. */
export function connect({ rights, model }: Drafting, nested: Nested, given: Pick<Connection, 'target' | 'id' | 'path' | 'file' | 'missing'>, keyed: boolean): void {
  nested.connections.push({ ...given, rights, checked: false, keySays: keyed && !given.file && keyIsEnough(model, rights, given.target) })
}

/** Whoever may read every row learns from the foreign key as well as from a look-up whether there is one; where kinds share a table, it cannot tell them apart. */
const keyIsEnough = (model: Model, rights: Rights, target: EntityModel): boolean =>
  !target.parent && rights.of(target.name, 'read').rows === 'all' && target.kinds.every((kind) => rights.of(entityOf(model, kind).name, 'read').rows === 'all')

/** What the member brings about; begun anew when the member is given again. */
export function nestedOf(change: Change, member: MemberModel): Nested {
  const nested = change.nested.get(member.name) ?? newNested()
  change.nested.set(member.name, nested)
  return nested
}

type Child = Pick<Change, 'verb' | 'path' | 'id' | 'input'> & Partial<Pick<Change, 'locate' | 'within' | 'joins'>>

/** A change of another row in the same input. */
export function nest(drafting: Drafting, parent: Change, target: EntityModel, given: Child): Change | undefined {
  const { faults, rights } = drafting
  if (target.abstract) return void faults.input(given.path, 'notOffered', sentences.notOffered)
  if (parent.depth >= MAX_DEPTH) return void faults.input(given.path, 'tooDeep', sentences.tooDeep, { max: MAX_DEPTH })
  const child = newChange({ ...given, entity: target, depth: parent.depth + 1, rights })
  if (given.joins) admitted(drafting, child, given.joins.relation)
  drafting.draft(drafting, child, given.input)
  return child
}

/** Whether the caller may give this member at all; conditions on the row are kept for when it is known. */
export function admitted({ rights, faults }: Drafting, change: Change, member: MemberModel): boolean {
  const right = rights.of(change.entity.name, change.verb).field(member.name)
  if (right === 'none') {
    faults.forbid(join(change.path, member.name))
    return false
  }
  if (right !== 'all') change.conditional.set(member.name, right)
  return true
}
