import { describe, expect, it } from 'vitest'
import { sentencesOf } from './permissionWords.ts'

const contracts = {
  label: 'Contrats', acts: [{ name: 'READ', label: 'Lire' }, { name: 'UPDATE', label: 'Modifier' }, { name: 'DELETE', label: 'Supprimer' }, { name: 'sign', label: 'Marquer signé' }],
  fields: [{ name: 'totalAmount', label: 'Montant total' }, { name: 'amountDue', label: 'Reste à payer' }, { name: 'notes', label: 'Notes' }],
}
const one = (action: string, scope: string, effect = 'ALLOW', field: string | null = null) => ({ entityType: 'Contract', action, scope, effect, field })
const inFrench = (...permissions: ReturnType<typeof one>[]): readonly string[] => sentencesOf(contracts, permissions, ({ fr }) => fr)

describe('permissions as sentences', () => {
  it('say what, on which records, and what is left out', () => {
    expect(inFrench(one('READ', 'DEPARTMENT'), one('READ', 'ALL', 'DENY', 'totalAmount'), one('READ', 'ALL', 'DENY', 'amountDue'))).toEqual(['Peut lire les contrats de son département, sauf « Montant total » et « Reste à payer ».'])
  })
  it('tell what is given by field, and refused', () => {
    expect(inFrench(one('UPDATE', 'OWN', 'ALLOW', 'notes'), one('DELETE', 'ALL', 'DENY'), one('sign', 'PROJECT'))).toEqual([
      'Peut modifier « Notes » des contrats qui sont les siens.', 'Ne peut jamais supprimer les contrats.', 'Peut marquer signé les contrats de ses projets.',
    ])
  })
  it('tell nothing of what gives nothing', () => {
    expect(inFrench(one('READ', 'NONE'))).toEqual([])
  })
})
