import { AnyOf, Base, BelongsTo, Choice, Choices, Entity, grantTo, ManyToMany, module, MoneyAmount, PhoneNumber, RichText, role, rowRule, Text, type Labels, type Money, type Phone } from '#model'
import type { Declarations } from '../model/build.ts'
import type { EntityClass } from '../model/record.ts'

/** A little model for tests of what is the same for every model: one of each relation, one abstract entity. */
export const visitor = role('visitor', { fr: 'Visiteur', en: 'Visitor' })
export const clerk = role('clerk', { fr: 'Employé', en: 'Clerk' })
export const guest = role('guest', { fr: 'Invité', en: 'Guest' })
const desk = grantTo(clerk)
const access = { read: desk, create: desk, update: desk, delete: desk }
const label = (text: string): Labels => ({ fr: text, en: text })

@Entity<User>({ plural: 'users', label: label('User'), labelPlural: label('Users'), title: 'name', access })
export class User extends Base {
  @Text({ label: label('Name'), search: 'A' }) name?: string
}

@Entity<Party>({ plural: 'parties', label: label('Party'), labelPlural: label('Parties'), title: 'name', access, abstract: true })
export class Party extends Base {
  @Text({ label: label('Name') }) name?: string
  @PhoneNumber({ label: label('Phone') }) phone?: Phone
}

@Entity<Person>({ plural: 'people', label: label('Person'), labelPlural: label('People'), title: 'name', access, kind: 'PERSON' })
export class Person extends Party {
  @RichText({ label: label('Biography') }) biography?: string
}

const published = rowRule<Play>('published', label('published'), { state: { eq: 'PUBLISHED' } })

@Entity<Play>({
  plural: 'plays', label: label('Play'), labelPlural: label('Plays'), title: 'name',
  access: { read: [desk, grantTo(visitor).where(published).fields('name', 'state'), grantTo(guest)], create: desk, update: desk, delete: desk },
})
export class Play extends Base {
  @Text({ label: label('Name'), required: true, search: 'A' }) name!: string
  @Text({ label: label('Internal note'), read: desk }) note?: string
  @MoneyAmount({ label: label('Fee'), read: desk, write: desk }) fee?: Money
  @BelongsTo(() => Person, { label: label('Author'), inverse: 'plays' }) author?: Person
  @ManyToMany(() => Person, { label: label('Cast'), inverse: 'roles', ordered: true }) cast?: Person[]
  @Choices({ label: label('Moods'), values: { GAY: label('Gay'), SAD: label('Sad') } }) moods?: string[]
  @AnyOf({ label: label('Subject'), entities: ['Person', 'User'] }) subject?: { entity: string; id: string }
  @Choice({
    label: label('State'), values: { DRAFT: label('Draft'), PUBLISHED: label('Published') }, initial: 'DRAFT',
    moves: { publish: { label: label('Publish'), from: ['DRAFT'], to: 'PUBLISHED' } },
  })
  state!: string
}

/** The little model, and as many further entities of fifteen members as wanted. */
export function smallDeclarations(further = 0): Declarations {
  return {
    roles: [visitor, clerk, guest], labels: {},
    modules: [{ module: module({ name: 'core', label: label('Core'), icon: '', order: 1, uses: [] }), entities: [User, Party, Person, Play, ...Array.from({ length: further }, (_, index) => furtherEntity(index))] }],
  }
}

function furtherEntity(index: number): EntityClass {
  const name = `Thing${index}`
  const cls = { [name]: class extends Base {} }[name] as EntityClass
  const prototype = cls.prototype as Record<string, string>
  for (let field = 0; field < 8; field += 1) Text({ label: label(`Field ${field}`) })(prototype, `field${field}`)
  BelongsTo(() => User, { label: label('Owner'), inverse: `things${index}` })(prototype as never, 'owner')
  BelongsTo(() => Play, { label: label('Play'), inverse: `things${index}` })(prototype as never, 'play')
  Entity<{ field0?: string }>({ plural: `things${index}`, label: label(name), labelPlural: label(name), title: 'field0', access })(cls as EntityClass<{ field0?: string }>)
  return cls
}
