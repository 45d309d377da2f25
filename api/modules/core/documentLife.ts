import { longText } from '../../model/fields/longText.ts'
import { forbidden } from '../../model/errors.ts'
import type { Access } from '../../model/access.ts'
import type { Labels } from '../../model/labels.ts'
import type { Values } from '../../model/rule.ts'
import { PersistedQuery } from '#schema/core/persistedQuery.ts'
import { User } from '#schema/core/user.ts'
import { action, type Argument, type Stored, type Work } from '../../write/types.ts'
import { conflict, isHouse } from '../input.ts'

type Document = Stored<PersistedQuery>
type Given = Readonly<Record<string, unknown>>

export interface Step {
  readonly name: string
  readonly label: Labels
  readonly help?: Labels
  readonly access: Access
  readonly from: readonly string[]
  readonly to: string | ((document: Document) => string)
  /** Whoever decides against somebody's wish says why. */
  readonly reasonRequired?: boolean
  readonly args?: Readonly<Record<string, Argument>>
  /** What is written beside the state. May refuse. */
  readonly writes?: (work: Work, document: Document, given: Given) => Promise<Values<PersistedQuery>> | Values<PersistedQuery>
}

const reason = (required: boolean): Argument => ({ kind: longText, options: { required, label: { fr: 'Motif', en: 'Reason' } } })

/** A step in the life of a document. State and reason are written at once, so that the history tells them together. */
export const documentStep = ({ name, label, help, access, from, to, reasonRequired = false, args = {}, writes }: Step) => action<PersistedQuery>({
  name, label, access, returns: PersistedQuery, on: PersistedQuery, ...(help ? { help } : {}),
  when: { state: { in: [...from] } },
  args: { ...args, reason: reason(reasonRequired) },
  run: async (work, { id, ...given }) => {
    const document = await work.row(PersistedQuery, id, true)
    if (!document) throw forbidden('id')
    const more = writes ? await writes(work, document, given) : {}
    await work.set(PersistedQuery, id, { ...more, state: typeof to === 'string' ? to : to(document), reason: typeof given['reason'] === 'string' ? given['reason'] : null })
    return id
  },
})

/** A person has one account, so a second one is in the name of another card of his: a namesake must let somebody else decide. */
const nameOf = async (work: Work, userId: string): Promise<string> =>
  (await work.row(User, userId))?.fullName?.normalize('NFD').replaceAll(/\p{Diacritic}/gu, '').trim().toLowerCase() ?? ''

/** Nobody approves what he asked for himself, nor with another account of his. */
export async function twoPeople(work: Work, asked: readonly (string | null | undefined)[]): Promise<string | null> {
  const { userId } = work.caller.principal
  if (isHouse(work) || userId === undefined) return null
  const name = await nameOf(work, userId)
  for (const other of asked) {
    if (other != null && (other === userId || (name !== '' && name === await nameOf(work, other)))) throw conflict('fourEyes', fourEyes, 'id')
  }
  return userId
}

const fourEyes = { fr: 'Une autre personne que celle qui a soumis la demande doit l’approuver.', en: 'Somebody else than whoever submitted it must approve it.' }
