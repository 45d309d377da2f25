import type { Model } from '../../model/model.ts'
import { announced } from './announce.ts'
import { checks } from './checks.ts'
import { exclusions } from './exclusions.ts'
import { ground } from './ground.ts'
import { history } from './history.ts'
import { indexes, joinIndexes } from './indexes.ts'
import { joinHistory } from './joinHistory.ts'
import type { SqlObject } from './object.ts'
import { policy } from './policy.ts'
import { search } from './search.ts'
import { firstNumbers } from './sequences.ts'
import { joinsOf, tablesOf, type Table } from './tables.ts'
import { uniqueIndexes } from './unique.ts'

/**
 * Everything in the database that is neither a table, a column nor a foreign key (those are MikroORM's),
 * in the order in which it is made: first what the tables stand on (`ground`), then what stands on them.
 */
export function objectsOf(model: Model): SqlObject[] {
  const tables = tablesOf(model)
  const joins = joinsOf(model)
  return [
    ...ground,
    ...tables.flatMap((table) => ofTable(model, table)),
    ...joins.flatMap((join) => [...joinIndexes(join), ...joinHistory(model, join), announced(join.member.table.name)]),
    ...model.derived,
  ]
}

function ofTable(model: Model, table: Table): SqlObject[] {
  const unique = uniqueIndexes(table)
  return [
    ...firstNumbers(table),
    ...search(table),
    ...[...unique, ...checks(table), ...exclusions(table)].map((guard) => guard.object),
    ...indexes(table, unique.flatMap((index) => index.covers ? [index.covers] : [])),
    ...history(model, table),
    ...policy(table),
    ...(table.entity.history ? [announced(table.name)] : []),
  ]
}
