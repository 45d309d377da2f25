import { isDeepStrictEqual } from 'node:util'
import { compileRights, type Rights } from '../../access/rights.ts'
import { verbs } from '../../model/access.ts'
import type { EntityModel, Model } from '../../model/model.ts'

const publicRights = new WeakMap<Model, Rights>()
function visitors(model: Model): Rights {
  const found = publicRights.get(model) ?? compileRights(model, { roles: new Set(['visitor']) })
  publicRights.set(model, found)
  return found
}

/** Whether the caller has more of an entity than everybody: what the public site shows is nobody's work. */
export function worksWith(model: Model, rights: Rights, entity: EntityModel): boolean {
  const everybody = visitors(model)
  return verbs.some((verb) => rights.of(entity.name, verb).rows !== 'none' && !isDeepStrictEqual(rights.of(entity.name, verb).rows, everybody.of(entity.name, verb).rows))
}

const placesOf = ({ options: { menu }, module }: EntityModel): readonly string[] => (menu?.under === undefined ? [module] : [menu.under].flat())

/** The module under which an entity is shown: of several, the first in which the caller has something else to do. */
export function moduleOf(model: Model, rights: Rights, entity: EntityModel): string {
  const places = placesOf(entity).filter((place) => !rights.off?.has(place))
  if (places.length <= 1) return places[0] ?? entity.module
  const others = [...model.entities.values()].filter((other) => placesOf(other).length === 1 && worksWith(model, rights, other))
  return places.find((place) => others.some((other) => placesOf(other)[0] === place)) ?? places[0] ?? entity.module
}
