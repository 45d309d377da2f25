import { createHash } from 'node:crypto'
import { PersistedQuery } from '#schema/core/persistedQuery.ts'
import { documentDeskOf } from '../../ports/documents.ts'
import { reactions } from '../../write/types.ts'
import { conflict, textAfter } from '../input.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const documentReactions = [
  reactions(PersistedQuery, {
    prepare: (work, input, current) => {
      if (current && current.state !== 'DRAFT' && 'variables' in input) throw conflict('approvedTerms', approvedTerms, 'variables')
      const text = typeof input['document'] === 'string' ? input['document'] : current?.document
      if (typeof text !== 'string') return input
      const { operationName } = documentDeskOf(work.model).check(text, 'variables' in input ? input['variables'] : current?.variables)
      if (current) return input
      const revision = typeof input['revision'] === 'number' ? input['revision'] : 1
      return { ...input, hash: sha256(text), alias: `${textAfter(input, 'name', undefined)}.v${revision}`, operationName: operationName ?? null }
    },
    deleting: (_work, document) => {
      if (document.state === 'DRAFT' || document.state === 'REJECTED') return Promise.resolve()
      return Promise.reject(conflict('decided', { fr: 'Ce qui a été soumis reste dans les archives : retirez la requête au lieu de la supprimer.', en: 'What was submitted stays on record: retire the document instead of deleting it.' }))
    },
  }),
]

const approvedTerms = {
  fr: 'Les variables permises font partie de ce qui est approuvé : créez une nouvelle version.', en: 'The permitted variables are part of what is approved: create a new version.',
}
