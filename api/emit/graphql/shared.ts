import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString } from 'graphql'
import type { ClassType } from 'type-graphql'
import { enumType, inputType, objectType, type Shapes, type Thunk, type TypeRef } from './define.ts'
import { scalars } from './scalars.ts'

/** The types that no entity owns. Made anew for each schema, since type-graphql keeps them globally. */
export interface Shared {
  /** By the names of `GraphqlType` and of its inputs. */
  readonly types: Readonly<Record<string, TypeRef>>
  readonly direction: object
  readonly pageInput: ClassType
  readonly pageInfo: ClassType
  readonly errorPolicy: object
  readonly bulkAnswer: ClassType
  readonly recordRef: ClassType
  readonly recordRefInput: ClassType
  readonly recordRefFilter: ClassType
  readonly near: ClassType
  readonly locale: object
}

const string: Thunk = () => GraphQLString
const int: Thunk = () => GraphQLInt
const boolean: Thunk = () => GraphQLBoolean

const money: Shapes = { amount: { type: () => scalars.SafeInt, nullable: false, description: 'Minor units of the currency: cents.' }, currency: { type: string } }
const position: Shapes = { latitude: { type: () => GraphQLFloat, nullable: false }, longitude: { type: () => GraphQLFloat, nullable: false } }
const zoned: Shapes = { at: { type: () => scalars.DateTime, nullable: false }, zone: { type: string, description: 'IANA name of a time zone: `Europe/Paris`.' } }

export function sharedTypes(): Shared {
  const fieldError = objectType('FieldError', 'What is wrong with one element of an input.', {
    path: { type: string, nullable: false }, reason: { type: string, nullable: false }, message: { type: string, nullable: false },
  })
  const bulkRow = objectType('BulkRow', 'What became of one record of a bulk operation.', {
    id: { type: () => GraphQLID, nullable: false }, ok: { type: boolean, nullable: false }, code: { type: string }, message: { type: string }, fields: { type: () => [fieldError] },
  })
  return {
    types: {
      String: GraphQLString, Int: GraphQLInt, Float: GraphQLFloat, Boolean: GraphQLBoolean, ID: GraphQLID, ...scalars,
      Money: objectType('Money', 'An amount in minor units of its currency.', money), MoneyInput: inputType('MoneyInput', undefined, money),
      Phone: objectType('Phone', 'A telephone number as it was given, and in E.164 form where it exists.', { raw: { type: string, nullable: false }, e164: { type: string } }),
      Position: objectType('Position', 'A place on earth, WGS 84, in degrees.', position), PositionInput: inputType('PositionInput', undefined, position),
      ZonedInstant: objectType('ZonedInstant', 'An instant and the zone in which it was meant.', zoned), ZonedInstantInput: inputType('ZonedInstantInput', undefined, zoned),
    },
    direction: enumType('SortDirection', { ASC: undefined, DESC: undefined }),
    pageInput: inputType('PageInput', 'A page by its number, or the one after a cursor.', {
      size: { type: int, description: '1 to 100; 20 unless said.' }, number: { type: int, description: 'From 1; beyond 10,000 rows use `after`.' }, after: { type: string, description: '`endCursor` of the page before.' },
    }),
    pageInfo: objectType('PageInfo', undefined, { hasNextPage: { type: boolean, nullable: false }, hasPreviousPage: { type: boolean, nullable: false }, endCursor: { type: string } }),
    errorPolicy: enumType('ErrorPolicy', { ALL_OR_NOTHING: 'One fault, and nothing is changed.', GOOD_ROWS: 'The rows without fault are changed.' }),
    bulkAnswer: objectType('BulkAnswer', undefined, { done: { type: int, nullable: false }, failed: { type: int, nullable: false }, rows: { type: () => [bulkRow], nullable: false } }),
    recordRef: objectType('RecordRef', 'A record of any entity.', { entity: { type: string, nullable: false }, id: { type: () => GraphQLID, nullable: false }, label: { type: string } }),
    recordRefInput: inputType('RecordRefInput', undefined, { entity: { type: string, nullable: false }, id: { type: () => GraphQLID, nullable: false } }),
    recordRefFilter: inputType('RecordRefFilter', undefined, { entity: { type: string }, id: { type: () => GraphQLID }, isEmpty: { type: boolean } }),
    near: inputType('NearInput', 'Within a distance of a place.', { ...position, km: { type: () => GraphQLFloat, nullable: false } }),
    locale: enumType('Locale', { fr: undefined, en: undefined }),
  }
}
