import sql, { empty, join, raw, type Sql } from 'sql-template-tag'
import { entityOf, type BelongsToModel, type HasManyModel } from '../../model/model.ts'
import { givenByReader } from '../given.ts'
import { refuse } from '../refusal.ts'
import type { Visibility } from '../scope.ts'
import { leaving, type Kept } from './kept.ts'
import { allOf, given } from '../sql.ts'
import { columnOf, fromTable, idColumn, type Table } from '../table.ts'

/** Of which PostgreSQL finds a plan in milliseconds; of a thousand it would look for one for a minute. */
const MAX_JOINS = 40

/**
 * The related records of an export, each joined once, however many of its fields are asked, as far as the
 * caller may read them: of what he may not, the columns stay empty.
 */
export class Joins {
  readonly #visibility: Visibility
  readonly #kept: Kept
  readonly #tables = new Map<string, Table>()
  readonly #joined: Sql[] = []

  constructor(visibility: Visibility, kept: Kept = () => 'none') {
    this.#visibility = visibility
    this.#kept = kept
  }

  /** The table at the other end of a relation to one. @throws AppError BAD_USER_INPUT where there are too many of them */
  to(source: Table, member: BelongsToModel | HasManyModel, path: string): Table {
    const key = `${source.alias}.${member.name}`
    const known = this.#tables.get(key)
    if (known) return known
    if (this.#tables.size >= MAX_JOINS) refuse(path, 'tooManyRelations', { fr: 'Au plus {max} relations dans un export.', en: 'At most {max} relations in one export.' }, { max: MAX_JOINS })
    const table: Table = { entity: entityOf(this.#visibility.model, member.target), alias: `x${this.#tables.size + 1}`, depth: 0 }
    this.#tables.set(key, table)
    this.#joined.push(sql` left join ${raw(fromTable(table))} on ${allOf(given(this.#link(source, table, member), this.#readable(source, table, member), ...this.leaving(table, path)))}`)
    return table
  }

  /** What keeps back related rows that may be read and not exported. @throws AppError FORBIDDEN where none of them may be */
  leaving(table: Table, path: string): readonly Sql[] {
    return leaving(this.#visibility, table, this.#kept, path)
  }

  /** The same for records of which a row here tells: undefined where none of them may leave. */
  mayLeave(table: Table): readonly Sql[] | undefined {
    return this.#kept(table.entity.name) === 'all' ? undefined : leaving(this.#visibility, table, this.#kept, '')
  }

  /** All of them, to stand after the table that is listed. */
  get sql(): Sql {
    return this.#joined.length === 0 ? empty : join(this.#joined, '')
  }

  #link(source: Table, table: Table, member: BelongsToModel | HasManyModel): Sql {
    if (member.is === 'belongsTo') return raw(`${idColumn(table)} = ${columnOf(source, member)}`)
    const by = table.entity.members.get(member.by)
    if (!by) throw new Error(`${table.entity.name} has no member ${member.by}`)
    return raw(`${columnOf(table, by)} = ${idColumn(source)}`)
  }

  #readable(source: Table, table: Table, member: BelongsToModel | HasManyModel): Sql | undefined {
    const seen = this.#visibility.field(source, member)
    const rows = givenByReader(this.#visibility, source.entity, member) ? undefined : this.#visibility.rows(table)
    const all = given(typeof seen === 'string' ? undefined : seen, rows)
    return all.length === 0 ? undefined : allOf(all)
  }
}
