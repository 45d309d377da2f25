import type { Labels } from '../../model/labels.ts'
import type { Values } from '../../model/rule.ts'
import { isId } from '../../model/fields/id.ts'
import { longText } from '../../model/fields/longText.ts'
import { forbidden } from '../../model/errors.ts'
import { DocumentGrant } from '#schema/casting/documentGrant.ts'
import { PersistedQuery } from '#schema/core/persistedQuery.ts'
import { administrators } from '#schema/roles.ts'
import { documentDeskOf } from '../../ports/documents.ts'
import { action, reactions, type Input, type Stored, type Work } from '../../write/types.ts'
import { conflict, wrong } from '../input.ts'

interface Step {
  readonly name: string
  readonly label: Labels
  readonly help?: Labels
  readonly from: readonly string[]
  readonly to: string
  readonly reasonRequired?: boolean
  readonly writes?: (work: Work, grant: Stored<DocumentGrant>) => Promise<Values<DocumentGrant>>
}

/** A step in the life of a grant, told in its history together with its reason. */
export const grantStep = ({ name, label, help, from, to, reasonRequired = false, writes }: Step) => action<DocumentGrant>({
  name, label, access: administrators, returns: DocumentGrant, on: DocumentGrant, ...(help ? { help } : {}),
  when: { state: { in: [...from] } },
  args: { reason: { kind: longText, options: { required: reasonRequired, label: { fr: 'Motif', en: 'Reason' } } } },
  run: async (work, { id, reason }) => {
    const grant = await work.row(DocumentGrant, id, true)
    if (!grant) throw forbidden('id')
    const more = writes ? await writes(work, grant) : {}
    await work.set(DocumentGrant, id, { ...more, state: to, reason: typeof reason === 'string' ? reason : null })
    return id
  },
})

/** What a partner may do with a document, and so what was approved. */
const terms = ['variables', 'ratePerMinute', 'rowsPerDay', 'pageLimit', 'cacheSeconds', 'validFrom', 'validUntil']

const idIn = (given: unknown): string | undefined => {
  const id = typeof given === 'object' && given !== null && 'connect' in given ? given.connect : given
  return isId(id) ? id : undefined
}

/** What is granted must be something that the document can keep to. */
function checkTerms({ model }: Work, { document }: Stored<PersistedQuery>, { variables, pageLimit }: Input): void {
  const { fixedSize } = documentDeskOf(model).check(String(document), variables)
  if (typeof pageLimit === 'number' && fixedSize > pageLimit) {
    throw wrong('pageLimit', 'fixedSize', { fr: `La requête demande elle-même des pages de ${fixedSize} lignes.`, en: `The document itself asks for pages of ${fixedSize} rows.` })
  }
}

export const grantReactions = [
  reactions(DocumentGrant, {
    prepare: async (work, input, current) => {
      const changed = terms.find((name) => name in input)
      if (current && current.state !== 'PROPOSED' && changed !== undefined) {
        throw conflict('approvedTerms', { fr: 'Ces conditions sont approuvées : terminez l’autorisation et proposez-en une autre.', en: 'These terms are approved: end the grant and propose another one.' }, changed)
      }
      const id = idIn(input['document']) ?? current?.document
      const document = id == null || !('variables' in input || 'pageLimit' in input) ? undefined : await work.row(PersistedQuery, String(id))
      if (document) checkTerms(work, document, input)
      return current && changed === undefined ? input : { ...input, proposedBy: work.caller.principal.userId ?? null }
    },
  }),
]
