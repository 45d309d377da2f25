import type { ClassType } from 'type-graphql'
import type { ChoiceOptions } from '../../model/fields/choice.ts'
import { choicesOf, type EntityModel, type FieldModel, type MemberModel, type Model } from '../../model/model.ts'
import { upperFirst } from '../../model/names.ts'
import { enumType, inputType, type Thunk, type TypeRef } from './define.ts'
import type { Shared } from './shared.ts'

/** The types of one schema while it is being described. Thunks look types up when all are there. */
export class Registry {
  readonly model: Model
  readonly shared: Shared
  private readonly known = new Map<string, TypeRef>()
  private readonly enums = new Map<string, object>()
  private readonly operators = new Map<string, ClassType>()

  constructor(model: Model, shared: Shared) {
    this.model = model
    this.shared = shared
  }

  put<T extends TypeRef>(name: string, type: T): T {
    this.known.set(name, type)
    return type
  }

  get(name: string): TypeRef {
    const type = this.known.get(name)
    if (!type) throw new Error(`no GraphQL type ${name}`)
    return type
  }

  thunk(name: string): Thunk {
    return () => this.get(name)
  }

  /** Type of a field's value, in answers or in inputs. */
  typeOf(field: FieldModel, use: 'output' | 'input' | 'operand'): TypeRef {
    const { kind } = field
    if (kind.graphql === 'enum') return this.enumOf(field)
    const name = use === 'output' ? kind.graphql : use === 'input' ? (kind.graphqlInput ?? kind.graphql) : (kind.graphqlOperand ?? kind.graphql)
    const type = this.shared.types[name]
    if (!type) throw new Error(`no GraphQL type ${name} for the kind ${kind.name}`)
    return type
  }

  /** `CastingOfferState`; the fields of an abstract entity share theirs with its kinds. */
  private enumOf(field: FieldModel): object {
    return this.enumNamed(field.declaredBy + upperFirst(field.name), choicesOf(field))
  }

  /** An argument that is a choice has a type of its own, named after its operation. */
  enumNamed(name: string, { values }: ChoiceOptions): object {
    const found = this.enums.get(name) ?? enumType(name, Object.fromEntries(Object.entries(values).map(([value, label]) => [value, label.en])))
    this.enums.set(name, found)
    return found
  }

  /** Operators of a field's filter family, by the type of its operands. */
  operatorsOf(field: FieldModel): ClassType | undefined {
    const family = field.many ? 'list' : field.kind.filter
    if (family === 'none') return undefined
    const operand = this.typeOf(field, 'operand')
    const operandName = field.kind.graphql === 'enum' ? field.declaredBy + upperFirst(field.name) : (field.kind.graphqlOperand ?? field.kind.graphql)
    const name = operatorsName(family, operandName)
    const found = this.operators.get(name) ?? inputType(name, undefined, operators(family, operand, this.shared))
    this.operators.set(name, found)
    return found
  }
}

function operatorsName(family: string, operand: string): string {
  switch (family) {
    case 'text': return 'TextOperators'
    case 'boolean': return 'BooleanOperators'
    case 'position': return 'PositionOperators'
    case 'presence': return 'PresenceOperators'
    case 'list': return `${operand}ListOperators`
    default: return `${operand}Operators`
  }
}

function operators(family: string, operand: TypeRef, shared: Shared): Record<string, { type: Thunk }> {
  const boolean = shared.types['Boolean'] as TypeRef
  const one = { type: () => operand }
  const several: { type: Thunk } = { type: () => [operand] }
  const isEmpty = { type: () => boolean }
  const exact = { eq: one, ne: one, in: several, notIn: several, isEmpty }
  switch (family) {
    case 'text': return { ...exact, contains: one, startsWith: one }
    case 'ordered': return { ...exact, lt: one, lte: one, gt: one, gte: one }
    case 'boolean': return { eq: one, ne: one, isEmpty }
    case 'list': return { has: one, hasAny: several, hasNone: several, isEmpty }
    case 'position': return { near: { type: () => shared.near }, isEmpty }
    case 'presence': return { isEmpty }
    default: return exact
  }
}

/** Whether the API knows the member at all. */
export const inApi = (member: MemberModel): boolean => !('hidden' in member.options && member.options.hidden === true)

export const membersInApi = (entity: EntityModel): MemberModel[] => [...entity.members.values()].filter(inApi)
