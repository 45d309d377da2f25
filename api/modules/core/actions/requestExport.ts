import { exportDigest } from '../../../access/exporting.ts'
import { mayList } from '../../../access/rights.ts'
import { longText } from '../../../model/fields/longText.ts'
import { text } from '../../../model/fields/text.ts'
import { ExportPermit } from '#schema/core/exportPermit.ts'
import { members } from '#schema/roles.ts'
import { action, type Work } from '../../../write/types.ts'
import { wrong } from '../../input.ts'

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
    checkList(work, String(list))
    const digest = exportDigest(String(list), String(fields), typeof filter === 'string' ? filter : null)
    await work.asHouse().create(ExportPermit, {}, { requestedBy: work.caller.principal.userId ?? '', list: String(list), fields: String(fields), ...(filter === undefined ? {} : { filter: String(filter) }), digest })
    return true
  },
})

/** Nobody is asked about what he could not have, or may take out alone. */
function checkList({ model, caller: { rights } }: Work, list: string): void {
  const entity = [...model.entities.values()].find(({ plural }) => plural === list)
  if (entity?.options.critical?.export === undefined || !mayList(rights, entity.name)) {
    throw wrong('list', 'notCritical', { fr: 'Cette liste s’exporte sans l’accord de personne, ou ne vous est pas ouverte.', en: 'This list is exported without anybody’s agreement, or is not open to you.' })
  }
}
