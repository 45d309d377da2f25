import { AppError, messages } from '../model/errors.ts'
import type { ErrorCode, Issue } from '../model/issue.ts'
import { below } from '../model/issue.ts'
import type { Labels } from '../model/labels.ts'
import type { Input, Work } from '../write/types.ts'

/** What an input asks of a relation to one. */
export interface Link {
  readonly connect: string | undefined
  readonly create: Input | undefined
  /** It shall point to nothing. */
  readonly emptied: boolean
}

export const isInput = (value: unknown): value is Input => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** What an input says of a relation to one; undefined where it says nothing that moves the link. */
export function linkOf(input: Input, relation: string): Link | undefined {
  const given = input[relation]
  if (given === undefined) return undefined
  if (!isInput(given)) return { connect: textOf(given), create: undefined, emptied: given === null }
  const create = isInput(given['create']) ? given['create'] : undefined
  const link = { connect: textOf(given['connect']), create, emptied: given['disconnect'] === true }
  return link.connect !== undefined || create || link.emptied ? link : undefined
}

/** Id that a relation would point to after the input, as far as it names one. */
export function linkedId(input: Input, relation: string, current: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const link = linkOf(input, relation)
  return link ? link.connect : textOf(current?.[relation])
}

/** Text that a field would have after the input. */
export function textAfter(input: Input, field: string, current: Readonly<Record<string, unknown>> | undefined): string {
  const value = field in input ? input[field] : current?.[field]
  return (textOf(value) ?? '').trim()
}

/** New rows that an input wants in a relation to many, with their places. */
export function createdIn(input: Input, relation: string): readonly Input[] {
  const given = input[relation]
  const create = isInput(given) ? given['create'] : undefined
  return Array.isArray(create) && create.every(isInput) ? create : []
}

/** Ids that an input adds to a relation to many. */
export function connectedIn(input: Input, relation: string): readonly string[] {
  const given = input[relation]
  const ids: unknown[] = isInput(given) ? [given['connect'], given['set']].flat() : []
  return ids.filter((id) => typeof id === 'string')
}

/** Runs work for one element of an input: its faults are told with their place in the whole. */
export async function within<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, error.issues.map((issue) => below(path, issue)), error.details)
  }
}

const refuse = (code: ErrorCode, reason: string, message: Labels, path?: string, details?: Readonly<Record<string, unknown>>): AppError =>
  new AppError(code, [{ reason, message, ...(path === undefined ? {} : { path }) }], details)

export const conflict = (reason: string, message: Labels, path?: string, details?: Readonly<Record<string, unknown>>): AppError =>
  refuse('CONFLICT', reason, message, path, details)
export const wrong = (path: string, reason: string, message: Labels): AppError => refuse('BAD_USER_INPUT', reason, message, path)
export const missing = (path: string): Issue => ({ path, reason: 'required', message: messages.required })

/** Whether nobody is asking: a job, a reference list that is loaded, work that the house does on its own account. */
export const isHouse = (work: Work): boolean => work.caller.rights.key === 'house'
export const isAdministrator = (work: Work): boolean => work.caller.principal.roles.has('administrator')

/** Made once: to make one takes as long as the rest of a small transaction. */
const dayInParis = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })

/** The day in Paris, where the desk works. */
export const today = (work: Work): string => dayInParis.format(work.now)
