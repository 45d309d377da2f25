import { isInput, MAX_ELEMENTS, type Drafting } from './drafting.ts'
import { sentences } from '../messages.ts'
import type { Input } from '../types.ts'

/** What an input asks of a relation to one. */
export interface ToOne {
  readonly connect?: unknown
  readonly create?: Input
  readonly update?: Input
  readonly disconnect?: true
}

/** What an input asks of a relation to many; each list by its verb. */
export interface ToMany {
  readonly connect?: readonly unknown[]
  readonly disconnect?: readonly unknown[]
  readonly create?: readonly unknown[]
  readonly update?: readonly unknown[]
  readonly set?: readonly unknown[]
  readonly order?: readonly unknown[]
}

const toOneVerbs = ['connect', 'create', 'update', 'disconnect']
const toManyVerbs = ['connect', 'disconnect', 'create', 'update', 'set', 'order']

/** The forms of a relation to one: null, an id, or one verb (or a connection together with a change). */
export function readToOne({ faults }: Drafting, given: unknown, path: string): ToOne {
  if (given === null) return { disconnect: true }
  if (typeof given === 'string') return { connect: given }
  const asked = isInput(given) ? givenVerbs(given) : undefined
  if (asked && fits(asked)) return asked
  faults.input(path, 'notRelation', sentences.notRelation, { verbs: toOneVerbs.join(', ') })
  return {}
}

/** Verbs with a value: clients send `null`, and `disconnect: false`, for what they do not ask. */
const givenVerbs = (given: Input): Input => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined && value !== false))

function fits(asked: Input): asked is Input & ToOne {
  const verbs = Object.keys(asked)
  const alone = verbs.length <= 1 || (verbs.length === 2 && 'connect' in asked && 'update' in asked)
  return alone && verbs.every((verb) => toOneVerbs.includes(verb))
    && ['create', 'update'].every((verb) => !(verb in asked) || isInput(asked[verb]))
    && (!('disconnect' in asked) || asked['disconnect'] === true)
}

/** The forms of a relation to many: a list of ids, which shall be all, or lists by verb. */
export function readToMany({ faults }: Drafting, given: unknown, path: string): ToMany {
  const asked = Array.isArray(given) ? { set: given } : isInput(given) ? givenVerbs(given) : undefined
  if (!asked || !Object.keys(asked).every((verb) => toManyVerbs.includes(verb)) || ('set' in asked && ('connect' in asked || 'disconnect' in asked))) {
    faults.input(path, 'notRelation', sentences.notRelation, { verbs: toManyVerbs.join(', ') })
    return {}
  }
  const lists = Object.values(asked)
  if (lists.every(Array.isArray) && lists.every((list) => list.length <= MAX_ELEMENTS)) return asked
  faults.input(path, 'notList', sentences.notList, { max: MAX_ELEMENTS })
  return {}
}
