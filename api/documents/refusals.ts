import { AppError } from '../model/errors.ts'
import type { ErrorCode } from '../model/issue.ts'
import type { Labels } from '../model/labels.ts'

/** A request that a door of approved documents turns away, with the status that says so to whoever stands in between. */
export class Refusal extends AppError {
  readonly status: number
  /** By which methods it may be asked, where it was asked by another one. */
  readonly allow: string | undefined

  constructor(status: number, code: ErrorCode, reason: string, message: Labels, { allow, ...values }: Readonly<Record<string, unknown>> & { readonly allow?: string } = {}) {
    super(code, [{ reason, message, values }])
    this.name = 'Refusal'
    this.status = status
    this.allow = allow
  }
}

export const refusals = {
  idRequired: () => new Refusal(422, 'BAD_USER_INPUT', 'documentIdRequired', { fr: 'Cette adresse n’exécute que des documents approuvés : donnez `documentId`, sans `query`.', en: 'This address runs approved documents only: give `documentId`, without `query`.' }),
  /** The same for what does not exist and for what is not the caller's to know. */
  unknown: () => new Refusal(404, 'NOT_FOUND', 'documentNotFound', { fr: 'Ce document n’existe pas, ou ne vous est pas ouvert.', en: 'This document does not exist, or is not open to you.' }),
  gone: (successor: string | undefined) => new Refusal(410, 'NOT_FOUND', 'documentRetired', successor === undefined
    ? { fr: 'Ce document est retiré.', en: 'This document is retired.' }
    : { fr: 'Ce document est retiré ; il est remplacé par {successor}.', en: 'This document is retired; {successor} replaces it.' }, { successor }),
  /** The schema has lost what its text names: until another version is approved, nobody can run it. */
  broken: () => new Refusal(410, 'NOT_FOUND', 'documentBroken', { fr: 'Ce document nomme ce qui n’existe plus.', en: 'This document names what no longer exists.' }),
  suspended: () => new Refusal(403, 'FORBIDDEN', 'documentSuspended', { fr: 'Ce document est suspendu.', en: 'This document is suspended.' }),
  operation: (name: string) => new Refusal(422, 'BAD_USER_INPUT', 'unknownOperation', { fr: 'Ce document n’a pas d’opération {name}.', en: 'This document has no operation {name}.' }, { name }),
  tooCostly: (cost: number, max: number) => new Refusal(422, 'BAD_USER_INPUT', 'tooCostly', { fr: 'Requête trop coûteuse : {cost} points, {max} au plus. Demandez des pages plus petites.', en: 'Query too costly: {cost} points, {max} at most. Ask for smaller pages.' }, { cost, max }),
  method: () => new Refusal(405, 'BAD_USER_INPUT', 'methodNotAllowed', { fr: 'Cette adresse répond à GET et à POST.', en: 'This address answers to GET and POST.' }, { allow: 'GET, HEAD, POST, OPTIONS' }),
  postOnly: () => new Refusal(405, 'BAD_USER_INPUT', 'postOnly', { fr: 'Ce document modifie des données : il s’exécute par POST.', en: 'This document changes data: it is run by POST.' }, { allow: 'POST' }),
} as const
