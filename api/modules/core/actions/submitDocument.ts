import { castingDesk } from '#schema/roles.ts'
import { documentDeskOf } from '../../../ports/documents.ts'
import { documentStep } from '../documentLife.ts'

export default documentStep({
  name: 'submitDocument',
  label: { fr: 'Soumettre', en: 'Submit' },
  help: { fr: 'Demande à une autre personne de l’approuver.', en: 'Asks somebody else to approve it.' },
  access: castingDesk, from: ['DRAFT', 'REJECTED'], to: 'SUBMITTED',
  writes: ({ model, caller }, document) => {
    // The schema may have changed since it was written.
    documentDeskOf(model).check(String(document.document), document.variables)
    return { submittedBy: caller.principal.userId ?? null, approvedBy: null }
  },
})
