import { text, type TextOptions } from '../../../model/fields/text.ts'
import type { Labels } from '../../../model/labels.ts'
import { administrators } from '#schema/roles.ts'
import { Permission } from '#schema/core/permission.ts'
import { Role } from '#schema/core/role.ts'
import { action, type Work } from '../../../write/types.ts'
import { wrong } from '../../input.ts'
import { actLabel } from '../access.ts'
import { copyOf, type Copied } from '../copiedRole.ts'
import { fixedRoles } from '../permissions.ts'
import { keyOf, type Proposed } from '../rolePermissions.ts'

const keyOptions: TextOptions & { readonly label: Labels } = { required: true, max: 40, label: { fr: 'Clé', en: 'Key' }, help: { fr: 'Une minuscule, puis des lettres et des chiffres.', en: 'A small letter, then letters and digits.' } }
const nameOptions: TextOptions & { readonly label: Labels } = { required: true, max: 80, label: { fr: 'Nom', en: 'Name' } }

/**
 * A role that starts as another one is, to be changed afterwards. It gives nobody anything that could not be
 * given as it is, so it takes no second person; to change it does.
 */
export default action<Role>({
  name: 'copyRole',
  on: Role,
  label: { fr: 'Copier ce rôle', en: 'Copy this role' },
  access: administrators,
  args: {
    key: { kind: text, options: keyOptions },
    name: { kind: text, options: nameOptions },
  },
  returns: Role,
  run: async (work, { id, key, name }) => {
    const source = await work.row(Role, id, true)
    if (source?.key == null || fixedRoles.has(source.key)) throw wrong('id', 'fixedRole', { fr: 'Les droits de ce rôle sont ceux du programme.', en: 'The rights of this role are those of the program.' })
    const copied = copyOf(work.model, work.actions, source.key)
    const made = await work.create(Role, { key, name, description: described(work, String(source.name), copied) })
    const house = work.asHouse()
    const stored = (await work.rows(Permission, { role: { id: { eq: id } } })) as unknown as readonly Proposed[]
    const all = new Map([...copied.permissions, ...stored].map((one) => [keyOf(one), one]))
    for (const { entityType, action: act, field, scope, effect } of all.values()) {
      await house.create(Permission, { role: { connect: made }, entityType, action: act, scope, effect, ...(field == null ? {} : { field }) })
    }
    return made
  },
})

const MOST = 900

/** What a copy cannot hold is said where people see it. */
function described(work: Work, source: string, { left }: Copied): string {
  const { locale } = work.caller.principal
  const names = [...new Set(left.map(({ entity, action: act }) => actLabel({ entity, action: act, field: undefined, declared: undefined }, work.actions, locale).concat(' · ', entity.label[locale])))]
  const from = { fr: `Copie de « ${source} ».`, en: `Copy of “${source}”.` }[locale]
  const missing = { fr: 'Non repris, car limité à des lignes que seul le programme connaît :', en: 'Left out, being limited to rows that only the program knows:' }[locale]
  return (names.length === 0 ? from : `${from} ${missing} ${names.join(', ')}.`).slice(0, MOST)
}
