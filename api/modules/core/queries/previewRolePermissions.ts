import sql from 'sql-template-tag'
import { changeOf, decisionOn } from '../../../access/explain.ts'
import type { Permission } from '../../../access/permission.ts'
import type { Caller } from '../../../access/principal.ts'
import type { Rights } from '../../../access/rights.ts'
import { notFound } from '../../../model/errors.ts'
import { isInput, type EntityModel } from '../../../model/model.ts'
import { shape } from '../../../model/shape.ts'
import { rootQuery, type Reading } from '../../../read/rootQuery.ts'
import { Role } from '#schema/core/role.ts'
import { User } from '#schema/core/user.ts'
import { administrators } from '#schema/roles.ts'
import { actsOn, entitiesIn } from '../access.ts'
import { permissionsArgument, proposedIn, type Proposed } from '../rolePermissions.ts'

const RightsChange = shape('RightsChange', {
  user: { type: () => User },
  gains: { type: 'String', many: true, required: true, description: 'What he could do then and cannot now.' },
  loses: { type: 'String', many: true, required: true },
}, 'What a change of a role would mean to one person.')

/** People whose rights are compared; they are told in the order of their names. */
const MAX_PEOPLE = 200

/** What would be, from rights that are compiled as those of tomorrow's requests would be. Nothing is written. */
export default rootQuery({
  name: 'previewRolePermissions',
  description: 'Who would gain or lose what if a role had these permissions: before they are saved.',
  access: administrators,
  args: { role: { kind: 'record', entity: () => Role, options: { required: true } }, permissions: permissionsArgument },
  returns: RightsChange,
  many: true,
  run: async (reading, { role, permissions }) => {
    const [found] = await reading.query(sql`select key, name from role where id = ${String(role)}::uuid`)
    if (!found) throw notFound('role')
    const key = String(found['key'])
    const proposed = proposedIn(permissions).map((one) => asPermission(reading, one, key, String(found['name'])))
    const holders = await reading.access.callersOf(await holdersOf(reading, String(role)))
    const changes = new Map<string, Pick<Change, 'gains' | 'loses'>>()
    return holders.map((person) => {
      const change = changes.get(person.rights.key) ?? changeFor(reading, person, key, proposed)
      changes.set(person.rights.key, change)
      return { user: person.principal.userId, ...change }
    }).filter(({ gains, loses }) => gains.length + loses.length > 0)
  },
})

interface Change { readonly gains: readonly string[]; readonly loses: readonly string[] }

async function holdersOf(reading: Reading, role: string): Promise<readonly string[]> {
  const rows = await reading.query(sql`select u.id from "user" u where u.state <> 'DELETED'
    and (exists (select 1 from user_roles ur where ur.user_id = u.id and ur.role_id = ${role}::uuid) or exists (select 1 from department d where d.id = u.department_id and d.default_role_id = ${role}::uuid))
    order by u.full_name limit ${MAX_PEOPLE}`)
  return rows.map((row) => String(row['id']))
}

const asPermission = ({ model }: Reading, { entityType, ...one }: Proposed, key: string, name: string): Permission =>
  ({ ...one, id: 'proposed', version: 0, entity: entityType, known: new Set(model.entities.get(entityType)?.members.keys() ?? []), holder: { is: 'role', key, name } })

function changeFor(reading: Reading, { principal, rights }: Caller, key: string, proposed: readonly Permission[]): Change {
  const tomorrow = reading.access.rightsWith(principal, key, proposed)
  const [gains, loses]: [string[], string[]] = [[], []]
  for (const entity of entitiesIn(reading.model)) {
    for (const { what, before, after: later } of compared(reading, entity, rights, tomorrow)) {
      const change = changeOf(before, later)
      if (change.gains) gains.push(what)
      if (change.loses) loses.push(what)
    }
  }
  return { gains, loses }
}

/** A field is told apart where what may be done with its entity as a whole stays as it is. */
function compared({ actions, caller: { principal: { locale } } }: Reading, entity: EntityModel, now: Rights, then: Rights) {
  return actsOn(entity, actions).flatMap(({ name, label, declared }) => {
    const [before, after] = [now, then].map((rights) => decisionOn(rights, { entity, action: name, declared }).rows) as [Rows, Rows]
    const what = `${entity.label[locale]} · ${label[locale]}`
    const whole = { what, before, after }
    if (!['READ', 'CREATE', 'UPDATE'].includes(name) || after === 'none' || before === 'none') return [whole]
    return [whole, ...[...entity.members.values()].filter((member) => !member.options.hidden && (name === 'READ' || isInput(member))).map((member) => {
      const [had, has] = [now, then].map((rights) => decisionOn(rights, { entity, action: name, field: member.name }).field) as [Rows, Rows]
      return { what: `${what} · ${member.label[locale]}`, before: had, after: has }
    })]
  })
}
type Rows = ReturnType<typeof decisionOn>['rows']
