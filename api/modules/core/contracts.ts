import sql from 'sql-template-tag'
import { Client } from '#schema/core/client.ts'
import { Contract } from '#schema/core/contract.ts'
import { wasSigned } from '#schema/core/dealRules.ts'
import { reactions, type Input, type Stored, type Work } from '../../write/types.ts'
import { conflict, linkOf } from '../input.ts'

const frozen = {
  body: { fr: 'Ce contrat est signé : son texte ne change plus.', en: 'This contract is signed: its text does not change any more.' },
  client: { fr: 'Ce contrat est signé : il reste à son client.', en: 'This contract is signed: it stays with its client.' },
} as const

/** What was signed stays as it was signed; amounts may still be corrected (C-10). */
function keepSigned(input: Input, current: Stored<Contract>): void {
  if (!wasSigned(current)) return
  if ('body' in input) throw conflict('signed', frozen.body, 'body')
  const link = linkOf(input, 'client')
  if (link && link.connect !== current.client) throw conflict('signed', frozen.client, 'client')
}

/** The sales contact is that of the client, who is held meanwhile: he may be given to another one at this moment. */
async function salesContactOf(work: Work, input: Input): Promise<Input> {
  const link = linkOf(input, 'client')
  if (!link) return {}
  const client = link.connect === undefined ? undefined : await work.row(Client, link.connect, true)
  return { salesContact: client?.salesContact == null ? { disconnect: true } : { connect: client.salesContact } }
}

async function prepare(work: Work, input: Input, current: Stored<Contract> | undefined): Promise<Input> {
  if (current) keepSigned(input, current)
  // Nothing is paid yet.
  const due = current === undefined && input['amountDue'] == null && input['totalAmount'] != null ? { amountDue: input['totalAmount'] } : {}
  return { ...input, ...due, ...(await salesContactOf(work, input)) }
}

/** The contracts of a client that was given to somebody else are his, too. */
async function contractsFollow(work: Work, client: Stored<Client>, before: Stored<Client>): Promise<void> {
  if (client.salesContact === before.salesContact) return
  await work.query(sql`update contract set sales_contact_id = ${client.salesContact ?? null} where client_id = ${client.id} and sales_contact_id is distinct from ${client.salesContact ?? null}`)
}

export const contractReactions = [
  reactions(Contract, {
    prepare,
    moving: { sign: (work, contract) => work.set(Contract, contract.id, { signedAt: work.now.toISOString() }) },
  }),
  reactions(Client, { updated: contractsFollow }),
]
