import { createHash } from 'node:crypto'
import { longText } from '../../../model/fields/longText.ts'
import { text } from '../../../model/fields/text.ts'
import { ExportPermit } from '#schema/core/exportPermit.ts'
import { members } from '#schema/roles.ts'
import { action } from '../../../write/types.ts'

/** Asks a second person to agree to an export; the door for exports does so by itself, and lets through what was agreed to. */
export default action<ExportPermit>({
  name: 'requestExport',
  on: ExportPermit,
  scope: 'entity',
  label: { fr: 'Exporter des contacts', en: 'Export contacts' },
  access: members,
  critical: true,
  args: {
    list: { kind: text, options: { required: true, label: { fr: 'Liste', en: 'List' } } },
    fields: { kind: longText, options: { required: true, label: { fr: 'Champs', en: 'Fields' } } },
    filter: { kind: longText, options: { label: { fr: 'Filtre', en: 'Filter' } } },
  },
  returns: 'Boolean',
  run: async (work, { list, fields, filter }) => {
    const digest = createHash('sha256').update(JSON.stringify([list, fields, filter ?? null])).digest('hex')
    await work.asHouse().create(ExportPermit, {}, { requestedBy: work.caller.principal.userId ?? '', list: String(list), fields: String(fields), ...(filter === undefined ? {} : { filter: String(filter) }), digest })
    return true
  },
})
