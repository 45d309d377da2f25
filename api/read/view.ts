import { raw, type Sql } from 'sql-template-tag'
import type { GraphQLResolveInfo } from 'graphql'
import type { EntityModel, MemberModel } from '../model/model.ts'
import type { Shape } from '../model/shape.ts'
import { labelOf } from './label.ts'
import { columnsOf } from './project.ts'
import { forbid } from './refusal.ts'
import { masked, type Seen } from './scope.ts'
import { selectionAt } from './selection.ts'
import { always } from './sql.ts'
import { columnOf, fromTable, idColumn, memberOf, rootTable } from './table.ts'
import type { Reader } from './types.ts'
import { visibilityOf } from './visibility.ts'

/**
 * An entity in a statement that a module writes itself, as far as the caller may see it: the same rows,
 * fields and answers as in the statements of the read engine.
 */
export interface Sight {
  /** `"casting_offer" t0` */
  readonly from: Sql
  readonly id: Sql
  /** Which rows. */
  readonly rows: Sql
  /** Whether that is every row: then there is nothing to ask of one. */
  readonly whole: boolean
  /** @throws AppError FORBIDDEN where the caller may read the member on no row. */
  check(...members: string[]): void
  /** The stored value of a field; null on the rows where the caller may not read it. @throws AppError FORBIDDEN where that is everywhere */
  column(member: string): Sql
  /** The words by which people know the record. */
  readonly label: Sql
}

/** The same in the statement of a query, which also tells what is asked. */
export interface View extends Sight {
  /** What is asked of the record at this place of the answer, as columns for `row_to_json`. */
  columns(path: readonly string[]): Sql
}

export function viewOf(reader: Reader, info: GraphQLResolveInfo, answer: Shape | undefined, entity: EntityModel, alias = 't0'): View {
  const visibility = visibilityOf(reader.model, reader.caller.rights)
  const columns = (path: readonly string[]): Sql => columnsOf(visibility, rootTable(entity, alias), selectionAt(info, reader.model, answer, path, entity) ?? [], '')
  return Object.assign(sightOf(reader, entity, alias), { columns })
}

export function sightOf(reader: Pick<Reader, 'model' | 'caller'>, entity: EntityModel, alias = 't0'): Sight {
  const visibility = visibilityOf(reader.model, reader.caller.rights)
  const table = rootTable(entity, alias)
  const seenOf = (name: string): { member: MemberModel; seen: Seen } => {
    const member = memberOf(entity, name)
    if (!member) throw new Error(`${entity.name} has no member ${name}`)
    const seen = visibility.field(table, member)
    return seen === 'none' ? forbid(name) : { member, seen }
  }
  return {
    from: raw(fromTable(table)),
    id: raw(idColumn(table)),
    get rows() { return visibility.rows(table) ?? always },
    get whole() { return visibility.rows(table) === undefined },
    get label() { return labelOf(visibility, table) ?? raw('null::text') },
    check: (...members) => { for (const member of members) seenOf(member) },
    column: (name) => {
      const { member, seen } = seenOf(name)
      return masked(seen, raw(columnOf(table, member)))
    },
  }
}
