import { compileRights, mayList, type Rights, type Rows } from '../access/rights.ts'
import { grantsOf, verbs, type Verb } from '../model/access.ts'
import { isInput, type EntityModel, type MemberModel, type Model } from '../model/model.ts'
import type { Action } from '../write/types.ts'

/**
 * Role × entity × action × field as a page to read: what each role adds by itself. Checked in, so that
 * widened access is a line in a diff.
 */
export function emitPermissions(model: Model, actions: readonly Action[]): string {
  const roles = [...model.roles.keys()]
  const parts = [...model.entities.values()].sort((a, b) => a.name.localeCompare(b.name)).map((entity) => section(model, entity, roles, actions.filter(({ on }) => on === entity.cls)))
  return ['# Permissions', '', 'Written by `npm run generate` from the declarations. Do not edit. `●` all rows, `◐` some rows (the rules stand below), `◇` some rows, beside the records that show them alone, `–` none; in italics moves and actions.', '', ...parts].join('\n')
}

const mark = (rows: Rows): string => (rows === 'all' ? '●' : rows === 'none' ? '–' : '◐')

function markOf(rights: Rights | undefined, entity: string, verb: Verb): string {
  const rows = rights?.of(entity, verb).rows ?? 'none'
  return rows !== 'none' && verb === 'read' && rights && !mayList(rights, entity) ? '◇' : mark(rows)
}

function section(model: Model, entity: EntityModel, roles: readonly string[], actions: readonly Action[]): string {
  const rightsOf = new Map(roles.map((role) => [role, compileRights(model, new Set([role]))]))
  const row = (name: string, of: (role: string) => string): string => `| ${name} | ${roles.map(of).join(' | ')} |`
  const used = verbs.filter((verb) => !entity.readOnly || verb === 'read')
  const lines = used.map((verb) => row(`**${verb}**`, (role) => markOf(rightsOf.get(role), entity.name, verb)))
  const acts = [...entity.moves.map(({ name, access }) => ({ name, access })), ...actions]
    .map(({ name, access }) => row(`*${name}*`, (role) => mark(rightsOf.get(role)?.action(entity.name, name, access && grantsOf(access)) ?? 'none')))
  const fields = [...entity.members.values()].filter((member) => member.name !== 'id').map((member) => row(member.name, (role) => fieldMark(member, rightsOf.get(role), entity)))
  const rules = [...new Set(verbs.flatMap((verb) => entity.grants[verb].flatMap((grant) => (grant.rows && Object.keys(grant.rows.where).length > 0 ? [`\`${grant.rows.name}\`: ${grant.rows.label.en}`] : []))))]
  return [`## ${entity.name}`, '', `| | ${roles.join(' | ')} |`, `|---|${roles.map(() => '---|').join('')}`, ...lines, ...acts, ...fields, '', ...(rules.length > 0 ? [`Rules of rows: ${rules.join('; ')}.`, ''] : []), ...limitsOf(entity)].join('\n')
}

/** What stored permissions and levels can do with it. */
function limitsOf({ options: { scopes = {}, levels = {}, fixedAccess } }: EntityModel): string[] {
  const told = [
    ...(fixedAccess ? ['No stored permission or grant touches these rights.'] : []),
    ...Object.entries(scopes).map(([name, rule]) => `Scope \`${name}\`: ${rule.label.en}.`),
    ...Object.entries(levels).map(([name, limit]) => `Level \`${name}\`: ${limit.rows ? `only ${limit.rows.label.en}` : 'all rows'}${limit.change === false ? ', changes nothing' : ''}.`),
  ]
  return told.length > 0 ? [told.join(' '), ''] : []
}

/** `r` readable, `c` at creation, `u` afterwards; in brackets where on some rows only. */
function fieldMark(member: MemberModel, rights: Rights | undefined, entity: EntityModel): string {
  const given = entity.readOnly || !isInput(member) ? (['read'] as const) : (['read', 'create', 'update'] as const)
  const letters = given.map((verb) => {
    const of = rights?.of(entity.name, verb)
    const rows = !of || of.rows === 'none' ? 'none' : of.field(member.name)
    return rows === 'none' ? '' : rows === 'all' ? verb.charAt(0) : `(${verb.charAt(0)})`
  }).join('')
  return letters || '–'
}
