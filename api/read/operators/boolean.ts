import { eq, ne } from './exact.ts'
import { isEmpty, type OperatorFamily } from './operator.ts'

/** Yes or no; a field that was never answered is neither, so it is among those that are not yes. */
export const boolean: OperatorFamily = { eq, ne, isEmpty }
