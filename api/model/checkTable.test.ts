import { describe, expect, it } from 'vitest'
import { Base, BelongsTo, Entity, Integer, PhoneNumber, Text, grantTo, module, role, type Phone } from '#model'
import { buildModel } from './build.ts'
import { ModelError } from './fault.ts'
import type { EntityClass } from './record.ts'

const clerk = role('clerk', { fr: 'Employé', en: 'Clerk' })
const label = { fr: 'x', en: 'x' }
const desk = grantTo(clerk)
const common = { label, labelPlural: label, title: 'name', access: { read: desk, create: desk, update: desk, delete: desk } } as const

@Entity<User>({ ...common, plural: 'users' })
class User extends Base {
  @Text({ label }) name?: string
}

function faultsOf(...entities: EntityClass[]): string[] {
  try {
    buildModel({ roles: [clerk], labels: {}, modules: [{ module: module({ name: 'core', label, icon: '', order: 1, uses: [] }), entities: [User, ...entities] }] })
    return []
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return error.faults.map((fault) => `${fault.where}: ${fault.what}`)
  }
}

describe('columns of one table', () => {
  @Entity<Party>({ ...common, plural: 'parties', abstract: true })
  class Party extends Base {
    @Text({ label }) name?: string
  }
  @Entity<Person>({ ...common, plural: 'people', kind: 'PERSON' })
  class Person extends Party {
    @Integer({ label }) rank?: number
    @BelongsTo(() => User, { label }) keeper?: User
  }

  it('may be shared by kinds that mean the same', () => {
    @Entity<Organisation>({ ...common, plural: 'organisations', kind: 'ORGANISATION' })
    class Organisation extends Party {
      @Integer({ label }) rank?: number
      @BelongsTo(() => User, { label }) keeper?: User
    }
    expect(faultsOf(Party, Person, Organisation)).toEqual([])
  })

  it('are refused where two kinds mean something else', () => {
    @Entity<Company>({ ...common, plural: 'companies', kind: 'COMPANY' })
    class Company extends Party {
      @Text({ label }) rank?: string
      @BelongsTo(() => Person, { label }) keeper?: Person
    }
    expect(faultsOf(Party, Person, Company)).toEqual(expect.arrayContaining([
      'core.Company.rank: has the same column as Person.rank, with another meaning; rename it',
      'core.Company.keeper: has the same column as Person.keeper, with another meaning; rename it',
    ]))
  })

  it('are refused where two fields of one entity meet', () => {
    @Entity<Card>({ ...common, plural: 'cards' })
    class Card extends Base {
      @Text({ label }) name?: string
      @PhoneNumber({ label }) phone?: Phone
      @Text({ label }) phoneE164?: string
    }
    expect(faultsOf(Card)).toEqual(['core.Card.phoneE164: has the same column as Card.phone, with another meaning; rename it'])
  })

  it('leave the word `kind` to the table of an abstract entity', () => {
    @Entity<Animal>({ ...common, plural: 'animals', abstract: true })
    class Animal extends Base {
      @Text({ label }) name?: string
      @Text({ label }) kind?: string
    }
    expect(faultsOf(Animal)).toEqual(['core.Animal.kind: has the column `kind`, by which its table tells the kinds of rows apart; rename it'])
  })

  it('leave the word `search` to the full text', () => {
    @Entity<Page>({ ...common, plural: 'pages' })
    class Page extends Base {
      @Text({ label, search: 'A' }) name?: string
      @Text({ label }) search?: string
    }
    expect(faultsOf(Page)).toEqual(['core.Page.search: has the column `search`, which holds the words of the row; rename it'])
  })
})
