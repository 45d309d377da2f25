import { AppError } from '../../model/errors.ts'
import type { Labels } from '../../model/labels.ts'
import type { Scope } from '../session.ts'
import type { Work } from '../types.ts'
import { subjectOf, written, type Operation } from './operation.ts'
import { previewOf, type Preview } from './preview.ts'

/** What somebody asked that needs a second person. */
export interface Asked {
  readonly operation: string
  /** What it is called: `delete`, `update`, the name of a move or an action. */
  readonly name: string
  /** In words, where it has words of its own. */
  readonly label: Labels | undefined
  readonly entity: string
  readonly subject: { readonly entity: string; readonly id: string } | undefined
  readonly preview: Preview
  readonly levels: number
}

/** A request that is kept; `decidable` where somebody is there who may decide it. */
export interface Opened {
  readonly id: string
  readonly decidable: boolean
}

/** Keeps such requests until they are decided; a module of the house does. */
export interface Approvals {
  open(work: Work, asked: Asked): Promise<Opened>
}

/** Carries out of the transaction what it did, so that it is taken back. */
export class NeedsApproval extends Error {
  readonly asked: Asked

  constructor(asked: Asked) {
    super('taken back: a second person must agree')
    this.asked = asked
  }
}

/** Takes everything back where something critical was done, with the picture of what it was. @throws NeedsApproval */
export async function refuseAlone(scope: Scope, operation: Operation): Promise<void> {
  const { session, caller } = scope
  const [first] = session.critical
  if (!first) return
  throw new NeedsApproval({
    operation: written(operation),
    ...named(operation),
    subject: subjectOf(operation) ?? (first.id === undefined ? undefined : { entity: first.entity, id: first.id }),
    preview: await previewOf(session, caller.principal.requestId, undefined),
    levels: Math.max(...session.critical.map(({ levels }) => levels)),
  })
}

function named(asked: Operation): Pick<Asked, 'name' | 'label' | 'entity'> {
  if (asked.does === 'act') return { name: asked.action.name, label: asked.action.label, entity: asked.action.on.name }
  const entity = asked.entity.name
  if (asked.does !== 'move') return { name: asked.does, label: undefined, entity }
  return { name: asked.move, label: asked.entity.moves.find(({ name }) => name === asked.move)?.label, entity }
}

const second: Labels = {
  fr: 'Une seconde personne doit donner son accord. Votre demande est enregistrée ; rien n’est encore fait.',
  en: 'A second person must agree. Your request is kept; nothing is done yet.',
}

/** With one administrator nothing critical is done (C-49), so he is told how there comes to be another. */
const alone: Labels = {
  fr: 'Une seconde personne habilitée doit donner son accord, et il n’y en a pas encore : votre demande reste en attente, rien n’est fait. Faites nommer un autre administrateur, qui ait lui-même le droit de faire cela : un compte que vous n’avez pas créé, ou par « npm run admin:create » sur le serveur.',
  en: 'A second entitled person must agree, and there is none yet: your request stays pending, nothing is done. Have another administrator named, who may do this himself: an account that you did not make, or by “npm run admin:create” on the server.',
}

export const approvalRequired = ({ id, decidable }: Opened): AppError => new AppError('APPROVAL_REQUIRED', [
  decidable ? { reason: 'approvalRequired', message: second } : { reason: 'nobodyToApprove', message: alone },
], { approvalRequest: id })
