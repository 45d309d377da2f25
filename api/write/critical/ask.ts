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

/** Keeps such requests until they are decided; a module of the house does. Answers the id of the request. */
export interface Approvals {
  open(work: Work, asked: Asked): Promise<string>
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

export const approvalRequired = (approvalRequest: string): AppError => new AppError('APPROVAL_REQUIRED', [{
  reason: 'approvalRequired',
  message: {
    fr: 'Une seconde personne doit donner son accord. Votre demande est enregistrée ; rien n’est encore fait.',
    en: 'A second person must agree. Your request is kept; nothing is done yet.',
  },
}], { approvalRequest })
