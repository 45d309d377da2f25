import type { MemberModel, Model } from '../../model/model.ts'
import { AUDIT, actor, actorValues, auditInsert, auditTable, entityName } from './audit.ts'
import { auditChain } from './auditChain.ts'
import { literal, quote, shorten } from './names.ts'
import type { SqlObject } from './object.ts'
import type { Stored, Table } from './tables.ts'
import { trigger } from './trigger.ts'

/**
 * What keeps the history of a table: a function that compares its columns one by one and a trigger that
 * calls it. Written out per table because that is twice as fast as comparing rows as jsonb, and because
 * each value is then told in the form of the API, by the very expression that the read engine uses.
 */
export function history(model: Model, table: Table): SqlObject[] {
  if (table.entity.options.appendOnly) return isChained(table) ? [...auditChain(table), untruncated(table)] : [appendOnly(table)]
  const audit = auditTable(model)
  const triggers = [touched(table)]
  return audit === undefined || !table.entity.history ? triggers : [...triggers, noted(audit, table), untruncated(table)]
}

/** The audit trail of an installation; that of a test may do without its chain. */
const isChained = (table: Table): boolean => table.entity.name === AUDIT && table.entity.members.has('salt')

/** The unit of work moves version and time itself and never pays for the call. */
const touched = (table: Table): SqlObject => ({
  ...trigger(table.name, 'touch', 'before update', 'for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()'),
  needs: ['function touch'],
})

const untruncated = (table: Table): SqlObject => ({
  ...trigger(table.name, 'refuse_truncate', 'before truncate', 'for each statement execute function refuse_change()'),
  needs: ['function refuse_change'],
})

/** By row for updates and deletions: a statement that meets no row (a foreign key that looks for users) is no change. */
function appendOnly(table: Table): SqlObject {
  const rows = trigger(table.name, 'append_only', 'before update or delete', 'for each row execute function refuse_change()')
  const all = untruncated(table)
  return { ...rows, create: `${rows.create};\n${all.create}`, drop: `${rows.drop};\n${all.drop}`, needs: ['function refuse_change'] }
}

function noted(audit: string, table: Table): SqlObject {
  const name = shorten(`history_of_${table.name}`)
  const after = trigger(table.name, 'history', 'after insert or update or delete', `for each row execute function ${quote(name)}()`)
  return {
    name: `history of ${table.name}`, replaces: true, needs: ['function change_of'],
    create: `${functionText(name, audit, table)};\n${after.create}`,
    drop: `${after.drop};\ndrop function if exists ${quote(name)}()`,
  }
}

/** In an INSERT the old row is all null, in a DELETE the new one: one comparison says all three. */
function functionText(name: string, audit: string, table: Table): string {
  return `create or replace function ${quote(name)}() returns trigger language plpgsql as $history$
declare
  changed text := ${joined(changesOf(table))};
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := ${actor};
  ${auditInsert(audit)} values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    ${entityName(table, 'coalesce(new.kind, old.kind)')}, coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, ${actorValues});
  return null;
end $history$`
}

/** Texts with commas between; a call takes at most a hundred arguments. */
function joined(texts: readonly string[]): string {
  const chunks = Array.from({ length: Math.ceil(texts.length / 90) }, (_, index) => texts.slice(index * 90, (index + 1) * 90))
  const calls = chunks.map((chunk) => `concat_ws(',',\n    ${chunk.join(',\n    ')})`)
  return calls.length === 1 ? calls[0] ?? `''` : `concat_ws(',', ${calls.map((call) => `nullif(${call}, '')`).join(', ')})`
}


/** Told by the entry itself, or of no interest to people. */
const untold: ReadonlySet<string> = new Set(['id', 'version', 'updatedAt'])
/** Told by the entry itself when the row is made. */
const toldOnCreate: ReadonlySet<string> = new Set(['createdAt', 'createdBy'])

/** One text per member that changed: `"title":{"from":…,"to":…}`. Kinds that declare the same member share its column. */
function changesOf(table: Table): string[] {
  const members = new Map(table.stored.map((stored): [string, Stored] => [stored.member.name, stored]))
  return [...members.values()].filter(({ member }) => !untold.has(member.name)).map(({ member }) => change(member))
}

function change(member: MemberModel): string {
  const row = (name: 'old' | 'new'): string => member.columns.map((column) => `${name}.${quote(column.name)}`).join(', ')
  const differs = member.columns.length === 1 ? `${row('new')} is distinct from ${row('old')}` : `(${row('new')}) is distinct from (${row('old')})`
  const when = toldOnCreate.has(member.name) ? `tg_op <> 'INSERT' and ${differs}` : differs
  return `case when ${when} then change_of(${literal(member.name)}, ${told(member, 'old')}, ${told(member, 'new')}) end`
}

/** A value as JSON; of a secret only whether there is one. */
function told(member: MemberModel, row: 'old' | 'new'): string {
  const column = (part: string): string => `${row}.${quote(member.columns.find((one) => one.part === part)?.name ?? '')}`
  return `to_json(${isSecret(member) ? `case when ${column('')} is not null then '•' end` : value(member, column)})`
}

function value(member: MemberModel, column: (part: string) => string): string {
  if (member.is === 'field') return member.kind.select(column, member)
  return member.is === 'anyOf' ? `case when ${column('')} is not null then json_build_object('entity', ${column('entity')}, 'id', ${column('')}) end` : column('')
}

/** What is encrypted, and what proves who somebody is. */
const isSecret = (member: MemberModel): boolean => member.options.hidden === true || (member.is === 'field' && member.kind.reveal === true)
