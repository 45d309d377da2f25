import type { Command } from '../command/types.ts'
import type { ThingName } from '../things/types.ts'

/** What the rights allow besides reading, creating and changing. */
const further: Readonly<Partial<Record<ThingName, readonly Command[]>>> = {}

export const furtherCommands = (name: ThingName): readonly Command[] => further[name] ?? []
