import type { GraphQLError } from 'graphql'
import { AppError } from '../model/errors.ts'
import type { ErrorCode } from '../model/issue.ts'

/** Of what is refused before it is run: how he asks, and how often. That a document is broken, or the house busy, is not his doing. */
const ofRefusals: ReadonlySet<ErrorCode> = new Set(['BAD_USER_INPUT', 'RATE_LIMITED'])
/** Of what failed while it was run: what he asks, and what he tries to find. */
const ofAnswers: ReadonlySet<ErrorCode> = new Set(['BAD_USER_INPUT', 'NOT_FOUND'])

const isOf = (codes: ReadonlySet<ErrorCode>, error: unknown): boolean => error instanceof AppError && codes.has(error.code)

/** Whether whoever called is the reason: only that speaks against him. */
export const isHisFault = (error: unknown): boolean => isOf(ofRefusals, error)
export const areHisFaults = (errors: readonly GraphQLError[]): boolean => errors.some(({ originalError }) => isOf(ofAnswers, originalError))
