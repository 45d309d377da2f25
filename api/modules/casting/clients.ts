import { Client } from '#schema/core/client.ts'
import { reactions, type Input, type Work } from '../../write/types.ts'
import { joinClient, type Meant } from '../core/sameClient.ts'
import { personName } from '../core/names.ts'
import { linkOf, textAfter } from '../input.ts'

/** A client that the casting desk records is one of casting. */
const ofDesk = ({ caller: { principal: { roles } } }: Work, input: Input): boolean => input['lines'] === undefined && (roles.has('employee') || roles.has('administrator'))

function personMeant(input: Input): Meant['person'] {
  const link = linkOf(input, 'contact')
  if (link?.connect !== undefined) return { id: link.connect }
  return link?.create && { fullName: personName(link.create, undefined), email: textAfter(link.create, 'email', undefined) }
}

/** Whom the event company has already as a client becomes one of ours, and stays theirs (C-01). */
async function known(work: Work, input: Input): Promise<string | undefined> {
  const company = linkOf(input, 'organisation')
  const person = personMeant(input)
  // A new card of a company is another company; what is typed of the client itself goes the way of the event company.
  if (!ofDesk(work, input) || company?.create || input['fullName'] !== undefined || (company?.connect === undefined && person === undefined)) return undefined
  const typed = { ...linkOf(input, 'contact')?.create, firstContactOn: input['firstContactOn'] }
  const others = input['otherContacts'] === undefined ? {} : { otherContacts: input['otherContacts'] }
  return joinClient(work, { person, company: company?.connect === undefined ? 'none' : { id: company.connect } }, 'CASTING', typed, others)
}

export const clientReactions = [
  reactions(Client, { known, prepare: (work, input, current) => (current === undefined && ofDesk(work, input) ? { ...input, lines: ['CASTING'] } : input) }),
]
