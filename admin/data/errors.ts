import { HttpError } from 'ra-core'
import { isObject } from './meta.ts'

/** What the API says of a refusal: `errors[].extensions`. */
export interface ApiError {
  readonly code: string
  readonly message: string
  readonly fields: readonly FieldFault[]
  readonly requestId?: string
  /** Names of the fields that clash, where a newer version stands against an update. */
  readonly conflict?: readonly string[]
  readonly details: Readonly<Record<string, unknown>>
}
export interface FieldFault { readonly path: string; readonly reason: string; readonly message: string }

/** What react-admin finds in `HttpError.body`: `errors` by the source of the input, and for the whole form `root.serverError`. */
export interface ErrorBody { readonly errors?: Readonly<Record<string, unknown>>; readonly api: ApiError }

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, CONFLICT: 409, BAD_USER_INPUT: 422, GRAPHQL_VALIDATION_FAILED: 422,
  APPROVAL_REQUIRED: 428, RATE_LIMITED: 429, MODULE_DISABLED: 503, UNAVAILABLE: 503, NETWORK: 503,
}
const statusOf = (code: string): number => statuses[code] ?? 500

/** The error of an API answer, with its status by code: react-admin then knows a 401 from a 409. */
export function httpError(api: ApiError): HttpError {
  return new HttpError(api.message, statusOf(api.code), { ...formErrors(api), api } satisfies ErrorBody)
}

export const apiErrorOf = (error: unknown): ApiError | undefined => {
  const body: unknown = error instanceof HttpError ? error.body : undefined
  // `body` is ours: httpError above is the only place that sets `api`.
  return isObject(body) && isObject(body['api']) ? (body['api'] as unknown as ApiError) : undefined
}

/** Sentences beside their fields; what names no field, for the whole form. */
function formErrors(api: ApiError): { errors?: Readonly<Record<string, unknown>> } {
  if (!['BAD_USER_INPUT', 'CONFLICT', 'FORBIDDEN', 'NOT_FOUND'].includes(api.code) || api.conflict) return {}
  const placed = api.fields.filter((fault) => fault.path !== '')
  if (placed.length === 0) return api.code === 'BAD_USER_INPUT' || api.code === 'CONFLICT' ? { errors: { root: { serverError: api.message } } } : {}
  const errors: Record<string, unknown> = {}
  for (const { path, message } of placed) errors[path] = path in errors ? `${String(errors[path])} ${message}` : message
  const loose = api.fields.filter((fault) => fault.path === '').map((fault) => fault.message).join(' ')
  return { errors: loose ? { ...errors, root: { serverError: loose } } : errors }
}

/**
 * Reads what ra-data-graphql throws. It keeps the error of Apollo as the body of a "200"; a network
 * error has lost its body on the way, unless `keepBodies` (client.ts) turned it into one.
 */
export function toHttpError(error: unknown): unknown {
  if (error instanceof DOMException && error.name === 'AbortError') return error
  if (apiErrorOf(error)) return error
  const body: unknown = error instanceof HttpError ? error.body : error
  const found = isObject(body) && Array.isArray(body['graphQLErrors']) ? body['graphQLErrors'].filter(isObject) : []
  if (found.length > 0) return httpError(readErrors(found))
  if (error instanceof HttpError && error.status !== 200) return httpError({ code: 'NETWORK', message: 'coulisses.error.network', fields: [], details: {} })
  return error
}

/** One error out of those of an answer: the first names the code, all of them their fields. */
export function readErrors(errors: readonly Readonly<Record<string, unknown>>[]): ApiError {
  const read = errors.map(readError)
  const [first] = read
  if (!first) return { code: 'INTERNAL_SERVER_ERROR', message: 'coulisses.error.unexpected', fields: [], details: {} }
  return { ...first, fields: read.flatMap((one) => one.fields) }
}

function readError(error: Readonly<Record<string, unknown>>): ApiError {
  const extensions = isObject(error['extensions']) ? error['extensions'] : {}
  const { code, fields, requestId, ...details } = extensions
  const nested = isObject(details['details']) ? details['details'] : details
  const conflict = Array.isArray(nested['conflict']) ? nested['conflict'].filter(isObject).map((one) => String(one['field'])) : undefined
  return {
    code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
    message: typeof error['message'] === 'string' ? error['message'] : 'coulisses.error.unexpected',
    fields: Array.isArray(fields) ? fields.filter(isObject).map(readFault) : [],
    ...(typeof requestId === 'string' ? { requestId } : {}),
    ...(conflict ? { conflict } : {}),
    details: nested,
  }
}

const readFault = (fault: Readonly<Record<string, unknown>>): FieldFault =>
  ({ path: String(fault['path'] ?? ''), reason: String(fault['reason'] ?? ''), message: String(fault['message'] ?? '') })
