import type { EntityName } from '@mikro-orm/postgresql'
import type { EntityModel } from '../../model/model.ts'
import type { Change } from '../change.ts'
import { SaveError } from '../failure.ts'
import type { Session } from '../session.ts'

type Data = Record<string, unknown>

/** The class of an entity as MikroORM knows it; it never constructs one of ours by hand. */
const nameOf = (entity: EntityModel): EntityName<Data> => entity.cls as unknown as EntityName<Data>

const known = new WeakMap<EntityModel, ReadonlyMap<string, string>>()

/** The property of MikroORM that holds each column. */
function propertiesOf({ engine }: Session, entity: EntityModel): ReadonlyMap<string, string> {
  const found = known.get(entity)
  if (found) return found
  const { props } = engine.orm.getMetadata().get(nameOf(entity))
  const properties = new Map(props.flatMap((prop) => prop.fieldNames.map((column): [string, string] => [column, prop.name])))
  known.set(entity, properties)
  return properties
}

function dataOf(session: Session, { entity, assigned }: Change): Data {
  const properties = propertiesOf(session, entity)
  const data: Data = {}
  for (const { columns } of assigned.values()) {
    for (const [column, value] of Object.entries(columns)) data[properties.get(column) ?? column] = value
  }
  return data
}

/** New rows of one entity, in one statement. */
export function insertRows(session: Session, changes: readonly Change[]): Promise<void> {
  return alone(session, async () => {
    const instances = changes.map((change) => session.saving.create(nameOf(change.entity), dataOf(session, change), { partial: true }))
    await flush(session, changes)
    for (const [index, change] of changes.entries()) {
      session.versions.set(idOf(change), 1)
      takeNumbers(session, change, instances[index] ?? {})
    }
  })
}

/** What the database counted. */
function takeNumbers(session: Session, { entity, assigned }: Change, instance: Data): void {
  for (const member of entity.members.values()) {
    if (member.is !== 'field' || !member.kind.numbered) continue
    const column = member.columns[0]?.name ?? ''
    const value = instance[propertiesOf(session, entity).get(column) ?? '']
    assigned.set(member.name, { value, columns: { [column]: value } })
  }
}

/** The members of a row that changed, under the guard of its version. */
export function updateRow(session: Session, change: Change): Promise<void> {
  return alone(session, async () => {
    const id = idOf(change)
    const version = versionOf(session, change)
    const instance = session.saving.merge(nameOf(change.entity), { id, version })
    Object.assign(instance, dataOf(session, change))
    await flush(session, [change])
    session.versions.set(id, version + 1)
  })
}

export function removeRow(session: Session, entity: EntityModel, id: string): Promise<void> {
  return alone(session, async () => {
    session.saving.remove(session.saving.getReference(nameOf(entity), id))
    await flush(session, [])
    session.versions.delete(id)
  })
}

/** One after the other: a flush takes along, and then forgets, whatever stands in the unit of work. */
function alone(session: Session, run: () => Promise<void>): Promise<void> {
  const turn = session.turn.then(run)
  session.turn = turn.catch(() => undefined)
  return turn
}

/** The version that a row has by now: this transaction may have written it since it was found. */
export const versionOf = ({ versions }: Session, change: Change): number => Math.max(versions.get(idOf(change)) ?? 1, change.current?.version ?? 1)

export function idOf({ id, entity }: Change): string {
  if (id === undefined) throw new Error(`a row of ${entity.name} was to be written before it was found`)
  return id
}

async function flush(session: Session, changes: readonly Change[]): Promise<void> {
  try {
    await session.saving.flush()
  } catch (error) {
    session.failed = error
    throw new SaveError(error, changes)
  } finally {
    session.saving.clear()
  }
}
