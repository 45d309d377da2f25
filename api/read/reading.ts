import type { GraphQLResolveInfo } from 'graphql'
import { entityOf, type EntityModel } from '../model/model.ts'
import { isShape } from '../model/shape.ts'
import { readMany } from './index.ts'
import type { Reading, RootQuery } from './rootQuery.ts'
import { decideOn } from './decide.ts'
import { emptyMarked } from './denied.ts'
import { withMoments } from './run.ts'
import { nodesAt } from './selection.ts'
import type { Reader } from './types.ts'
import { viewOf } from './view.ts'

/** What a query of a module works with, for one request. */
export function readingOf(reader: Reader, { returns }: RootQuery, info: GraphQLResolveInfo, more: Pick<Reading, 'access' | 'actions'>): Reading {
  const { model, caller } = reader
  const answer = isShape(returns) ? returns : undefined
  return {
    model, caller, reader, info, ...more,
    decideOn: (asker, entity, id, asked, field) => decideOn(model, reader.query, asker, entity, id, asked, field),
    asks: (...path) => nodesAt(info, answer, path).length > 0,
    view: (entity, alias) => viewOf(reader, info, answer, entityOf(model, entity.name), alias),
    labels: (entity, ids) => labelsOf(reader, entityOf(model, entity), ids),
    query: async (statement) => {
      const { text, values } = withMoments(statement, caller)
      const rows = await reader.query(text, values)
      emptyMarked(text, rows)
      return rows
    },
  }
}

/** A new one each time: what is made of a selection is kept with it, and it is of one entity. */
const label = () => [{ key: 'id', name: 'id', args: {} }, { key: '_label', name: '_label', args: {} }]

async function labelsOf(reader: Reader, entity: EntityModel, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const rows = reader.caller.rights.of(entity.name, 'read').rows === 'none' ? [] : await readMany(reader, entity, ids, label(), 'another')
  return new Map(rows.map((row) => [String(row['id']), typeof row['_label'] === 'string' ? row['_label'] : null]))
}
