import { messages } from '../../model/errors.ts'
import { isId } from '../../model/fields/id.ts'
import { below } from '../../model/issue.ts'
import type { Connection } from '../change.ts'
import { isInput } from '../draft/drafting.ts'
import { Faults, join } from '../faults.ts'
import { connectionParts } from '../lookup/connections.ts'
import { ask } from '../lookup/lookUp.ts'
import { entityOfClass, type Scope } from '../session.ts'
import type { Action, Argument, Input } from '../types.ts'

interface Reading {
  readonly scope: Scope
  readonly faults: Faults
  readonly connections: Connection[]
}

/** The arguments of an action: values through their kinds, records that the caller may know, inputs as they are. */
export async function readArguments(scope: Scope, action: Action, given: Input): Promise<Input> {
  const reading: Reading = { scope, faults: new Faults(), connections: [] }
  const args = Object.entries(action.args ?? {}).map(([name, argument]) => [name, readArgument(reading, argument, given[name] ?? null, name)])
  const parts = connectionParts(reading, reading.connections)
  if (parts.length > 0) await ask(scope.session.query, parts)
  reading.faults.throwIfAny()
  return Object.fromEntries(args)
}

function readArgument(reading: Reading, argument: Argument, value: unknown, path: string): unknown {
  if (value === null) return argument.options.required ? reading.faults.input(path, 'required', messages.required) : undefined
  if (!argument.many) return readOne(reading, argument, value, path)
  return (Array.isArray(value) ? value : [value]).map((one, index) => readOne(reading, argument, one, join(path, index)))
}

function readOne(reading: Reading, argument: Argument, value: unknown, path: string): unknown {
  const { faults } = reading
  if (argument.kind === 'record') return readRecord(reading, argument, value, path)
  if (argument.kind === 'input') return isInput(value) ? value : faults.input(path, 'required', messages.required)
  const parsed = argument.kind.parse(value, { name: path, options: argument.options })
  if (!parsed.ok) return faults.add('BAD_USER_INPUT', below(path, parsed.issue))
  const read = argument.kind.compose ? argument.kind.compose(parsed.values) : parsed.values['']
  // A text of blanks is none.
  return read === null && argument.options.required ? faults.input(path, 'required', messages.required) : read
}

function readRecord({ scope, faults, connections }: Reading, { entity }: Argument, value: unknown, path: string): string | undefined {
  if (!isId(value) || !entity) return void faults.input(path, 'notFound', messages.notFound)
  const id = value.toLowerCase()
  connections.push({ target: entityOfClass(scope.session, entity()), id, path, rights: scope.caller.rights, keySays: false, file: undefined, checked: false })
  return id
}
