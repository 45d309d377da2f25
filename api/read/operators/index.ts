import type { FilterFamily } from '../../model/fields/kind.ts'
import { boolean } from './boolean.ts'
import { exact } from './exact.ts'
import { list } from './list.ts'
import type { OperatorFamily } from './operator.ts'
import { ordered } from './ordered.ts'
import { position } from './position.ts'
import { presence } from './presence.ts'
import { text } from './text.ts'

/** The operators of each family: docs/architecture.md, "Filters". */
export const families: Readonly<Record<FilterFamily, OperatorFamily>> = { text, exact, ordered, boolean, list, position, presence, none: {} }
