import type { GraphQLResolveInfo } from 'graphql'
import { entityOf } from '../model/model.ts'
import { isShape } from '../model/shape.ts'
import type { Reading, RootQuery } from './rootQuery.ts'
import { withMoments } from './run.ts'
import { nodesAt } from './selection.ts'
import type { Reader } from './types.ts'
import { viewOf } from './view.ts'

/** What a query of a module works with, for one request. */
export function readingOf(reader: Reader, { returns }: RootQuery, info: GraphQLResolveInfo): Reading {
  const { model, caller } = reader
  const answer = isShape(returns) ? returns : undefined
  return {
    model, caller, reader, info,
    asks: (...path) => nodesAt(info, answer, path).length > 0,
    view: (entity, alias) => viewOf(reader, info, answer, entityOf(model, entity.name), alias),
    query: (statement) => {
      const { text, values } = withMoments(statement, caller)
      return reader.query(text, values)
    },
  }
}
