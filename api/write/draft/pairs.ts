import { messages } from '../../model/errors.ts'
import { entityOf, type EntityModel, type ManyToManyModel } from '../../model/model.ts'
import type { Change } from '../change.ts'
import { join } from '../faults.ts'
import { sentences } from '../messages.ts'
import { connect as note, isInput, nest, nestedOf, newId, readId, type Drafting } from './drafting.ts'
import { readToMany, type ToMany } from './verbs.ts'

/** A many-to-many: its pairs, and rows at the other end that are written in the same input. */
export function draftPairs(drafting: Drafting, change: Change, member: ManyToManyModel, given: unknown): void {
  const path = join(change.path, member.name)
  const asked = readToMany(drafting, given, path)
  if (asked.order && !member.ordered) return drafting.faults.input(path, 'notOffered', sentences.notOffered)
  const target = entityOf(drafting.model, member.target)
  const nested = nestedOf(change, member)
  const connect = (list: readonly unknown[] | undefined): string[] => readIds(drafting, list, path, (id, at) => note(drafting, nested, { target, id, path: at, file: undefined }, true))
  const set = asked.set && connect(asked.set)
  const add = [...connect(asked.connect), ...created(drafting, change, member, target, asked, path)]
  nested.pairs = {
    member, path, add, set, remove: readIds(drafting, asked.disconnect, path), order: asked.order && readIds(drafting, asked.order, path),
    among: updated(drafting, change, member, target, asked, path),
    current: change.verb === 'create' ? [] : undefined,
  }
}

function readIds(drafting: Drafting, list: readonly unknown[] | undefined, path: string, each?: (id: string, path: string) => void): string[] {
  const ids = new Set<string>()
  for (const [at, given] of (list ?? []).entries()) {
    const here = join(path, at)
    const id = readId(drafting, given, here)
    if (id === undefined || ids.has(id)) continue
    ids.add(id)
    each?.(id, here)
  }
  return [...ids]
}

function created(drafting: Drafting, change: Change, member: ManyToManyModel, target: EntityModel, asked: ToMany, path: string): string[] {
  return (asked.create ?? []).flatMap((input, at) => {
    const here = join(path, at)
    if (!isInput(input)) {
      drafting.faults.input(here, 'required', messages.required)
      return []
    }
    const id = newId()
    const child = nest(drafting, change, target, { verb: 'create', path: here, id, input })
    if (child) nestedOf(change, member).before.push(child)
    return child ? [id] : []
  })
}

function updated(drafting: Drafting, change: Change, member: ManyToManyModel, target: EntityModel, asked: ToMany, path: string): { id: string; path: string }[] {
  return (asked.update ?? []).flatMap((element, at) => {
    const here = join(path, at)
    if (!isInput(element) || !isInput(element['input'])) {
      drafting.faults.input(here, 'notRelation', sentences.notRelation, { verbs: 'id, input' })
      return []
    }
    const id = readId(drafting, element['id'], here)
    // A new row has only those that it is given together with the change.
    if (change.verb === 'create' && id !== undefined && !asked.connect?.some((other) => other === element['id'])) drafting.faults.input(here, 'notAmong', sentences.notAmong)
    const child = id === undefined ? undefined : nest(drafting, change, target, { verb: 'update', path: here, id, input: element['input'] })
    if (child) nestedOf(change, member).before.push(child)
    return id === undefined ? [] : [{ id, path: here }]
  })
}
