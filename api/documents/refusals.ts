import type { ErrorCode } from '../model/issue.ts'
import type { Labels } from '../model/labels.ts'
import { HttpFault } from '../server/http/fault.ts'

const refusal = (status: number, code: ErrorCode, reason: string, message: Labels, values: Readonly<Record<string, unknown>> = {}): HttpFault => new HttpFault(status, reason, message, { code, values })
const byMethod = (allow: string, reason: string, message: Labels): HttpFault => new HttpFault(405, reason, message, { allow })

/** What a door of approved documents turns away, with the status that says so to whoever stands in between. */
export const refusals = {
  idRequired: () => refusal(422, 'BAD_USER_INPUT', 'documentIdRequired', { fr: 'Cette adresse n’exécute que des documents approuvés : donnez `documentId`, sans `query`.', en: 'This address runs approved documents only: give `documentId`, without `query`.' }),
  /** The same for what does not exist and for what is not the caller's to know. */
  unknown: () => refusal(404, 'NOT_FOUND', 'documentNotFound', { fr: 'Ce document n’existe pas, ou ne vous est pas ouvert.', en: 'This document does not exist, or is not open to you.' }),
  gone: (successor: string | undefined) => refusal(410, 'NOT_FOUND', 'documentRetired', successor === undefined
    ? { fr: 'Ce document est retiré.', en: 'This document is retired.' }
    : { fr: 'Ce document est retiré ; il est remplacé par {successor}.', en: 'This document is retired; {successor} replaces it.' }, { successor }),
  /** The schema has lost what its text names: until another version is approved, nobody can run it. */
  broken: () => refusal(410, 'NOT_FOUND', 'documentBroken', { fr: 'Ce document nomme ce qui n’existe plus.', en: 'This document names what no longer exists.' }),
  suspended: () => refusal(403, 'FORBIDDEN', 'documentSuspended', { fr: 'Ce document est suspendu.', en: 'This document is suspended.' }),
  operation: (name: string) => refusal(422, 'BAD_USER_INPUT', 'unknownOperation', { fr: 'Ce document n’a pas d’opération {name}.', en: 'This document has no operation {name}.' }, { name }),
  tooCostly: (cost: number, max: number) => refusal(422, 'BAD_USER_INPUT', 'tooCostly', { fr: 'Requête trop coûteuse : {cost} points, {max} au plus. Demandez des pages plus petites.', en: 'Query too costly: {cost} points, {max} at most. Ask for smaller pages.' }, { cost, max }),
  tooLong: (max: number) => refusal(422, 'BAD_USER_INPUT', 'pageLimit', { fr: 'Cette lecture dépasse les {max} lignes par page de votre autorisation : lisez-la page par page, par la requête, ou ce qui a changé, par `since`.', en: 'This reading is longer than the {max} rows per page of your grant: read it page after page by the document, or what has changed by `since`.' }, { max }),
  notPermitted: () => refusal(422, 'BAD_USER_INPUT', 'notPermitted', { fr: 'Votre autorisation n’ouvre pas cette lecture.', en: 'Your grant does not open this reading.' }),
  method: () => byMethod('GET, HEAD, POST, OPTIONS', 'methodNotAllowed', { fr: 'Cette adresse répond à GET et à POST.', en: 'This address answers to GET and POST.' }),
  postOnly: () => byMethod('POST', 'postOnly', { fr: 'Ce document modifie des données : il s’exécute par POST.', en: 'This document changes data: it is run by POST.' }),
} as const
