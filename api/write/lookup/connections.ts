import sql, { raw, type Sql } from 'sql-template-tag'
import type { EntityModel } from '../../model/model.ts'
import { messages } from '../../model/errors.ts'
import type { Connection } from '../change.ts'
import type { Faults } from '../faults.ts'
import { sentences } from '../messages.ts'
import { ID, ofKind, oneOf, readable, ROW, tableOf } from '../rowSql.ts'
import { groupBy, type LookUp, type Part } from './part.ts'

/** Questions for the ids that an input names: one per entity. */
export function connectionParts({ scope, faults }: LookUp, connections: readonly Connection[]): Part[] {
  const groups = groupBy(connections.filter((connection) => !connection.checked), ({ target, rights, file }) => `${target.name} ${rights.key} ${file ? 'file' : ''}`)
  return groups.flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { target, rights } = first
    const ids = [...new Set(group.map((connection) => connection.id))]
    return [{ ask: connectionSql(target, ids, readable(target, scope.session.engine, { principal: scope.caller.principal, rights })), take: (answer: unknown) => take(group, answer, faults) }]
  })
}

interface FoundFile {
  readonly id: string
  readonly mimeType?: string
  readonly size?: number
}

function connectionSql(target: EntityModel, ids: readonly string[], known: Sql): Sql {
  const columns = ['mimeType', 'size'].flatMap((name) => {
    const column = target.members.get(name)?.columns[0]
    return column ? [`, '${name}', ${ROW}."${column.name}"`] : []
  })
  return sql`select json_agg(json_build_object('id', ${ID}${raw(columns.join(''))})) from ${tableOf(target)}
    where ${oneOf(ID, ids)} and ${ofKind(target)} and ${known}`
}

function take(group: readonly Connection[], answer: unknown, faults: Faults): void {
  const found = new Map(((answer ?? []) as readonly FoundFile[]).map((row) => [row.id, row]))
  for (const connection of group) {
    connection.checked = true
    const row = found.get(connection.id)
    if (!row) faults.add(connection.missing ?? 'BAD_USER_INPUT', { path: connection.path, reason: 'notFound', message: messages.notFound })
    else if (connection.file) checkFile(connection, row, faults)
  }
}

/** What a file relation accepts; the type was found from the content when the file came. */
function checkFile({ file, path }: Connection, { mimeType = '', size = 0 }: FoundFile, faults: Faults): void {
  const max = file?.maxBytes ?? MAX_BYTES
  if (file && !file.accept.includes(mimeType)) faults.input(path, 'fileType', sentences.fileType, { accept: file.accept.join(', ') })
  if (size > max) faults.input(path, 'fileSize', sentences.fileSize, { max })
}

const MAX_BYTES = 25 * 1024 * 1024
