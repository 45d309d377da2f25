import sql from 'sql-template-tag'
import type { EntityModel } from '../../model/model.ts'
import { ident } from '../rowSql.ts'
import type { Session } from '../session.ts'

/** Lets the versions of a row that came back go on after its last one: the history finds changes by them. */
export async function continueVersions(session: Session, entity: EntityModel, id: string, last: number): Promise<void> {
  const { text, values } = sql`update ${ident(entity.table)} set version = version + ${last} where id = ${id} returning version`
  const [row] = await session.query(text, values)
  session.versions.set(id, Number(row?.['version']))
}
