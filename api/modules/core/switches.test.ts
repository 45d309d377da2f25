import { describe, expect, test } from 'vitest'
import { module, type ModuleDeclaration } from '#model'
import { broken, refuseBroken } from './switches.ts'

const declared = (name: string, ...uses: string[]): [string, ModuleDeclaration] => [name, module({ name, label: { fr: `Le ${name}`, en: `The ${name}` }, icon: '', order: 1, uses })]
/** The label makes records, which it sells by deals, which are made with contacts. */
const modules = new Map([declared('core'), declared('contacts', 'core'), declared('deals', 'contacts'), declared('label', 'deals', 'core')])

describe('what a switch would break', () => {
  test('is nothing while everybody has what he needs', () => {
    expect(broken(modules, new Set(['core', 'contacts', 'deals', 'label'])).size).toBe(0)
    expect(broken(modules, new Set(['core'])).size).toBe(0)
  })

  test('is every module that is left without one that it needs, at whatever distance', () => {
    expect([...broken(modules, new Set(['core', 'deals', 'label']))]).toEqual([['deals', ['contacts']], ['label', ['contacts']]])
  })

  test('is told with the names of the modules, in both languages', () => {
    expect(() => refuseBroken(modules, broken(modules, new Set(['core', 'deals', 'label'])), false)).toThrow(expect.objectContaining({
      code: 'CONFLICT', details: { modules: ['deals', 'label'] },
      issues: [expect.objectContaining({ message: { fr: 'Utilisé par « Le deals », « Le label » : désactivez-les ensemble.', en: 'Used by “The deals”, “The label”: switch them off together.' } })],
    }))
    expect(() => refuseBroken(modules, broken(modules, new Set(['core', 'label'])), true)).toThrow(expect.objectContaining({ details: { modules: ['deals', 'contacts'] } }))
  })
})
