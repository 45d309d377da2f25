import type { SqlObject } from './object.ts'

/** What to run before the tables change and what after. */
export interface Around {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/**
 * The way from one set of objects to another. What stands on something that changes is taken down and put
 * up again with it; in both directions the order of the declarations holds.
 */
export function objectsDifference(from: readonly SqlObject[], to: readonly SqlObject[]): Around {
  const known = new Map(from.map((object) => [object.name, object]))
  const wanted = new Map(to.map((object) => [object.name, object]))
  const gone = withDependents(from.filter((object) => isGone(object, wanted.get(object.name))), from)
  const dropped = from.filter((object) => gone.has(object.name)).reverse()
  const created = to.filter((object) => gone.has(object.name) || known.get(object.name)?.create !== object.create)
  const staysGround = (object: SqlObject): boolean => object.ground === true && !wanted.has(object.name)
  return {
    // Ground that is no longer wanted goes last: a column may still use it until the tables have changed.
    before: [...drops(dropped.filter((object) => !object.ground)), ...drops(dropped.filter((object) => object.ground && !staysGround(object))), ...creates(created.filter((object) => object.ground))],
    after: [...drops(dropped.filter(staysGround)), ...creates(created.filter((object) => !object.ground))],
  }
}

const drops = (objects: readonly SqlObject[]): string[] => objects.map((object) => object.drop).filter(Boolean)
const creates = (objects: readonly SqlObject[]): string[] => objects.map((object) => object.create)

const isGone = (object: SqlObject, next: SqlObject | undefined): boolean =>
  next === undefined || (next.create !== object.create && !next.replaces)

/** The names of objects and of everything that stands on them. */
function withDependents(objects: readonly SqlObject[], all: readonly SqlObject[]): Set<string> {
  const names = new Set(objects.map((object) => object.name))
  for (let size = -1; size !== names.size;) {
    size = names.size
    for (const object of all) if (object.needs?.some((need) => names.has(need))) names.add(object.name)
  }
  return names
}

/** One line per object that differs, for a person. */
export function describeObjects(from: readonly SqlObject[], to: readonly SqlObject[]): string[] {
  const known = new Map(from.map((object) => [object.name, object]))
  const wanted = new Set(to.map((object) => object.name))
  return [
    ...from.filter((object) => !wanted.has(object.name)).map((object) => `${object.name}: is no longer declared`),
    ...to.filter((object) => known.get(object.name)?.create !== object.create).map((object) => `${object.name}: ${known.has(object.name) ? 'has changed' : 'is new'}`),
  ]
}
