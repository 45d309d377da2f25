import isEqual from 'lodash/isEqual.js'
import { isObject, isRef } from '../../data/meta.ts'

/**
 * Where a fault of the API stands in the form. The API counts the elements that it was given, verb by
 * verb (`addresses.0.city` is the first that is created, or the first that is changed); the form holds
 * all of them in one list.
 */
export function formPath(path: string, values: unknown, previous: unknown): string {
  const walked: string[] = []
  let [now, before] = [values, previous]
  for (const part of path.split('.')) {
    if (Array.isArray(now) && /^\d+$/.test(part)) {
      const index = placeOf(now, before, Number(part))
      const item: unknown = now[index]
      before = isRef(item) && Array.isArray(before) ? before.find((one) => isRef(one) && one.id === item.id) : undefined
      now = item
      walked.push(String(index))
    } else {
      now = isObject(now) ? now[part] : undefined
      before = isObject(before) ? before[part] : undefined
      walked.push(part)
    }
  }
  return walked.join('.')
}

/** The element that the n-th new one is; where there are not so many, the n-th that was changed. */
function placeOf(items: readonly unknown[], before: unknown, n: number): number {
  const old = Array.isArray(before) ? before : []
  const places = items.map((_, index) => index)
  const created = places.filter((index) => !isRef(items[index]))
  const changed = places.filter((index) => { const item = items[index]; return isRef(item) && !old.some((one) => isEqual(one, item)) })
  return created[n] ?? changed[n] ?? n
}
