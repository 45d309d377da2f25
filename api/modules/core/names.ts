import sql from 'sql-template-tag'
import { Organisation } from '#schema/core/organisation.ts'
import { Person } from '#schema/core/person.ts'
import { User } from '#schema/core/user.ts'
import { reactions, type Input, type Stored, type Work } from '../../write/types.ts'
import { linkOf, textAfter } from '../input.ts'

/** Stands where the names are missing: then a rule refuses the row, and speaks of the field that people can fill. */
const nameless = '—'

type Names = Readonly<Record<string, unknown>> | undefined

export const personName = (input: Input, current: Names): string =>
  ['firstName', 'lastName'].map((field) => textAfter(input, field, current)).filter(Boolean).join(' ') || nameless

export const organisationName = (input: Input, current: Names): string => textAfter(input, 'name', current) || nameless

/** Name of the row that a relation will point to; undefined where the input leaves the relation as it is. */
export async function nameThrough(work: Work, input: Input, relation: string, of: typeof Person | typeof Organisation): Promise<string | null | undefined> {
  const link = linkOf(input, relation)
  if (!link) return undefined
  if (link.create) return of === Person ? personName(link.create, undefined) : organisationName(link.create, undefined)
  const row = link.connect === undefined ? undefined : await work.row<Person | Organisation>(of, link.connect)
  return row?.displayName ?? null
}

/** Copies of a name that spare joins follow the name: however many they are, in one statement. */
const companyFollows = async (work: Work, organisation: Stored<Organisation>, before: Stored<Organisation>): Promise<void> => {
  if (organisation.displayName === before.displayName) return
  await work.query(sql`update client set company_name = ${organisation.displayName} where organisation_id = ${organisation.id}`)
}

const loginFollows = async (work: Work, person: Stored<Person>, before: Stored<Person>): Promise<void> => {
  if (person.displayName === before.displayName) return
  await work.query(sql`update "user" set full_name = ${person.displayName} where person_id = ${person.id}`)
}

/** People know a record by one name: it is made from what they typed, and kept where lists need it. */
export const nameReactions = [
  reactions(Person, {
    prepare: (_, input, current) =>
      current && !('firstName' in input) && !('lastName' in input) ? input : { ...input, displayName: personName(input, current) },
    updated: loginFollows,
  }),
  reactions(Organisation, {
    prepare: (_, input, current) => (current && !('name' in input) ? input : { ...input, displayName: organisationName(input, current) }),
    updated: companyFollows,
  }),
  reactions(User, {
    prepare: async (work, input) => {
      const fullName = await nameThrough(work, input, 'person', Person)
      return fullName === undefined ? input : { ...input, fullName }
    },
  }),
]
