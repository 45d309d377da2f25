import { isEmpty, type OperatorFamily } from './operator.ts'

/** What can be told of a secret or of structured data: whether there is any. */
export const presence: OperatorFamily = { isEmpty }
