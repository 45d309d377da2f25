import { Client } from '#schema/core/client.ts'
import { sales } from '#schema/roles.ts'
import { reactions, type Input, type Stored, type Work } from '../../write/types.ts'
import { joinClient } from '../core/sameClient.ts'
import { linkOf, textAfter, today } from '../input.ts'
import { mustHold } from './people.ts'

const notSales = { fr: 'Cette personne n’est pas du département commercial.', en: 'This person is not of the sales department.' }

const isOfLine = (input: Input, current: Stored<Client> | undefined): boolean => {
  const lines = input['lines'] ?? current?.lines
  return Array.isArray(lines) && lines.includes('EPIC_EVENTS')
}

/** Whom a sales rep records is a client of the event company, and his own: nobody says so, and nobody says otherwise. */
function taken(work: Work, input: Input): Input {
  const { userId, roles } = work.caller.principal
  if (!roles.has(sales.key) || input['lines'] !== undefined || userId === undefined) return input
  return { ...input, lines: ['EPIC_EVENTS'], salesContact: { connect: userId } }
}

async function prepare(work: Work, given: Input, current: Stored<Client> | undefined): Promise<Input> {
  const input = current ? given : taken(work, given)
  const rep = linkOf(input, 'salesContact')?.connect
  if (rep !== undefined && rep !== current?.salesContact) await mustHold(work, rep, sales.key, 'salesContact', notSales)
  if (!isOfLine(input, current)) return input
  const now = work.now.toISOString()
  const first = current || input['firstContactOn'] !== undefined ? {} : { firstContactOn: today(work) }
  // To work on a client is to have been in contact, unless somebody says when it was.
  return { ...input, ...first, ...(input['lastContactAt'] === undefined ? { lastContactAt: now } : {}) }
}

/** Whom the casting desk has already as a client becomes one of ours, and stays theirs (C-01). */
async function known(work: Work, input: Input): Promise<string | undefined> {
  const mine = taken(work, input)
  const [fullName, email, company] = ['fullName', 'email', 'companyName'].map((name) => textAfter(input, name, undefined)) as [string, string, string]
  if (mine === input || fullName === '' || email === '') return undefined
  const meant = { person: { fullName, email }, company: company === '' ? 'anyOrNone' as const : { name: company } }
  return joinClient(work, meant, 'EPIC_EVENTS', input, { salesContact: mine['salesContact'] })
}

export const clientReactions = [reactions(Client, { prepare, known })]
