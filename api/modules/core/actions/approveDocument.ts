import { administrators } from '#schema/roles.ts'
import { documentDeskOf, type DocumentDoor } from '../../../ports/documents.ts'
import { documentStep, twoPeople } from '../documentLife.ts'

export default documentStep({
  name: 'approveDocument',
  label: { fr: 'Approuver', en: 'Approve' },
  help: { fr: 'Elle pourra être mise en service. Lisez d’abord ce qu’elle divulgue.', en: 'It may then be put into service. Read first what it discloses.' },
  access: administrators, from: ['SUBMITTED'], to: 'APPROVED',
  writes: async (work, document) => {
    const approvedBy = await twoPeople(work, [document.submittedBy])
    const desk = documentDeskOf(work.model)
    desk.check(String(document.document), document.variables)
    return { approvedBy, disclosed: desk.disclosure(String(document.document), document.client as DocumentDoor) }
  },
})
