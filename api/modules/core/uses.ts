import sql, { raw } from 'sql-template-tag'
import { entityOf, type MemberModel, type Model } from '../../model/model.ts'
import { columnName } from '../../model/names.ts'
import type { EntityClass } from '../../model/record.ts'
import type { Work } from '../../write/types.ts'

/** Table and column that hold the ids of the rows at this end of a relation, where the other end declares it. */
function holder(model: Model, member: MemberModel): { readonly table: string; readonly column: string } | undefined {
  if (member.is === 'hasMany') return { table: entityOf(model, member.target).table, column: columnName(member.by, 'id') }
  return member.is === 'manyToMany' && member.mirrored ? { table: member.table.name, column: member.table.source } : undefined
}

/** Whether any other record points to this one. Names come from the model. */
export async function isShownElsewhere(work: Work, entity: EntityClass, id: string): Promise<boolean> {
  const members = [...entityOf(work.model, entity.name).members.values()]
  for (const held of members.flatMap((member) => holder(work.model, member) ?? [])) {
    const rows = await work.query(sql`select 1 from ${raw(`"${held.table}"`)} where ${raw(`"${held.column}"`)} = ${id} limit 1`)
    if (rows.length > 0) return true
  }
  return false
}
