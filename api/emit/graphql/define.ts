import 'reflect-metadata'
import { Arg, Field, InputType, InterfaceType, Mutation, ObjectType, Query, registerEnumType, Resolver, type ClassType } from 'type-graphql'
import type { GraphQLScalarType } from 'graphql'

/** A type as type-graphql refers to it: a class, an enum object, a scalar, or a list of one. */
export type TypeRef = ClassType | GraphQLScalarType | object
export type Thunk = () => TypeRef | [TypeRef]

export interface ArgumentShape {
  readonly name: string
  readonly type: Thunk
  readonly required?: boolean
  readonly default?: unknown
  readonly description?: string
}

export interface FieldShape {
  readonly type: Thunk
  readonly nullable?: boolean
  readonly description?: string | undefined
  readonly deprecated?: string
  readonly args?: readonly ArgumentShape[]
}

export type Shapes = Readonly<Record<string, FieldShape>>

/** A class with a name of our choice: type-graphql knows types by class. */
function named(name: string): ClassType {
  return { [name]: class {} }[name] as ClassType
}

// type-graphql's decorators are called as the functions that they are: the model decides what to declare.
function describe(cls: ClassType, shapes: Shapes): void {
  for (const [name, shape] of Object.entries(shapes)) {
    const options = { name, nullable: shape.nullable !== false, ...(shape.description ? { description: shape.description } : {}), ...(shape.deprecated ? { deprecationReason: shape.deprecated } : {}) }
    const decorate = Field(shape.type, options)
    if (shape.args) decorate(cls.prototype as object, name, method(cls, name))
    else decorate(cls.prototype as object, name)
    declareArguments(cls, name, shape.args ?? [])
  }
}

/** type-graphql wants a method where a field has arguments; what it does is attached to the finished schema. */
function method(cls: ClassType, name: string): PropertyDescriptor {
  const descriptor: PropertyDescriptor = { value: unattached, configurable: true, writable: true }
  Object.defineProperty(cls.prototype, name, descriptor)
  return descriptor
}
function unattached(): never {
  throw new Error('no resolver attached')
}

function declareArguments(cls: ClassType, name: string, args: readonly ArgumentShape[]): void {
  args.forEach((arg, index) => {
    const options = { nullable: arg.required !== true, ...(arg.default === undefined ? {} : { defaultValue: arg.default }), ...(arg.description ? { description: arg.description } : {}) }
    Arg(arg.name, arg.type, options)(cls.prototype as object, name, index)
  })
}

export function objectType(name: string, description: string | undefined, shapes: Shapes, implemented?: ClassType): ClassType {
  const cls = named(name)
  ObjectType(name, { simpleResolvers: true, ...(description ? { description } : {}), ...(implemented ? { implements: implemented } : {}) })(cls)
  describe(cls, shapes)
  return cls
}

export function interfaceType(name: string, description: string | undefined, shapes: Shapes): ClassType {
  const cls = named(name)
  InterfaceType(name, { autoRegisterImplementations: false, ...(description ? { description } : {}), resolveType: (value: { _entity?: string }) => value._entity })(cls)
  describe(cls, shapes)
  return cls
}

export function inputType(name: string, description: string | undefined, shapes: Shapes): ClassType {
  const cls = named(name)
  InputType(name, description ? { description } : {})(cls)
  describe(cls, shapes)
  return cls
}

export function enumType(name: string, values: Readonly<Record<string, string | undefined>>, description?: string): object {
  const object = Object.fromEntries(Object.keys(values).map((value) => [value, value]))
  const valuesConfig = Object.fromEntries(Object.entries(values).map(([value, text]) => [value, text ? { description: text } : {}]))
  registerEnumType(object, { name, valuesConfig, ...(description ? { description } : {}) })
  return object
}

/** The root fields of one entity, or of one part of the house. */
export function rootFields(name: string, fields: { readonly queries?: Shapes; readonly mutations?: Shapes }): ClassType {
  const cls = named(name)
  Resolver()(cls)
  for (const [kind, shapes] of [[Query, fields.queries], [Mutation, fields.mutations]] as const) {
    for (const [field, shape] of Object.entries(shapes ?? {})) {
      kind(shape.type, { name: field, nullable: shape.nullable !== false, ...(shape.description ? { description: shape.description } : {}) })(cls.prototype as object, field, method(cls, field))
      declareArguments(cls, field, shape.args ?? [])
    }
  }
  return cls
}
