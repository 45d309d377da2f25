import { AppError } from '../model/errors.ts'
import { say } from '../model/issue.ts'
import type { Disclosure, DocumentDesk, DocumentDoor } from '../ports/documents.ts'
import { differences } from './disclosure.ts'

export interface Reviewed {
  readonly alias: string
  readonly document: string
  readonly client: DocumentDoor
  readonly variables: unknown
  /** What it disclosed when it was approved; undefined: nobody has said yet. */
  readonly approved: Disclosure | undefined
  /** Who may run it. */
  readonly partners: readonly string[]
}

/** What the schema and the roles of now break or widen of documents that were approved: a line each. */
export function review(desk: Pick<DocumentDesk, 'check' | 'disclosure'>, documents: readonly Reviewed[]): string[] {
  return documents.flatMap((document) => faultsOf(desk, document).map((fault) => `${told(document)}: ${fault}`))
}

const told = ({ alias, client, partners }: Reviewed): string => `${alias} (${client === 'SITE' ? 'public site' : partners.join(', ') || 'granted to nobody'})`

function faultsOf(desk: Pick<DocumentDesk, 'check' | 'disclosure'>, { document, client, variables, approved }: Reviewed): string[] {
  try {
    desk.check(document, variables)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.issues.map((issue) => `broken: ${say(issue, 'en')}`)
  }
  if (!approved) return ['what it discloses was not accepted yet']
  return differences(approved, desk.disclosure(document, client)).map(({ coordinate, kind, was, now }) => `${kind}: ${coordinate} (was ${was}, is ${now})`)
}
