import { apiErrorOf } from '../../data/errors.ts'
import type { AdminResource } from '../../data/meta.ts'
import type { MetaIndex } from '../../data/metaIndex.ts'

type Errors = Readonly<Record<string, unknown>>

/** `organisation.addresses.0.city` → `Organisation › Addresses 1 › City` */
export function labelOfPath(meta: MetaIndex, resource: AdminResource | undefined, path: string): string {
  const labels: string[] = []
  let current = resource
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part)) { labels.push(`${labels.pop() ?? ''} ${Number(part) + 1}`.trim()); continue }
    const field = current?.fields.find((one) => one.name === part)
    labels.push(field?.label ?? part)
    current = meta.resource(field?.relation?.target)
  }
  return labels.join(' › ')
}

/**
 * A fault is set on an input only where there is one: on others it would be invisible, and would keep
 * the form from ever being sent again. The rest is said for the whole form, with its name.
 */
export function placed(meta: MetaIndex, resource: AdminResource, shown: ReadonlySet<string>, errors: Errors): Errors {
  const entries = Object.entries(errors).filter(([path]) => path !== 'root')
  const loose = entries.filter(([path]) => !shown.has(path.split('.')[0] ?? '')).map(([path, message]) => `${labelOfPath(meta, resource, path)} : ${String(message)}`)
  const general = rootOf(errors)
  const sentences = [...(general ? [general] : []), ...loose]
  const kept = Object.fromEntries(entries.filter(([path]) => shown.has(path.split('.')[0] ?? '')))
  return sentences.length > 0 ? { ...kept, root: { serverError: sentences.join(' ') } } : kept
}

function rootOf(errors: Errors): string | undefined {
  const root = errors['root']
  const found = typeof root === 'object' && root !== null && 'serverError' in root ? root.serverError : undefined
  return typeof found === 'string' ? found : undefined
}

/** Every fault of a form with its path, in the shape in which react-hook-form keeps them. */
export function faultsOf(errors: unknown, path = ''): readonly { readonly path: string; readonly message: string }[] {
  if (typeof errors !== 'object' || errors === null) return []
  if ('message' in errors && typeof errors.message === 'string' && errors.message !== '') return [{ path, message: errors.message }]
  return Object.entries(errors).filter(([name]) => name !== 'ref' && name !== 'types').flatMap(([name, inner]) => faultsOf(inner, path === '' ? name : `${path}.${name}`))
}

/** An error in one sentence, with the names of the fields that it is about: for where there is no form to show them in. */
export function sentenceOf(meta: MetaIndex, resource: AdminResource, error: unknown): string {
  const api = apiErrorOf(error)
  const named = (api?.fields ?? []).filter((fault) => fault.path !== '').map((fault) => `${labelOfPath(meta, resource, fault.path)} : ${fault.message}`)
  if (named.length > 0) return named.join(' ')
  return error instanceof Error ? error.message : 'coulisses.error.unexpected'
}
