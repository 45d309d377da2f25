import { flag, type Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { misuse } from '../failure.ts'
import { clean } from '../out/clean.ts'
import type { Variables } from '../remote/graphql.ts'
import { client } from '../things/client.ts'
import { collaborator } from '../things/collaborator.ts'
import { contract } from '../things/contract.ts'
import { event } from '../things/event.ts'
import { collaboratorLookup } from '../things/lookups.ts'
import { candidates, resolve, type Found } from '../things/resolve.ts'
import { selectionFor } from '../things/selection.ts'
import type { Thing } from '../things/types.ts'
import { recordIn, writeRecord } from './show.ts'
import { makeSure } from './sure.ts'
import type { Labels } from '../text/labels.ts'

interface Deed {
  /** The mutation, with its further arguments: `payContract(id: $id, amount: $amount)`. */
  readonly declared: string
  readonly called: string
  readonly variables: Variables
  readonly done: Labels
}

/** Does it, or tries it, and shows what the record has become. */
export async function carryOut(thing: Thing, context: Context, given: Given, { declared, called, variables, done }: Deed): Promise<void> {
  const trial = flag(given, 'dry-run')
  const answer = await context.remote.ask(`mutation Do($id: ID!${declared}) { record: ${called} { ${selectionFor(thing.fields)} } }`, variables, trial)
  const row = recordIn(thing, context, answer)
  context.out.note(trial ? context.say({ fr: 'Essai seulement : rien n’a été fait.', en: 'Only tried: nothing was done.' }) : context.colours.good(context.say(done)))
  await writeRecord(thing, context, given, row)
}

/** The signature of a contract, after a word of warning. */
export async function sign(context: Context, given: Given): Promise<void> {
  const { id, label } = await resolve(context, contract, given.words[0] ?? '')
  if (!flag(given, 'dry-run')) await makeSure(context, given, context.say({ fr: 'Une signature ne s’annule pas. Marquer {label} signé ?', en: 'A signature cannot be undone. Mark {label} as signed?' }, { label: clean(label) }))
  await carryOut(contract, context, given, { declared: '', called: 'signContract(id: $id)', variables: { id }, done: { fr: 'Contrat signé.', en: 'Contract signed.' } })
}

/** Management names who runs an event. */
export async function assign(context: Context, given: Given): Promise<void> {
  const { id } = await resolve(context, event, given.words[0] ?? '')
  const user = await colleague(context, given, 'event assign')
  await carryOut(event, context, given, { declared: ', $user: ID!', called: 'assignSupport(id: $id, user: $user)', variables: { id, user: user.id }, done: { fr: 'Support désigné.', en: 'Support contact named.' } })
}

export async function reassign(context: Context, given: Given): Promise<void> {
  const { id } = await resolve(context, client, given.words[0] ?? '')
  const user = await colleague(context, given, 'client reassign')
  await carryOut(client, context, given, { declared: ', $user: ID!', called: 'reassignClient(id: $id, salesContact: $user)', variables: { id, user: user.id }, done: { fr: 'Client confié.', en: 'Client given.' } })
}

/** The access of somebody who leaves ends. */
export async function dismiss(context: Context, given: Given): Promise<void> {
  const { id, label } = await resolve(context, collaborator, given.words[0] ?? '')
  const trial = flag(given, 'dry-run')
  if (!trial) await makeSure(context, given, context.say({ fr: 'Supprimer {label} ? Son accès prend fin.', en: 'Delete {label}? Their access ends.' }, { label: clean(label) }))
  await context.remote.ask('mutation Do($id: ID!) { deleteCollaborator(id: $id) }', { id }, trial)
  context.out.note(trial ? context.say({ fr: 'Essai seulement : rien n’a été fait.', en: 'Only tried: nothing was done.' }) : context.colours.good(context.say({ fr: '{label} : supprimé. Ses clients et ses événements sont à confier : coulisses crm client list --orphans', en: '{label}: deleted. Their clients and events need somebody: coulisses crm client list --orphans' }, { label: clean(label) })))
}

async function colleague(context: Context, given: Given, command: string): Promise<Found> {
  const said = given.words[1]
  if (said !== undefined) return resolve(context, collaboratorLookup, said)
  if (!context.interactive) throw misuse({ fr: '{command} : il manque le collaborateur.', en: '{command}: the collaborator is missing.' }, { command })
  const { askSearch } = await context.later()
  const id = await askSearch(context.say(collaboratorLookup.label), async (words) =>
    (await candidates(context, collaboratorLookup, words === '' ? {} : { q: words }, 10)).map(({ id: value, label }) => ({ value, name: label })))
  return { id, label: '' }
}
