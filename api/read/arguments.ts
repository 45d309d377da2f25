import { AppError, messages } from '../model/errors.ts'
import { isId } from '../model/fields/id.ts'
import { below, type Issue } from '../model/issue.ts'
import type { Argument } from '../write/types.ts'
import type { RootQuery } from './rootQuery.ts'

type Args = Readonly<Record<string, unknown>>

/** The arguments of a module's query: values through their kinds, ids by their form; whether a record is the caller's, the query asks. */
export function readArguments({ args = {} }: RootQuery, given: Args): Args {
  const issues: Issue[] = []
  const read = Object.entries(args).map(([name, argument]) => [name, readArgument(argument, given[name] ?? undefined, name, issues)] as const)
  if (issues.length > 0) throw new AppError('BAD_USER_INPUT', issues)
  return Object.fromEntries(read)
}

function readArgument(argument: Argument, value: unknown, path: string, issues: Issue[]): unknown {
  if (value === undefined) {
    if (argument.options.required) issues.push({ path, reason: 'required', message: messages.required })
    return undefined
  }
  if (!argument.many) return readOne(argument, value, path, issues)
  return (Array.isArray(value) ? value : [value]).map((one, index) => readOne(argument, one, `${path}.${index}`, issues))
}

function readOne({ kind, options }: Argument, value: unknown, path: string, issues: Issue[]): unknown {
  if (kind === 'input') throw new Error(`${path}: a query takes no input of a record`)
  if (kind === 'record') {
    if (isId(value)) return value.toLowerCase()
    issues.push({ path, reason: 'notId', message: messages.notFound })
    return undefined
  }
  const parsed = kind.parse(value, { name: path, options })
  const read = parsed.ok ? (kind.compose ? kind.compose(parsed.values) : parsed.values['']) : undefined
  if (!parsed.ok) issues.push(below(path, parsed.issue))
  // A text of blanks is none.
  else if (read === null && options.required) issues.push({ path, reason: 'required', message: messages.required })
  else return read
  return undefined
}
