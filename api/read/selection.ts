import { isDeepStrictEqual } from 'node:util'
import { getArgumentValues, isInterfaceType, isObjectType, type FieldNode, type GraphQLSchema } from 'graphql'
import { entityOf, type EntityModel, type Model } from '../model/model.ts'
import { isShape, type Shape } from '../model/shape.ts'
import { refuse } from './refusal.ts'
import { collectFields, mentionsVariables, type Collected, type SelectionInfo } from './selectionFields.ts'
import { memberOf } from './table.ts'
import type { Asked, Selected, Selection } from './types.ts'

export type { SelectionInfo } from './selectionFields.ts'

/** What a caller asks of a record, or of each record of a list without pages, at this place of a document. */
export function selectionOf(info: SelectionInfo, model: Model, entity: EntityModel): Selection {
  return remembered(info, `${entity.name}`, () => selectionIn({ ...info, model }, entity, info.fieldNodes))
}

/** What a caller asks of a page of records: its items, its total, its place in the list. */
export function listSelectionOf(info: SelectionInfo, model: Model, entity: EntityModel): Asked {
  return remembered(info, `${entity.name}Page`, () => askedOf({ ...info, model }, entity))
}

/** What is asked of the records that stand at a path through shapes; undefined where nothing is. */
export function selectionAt(info: SelectionInfo, model: Model, shape: Shape | undefined, path: readonly string[], entity: EntityModel): Selection | undefined {
  return remembered(info, `${entity.name} at ${path.join('.')}`, () => {
    const nodes = nodesAt(info, shape, path)
    return nodes.length === 0 ? undefined : selectionIn({ ...info, model }, entity, nodes)
  })
}

/** The nodes at a path through shapes; none where the document does not go there. */
export function nodesAt(info: SelectionInfo, shape: Shape | undefined, path: readonly string[], nodes: readonly FieldNode[] = info.fieldNodes): readonly FieldNode[] {
  const [name, ...rest] = path
  if (name === undefined) return nodes
  if (!shape) return []
  const found = collectFields(info, nodes, [shape.shape]).filter(({ nodes: [node] }) => node?.name.value === name).flatMap((field) => field.nodes)
  const type = shape.fields[name]?.type
  return nodesAt(info, isShape(type) ? type : undefined, rest, found)
}

interface Context extends SelectionInfo {
  readonly model: Model
}

function askedOf(context: Context, entity: EntityModel): Asked {
  const fields = collectFields(context, context.fieldNodes, [`${entity.name}Page`])
  const of = (name: string): Collected[] => fields.filter(({ nodes: [node] }) => node?.name.value === name)
  const items = of('items')
  return {
    items: items.length === 0 ? undefined : selectionIn(context, entity, items.flatMap(({ nodes }) => nodes)),
    total: of('total').length > 0,
    pageInfo: of('pageInfo').length > 0,
  }
}

function selectionIn(context: Context, entity: EntityModel, nodes: readonly FieldNode[]): Selection {
  const names = [entity.name, ...(entity.parent === undefined ? [] : [entity.parent])]
  return collectFields(context, nodes, names, entity.kinds).map((field) => {
    const of = field.only === undefined ? entity : entityOf(context.model, field.only)
    const selected = selectedOf(context, of, field)
    return field.only === undefined ? selected : { ...selected, only: field.only }
  })
}

function selectedOf(context: Context, entity: EntityModel, { key, nodes }: Collected): Selected {
  const [node] = nodes
  if (!node) throw new Error('a field without a node')
  const name = node.name.value
  const args = argumentsOf(context, entity, node)
  // Two aliases of `items` may each give this key to another question; of one record it is one answer.
  const asksTheSame = (other: FieldNode): boolean => other === node || (other.name.value === name && isDeepStrictEqual(argumentsOf(context, entity, other), args))
  if (!nodes.every(asksTheSame)) refuse(key, 'keyTwice', { fr: 'Deux champs différents portent ce nom.', en: 'Two different fields have this name.' })
  const member = memberOf(entity, name)
  if (member && member.is !== 'field' && member.is !== 'anyOf') return { key, name, args, selection: selectionIn(context, entityOf(context.model, member.target), nodes) }
  if (member?.is === 'anyOf') return { key, name, args, selection: plainFields(context, nodes) }
  return { key, name, args }
}

const plainFields = (context: Context, nodes: readonly FieldNode[]): Selection =>
  collectFields(context, nodes, ['RecordRef']).map(({ key, nodes: [node] }) => ({ key, name: node?.name.value ?? key, args: {} }))

function argumentsOf({ schema, variableValues }: Context, entity: EntityModel, node: FieldNode): Selected['args'] {
  const type = schema.getType(entity.name)
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined
  return field && field.args.length > 0 ? getArgumentValues(field, node, variableValues) : {}
}

const known = new WeakMap<FieldNode, { readonly schema: GraphQLSchema; readonly kind: string; readonly made: unknown }>()

/** A document that is parsed once asks the same every time, unless a variable says otherwise. */
function remembered<T>(info: SelectionInfo, kind: string, make: () => T): T {
  const [node, ...others] = info.fieldNodes
  const found = node && known.get(node)
  // What lies under a node and a kind was made by the same function below.
  if (found && found.schema === info.schema && found.kind === kind) return found.made as T
  const made = make()
  if (node && others.length === 0 && !mentionsVariables(node, info.fragments)) known.set(node, { schema: info.schema, kind, made })
  return made
}
