import { houseRights } from '../access/rights.ts'
import type { Caller } from '../access/principal.ts'
import { writeMail } from '../mail/outbox.ts'
import type { EntityModel } from '../model/model.ts'
import type { EntityClass } from '../model/record.ts'
import type { AnyWhere } from '../model/where.ts'
import type { StoredRow } from './change.ts'
import { join } from './faults.ts'
import { createRows } from './operations/create.ts'
import { countWhere, readRow, readWhere } from './operations/find.ts'
import { moveRecord } from './operations/move.ts'
import { removeRecord } from './operations/remove.ts'
import { setMembers, updateRecord } from './operations/update.ts'
import { noteAction } from './critical/note.ts'
import { replay } from './critical/replay.ts'
import { asPlaced } from './place.ts'
import { settingNow } from './setting.ts'
import { entityOfClass, type Scope, type Session } from './session.ts'
import type { Input, Stored, Work } from './types.ts'

const MAX_REACTIONS = 20

/**
 * A transaction with the rights that count in it, for one place of the caller's input. `depth` tells how
 * many reactions led here, each to the one before it: a circle of them ends with an error that says so.
 */
export function newScope(session: Session, caller: Caller, path = '', depth = 0): Scope {
  if (depth > MAX_REACTIONS) throw new Error(`reactions cause each other without end, at last at "${path}"`)
  let work: Work | undefined
  const scope: Scope = {
    session, caller, path,
    get work() { return (work ??= newWork(scope, depth)) },
    at: (place) => (place === path ? scope : newScope(session, caller, place, depth)),
    as: (other) => newScope(session, other, path, depth),
    reacting: (place) => newScope(session, caller, place, depth + 1),
  }
  return scope
}

function newWork(scope: Scope, depth: number): Work {
  const { session, caller, path } = scope
  const { engine } = session
  return {
    model: engine.model, caller, now: session.now, actions: engine.code.flatMap(({ actions }) => actions),
    get em() { return session.moduleEm() },
    asHouse: () => newScope(session, { principal: caller.principal, rights: houseRights }, path, depth).work,
    at: (place) => scope.at(join(path, place)).work,
    ...writing(scope),
    ...reading(scope),
    query: ({ text, values }) => session.query(text, values),
    run: session.query,
    afterRefusal: (then) => void session.remains.push((fresh) => then(newScope(fresh, caller).work.asHouse())),
    needsSecond: (cls, id) => noteAction(scope, cls.name, id),
    callerFor: (userId) => engine.callerFor?.(session.query, userId, caller.principal) ?? Promise.resolve(undefined),
    replay: (operation, as, keep) => replay(scope, operation, as, keep),
    setting: (setting) => settingNow(session.query, setting),
    decrypt: (stored) => engine.cipher.decrypt(stored),
    get publicUrl() { return engine.publicUrl?.() ?? '' },
    mail: (mail) => writeMail(session.query, (name, data, jobOptions = {}) => engine.enqueue(session.query, name, data, jobOptions), mail),
    enqueue: (job, data, options = {}) => engine.enqueue(session.query, job, data, options),
  }
}

function writing(scope: Scope): Pick<Work, 'create' | 'createMany' | 'update' | 'remove' | 'move' | 'set'> {
  const { session } = scope
  const of = (cls: EntityClass): EntityModel => entityOfClass(session, cls)
  return {
    create: async (cls, input, values) => {
      const [id = ''] = await asPlaced(() => createRows(scope, of(cls), [{ path: scope.path, input, values: asInput(values) }]))
      return id
    },
    createMany: (cls, inputs, values) =>
      asPlaced(() => createRows(scope, of(cls), inputs.map((input, index) => ({ path: join(scope.path, index), input, values: asInput(values?.[index]) })))),
    update: (cls, id, input, expectedVersion) => asPlaced(() => updateRecord(scope, of(cls), id, input, expectedVersion)),
    remove: (cls, id) => asPlaced(() => removeRecord(scope, of(cls), id)),
    move: (cls, id, move, expectedVersion) => asPlaced(() => moveRecord(scope, of(cls), id, move, expectedVersion)),
    set: (cls, id, values) => asPlaced(() => setMembers(scope, of(cls), id, asInput(values) ?? {})),
  }
}

function reading(scope: Scope): Pick<Work, 'row' | 'rows' | 'count'> {
  return {
    row: async <T extends object>(cls: EntityClass<T>, id: string, lock = false) => {
      const row = await readRow(scope, entityOfClass(scope.session, cls), id, lock ? 'for no key update' : '')
      return row && typed<T>(row)
    },
    rows: async <T extends object>(cls: EntityClass<T>, where: object, limit?: number) =>
      (await readWhere(scope, entityOfClass(scope.session, cls), where as AnyWhere, limit)).map((row) => typed<T>(row)),
    count: (cls, where) => countWhere(scope, entityOfClass(scope.session, cls), where as AnyWhere),
  }
}

// The values of an entity, and its stored rows, have the shape of their class; inside of the engine one shape stands for all.
const asInput = (values: object | undefined): Input | undefined => values as Input | undefined
const typed = <T>(row: StoredRow): Stored<T> => row as Stored<T>
