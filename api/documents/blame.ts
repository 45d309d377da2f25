import type { GraphQLError } from 'graphql'
import { AppError } from '../model/errors.ts'
import type { ErrorCode } from '../model/issue.ts'

/**
 * Of what is refused before it is run: how he asks, and with what key. That a document is broken, or the house busy, is not his
 * doing; and who asks too often is held back by the rate, and told so.
 */
const ofRefusals: ReadonlySet<ErrorCode> = new Set(['BAD_USER_INPUT', 'FORBIDDEN'])
/** Of what failed while it was run. Who asks what is withdrawn finds nothing, and what is closed to him there, we closed. */
const ofAnswers: ReadonlySet<ErrorCode> = new Set(['BAD_USER_INPUT'])

const isOf = (codes: ReadonlySet<ErrorCode>, error: unknown): boolean => error instanceof AppError && codes.has(error.code)

/** Whether whoever called is the reason: only that speaks against him. */
export const isHisFault = (error: unknown): boolean => isOf(ofRefusals, error)
export const areHisFaults = (errors: readonly GraphQLError[]): boolean => errors.some(({ originalError }) => isOf(ofAnswers, originalError))
