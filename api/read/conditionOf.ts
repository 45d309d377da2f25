import type { Sql } from 'sql-template-tag'
import type { Caller } from '../access/principal.ts'
import type { EntityModel, Model } from '../model/model.ts'
import type { AnyWhere } from '../model/where.ts'
import { trustedCondition } from './filter.ts'
import { withMoments } from './run.ts'
import { rootTable } from './table.ts'
import { visibilityOf } from './visibility.ts'

/**
 * The condition of a declaration on the rows that stand under an alias (any but `t1`, `j1`…), with the
 * caller's moments in it: for statements of others. Negations are null-safe: `ne`, `notIn`, `not`, `none` and `hasNone`
 * hold for whatever the opposite does not hold for, empty fields included.
 */
export const conditionOf = (model: Model, entity: EntityModel, where: AnyWhere, caller: Caller, alias: string): Sql =>
  withMoments(trustedCondition(visibilityOf(model, caller.rights), rootTable(entity, alias), where), caller)
