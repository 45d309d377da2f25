import { entities, kindsOf, membersOf, type FakeEntity, type FakeField } from './model.ts'

const scalars: Readonly<Record<string, string>> = {
  id: 'ID', integer: 'SafeInt', duration: 'SafeInt', sequence: 'SafeInt', decimal: 'Decimal', boolean: 'Boolean', date: 'Date', instant: 'DateTime', percentage: 'Float',
  json: 'JSON', richText: 'Html', money: 'Money', phone: 'Phone', position: 'Position', zonedInstant: 'ZonedInstant',
}
const inputs: Readonly<Record<string, string>> = { money: 'MoneyInput', phone: 'String', position: 'PositionInput', zonedInstant: 'ZonedInstantInput' }
const families: Readonly<Record<string, string>> = {
  integer: 'SafeIntOperators', duration: 'SafeIntOperators', sequence: 'SafeIntOperators', decimal: 'DecimalOperators', money: 'SafeIntOperators', date: 'DateOperators', instant: 'DateTimeOperators',
  zonedInstant: 'DateTimeOperators', percentage: 'FloatOperators', boolean: 'BooleanOperators', id: 'IDOperators', country: 'StringOperators', language: 'StringOperators', currency: 'StringOperators',
  position: 'PositionOperators', json: 'PresenceOperators', encrypted: 'PresenceOperators', anyOf: 'PresenceOperators',
}
const ordered = (type: string): string => `eq: ${type} ne: ${type} in: [${type}!] notIn: [${type}!] isEmpty: Boolean lt: ${type} lte: ${type} gt: ${type} gte: ${type}`

const shared = `
scalar SafeInt scalar Decimal scalar Date scalar DateTime scalar JSON scalar Html
type Money { amount: SafeInt! currency: String! } input MoneyInput { amount: SafeInt! currency: String }
type Phone { raw: String! e164: String } type Position { latitude: Float! longitude: Float! } input PositionInput { latitude: Float! longitude: Float! }
type ZonedInstant { at: DateTime! zone: String! } input ZonedInstantInput { at: DateTime! zone: String }
type RecordRef { entity: String! id: ID! label: String } input RecordRefInput { entity: String! id: ID! }
enum SortDirection { ASC DESC } enum ErrorPolicy { ALL_OR_NOTHING GOOD_ROWS } enum Locale { fr en }
input PageInput { size: Int number: Int after: String } type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! endCursor: String }
type FieldError { path: String! reason: String! message: String! }
type BulkRow { id: ID! ok: Boolean! code: String message: String fields: [FieldError!] } type BulkAnswer { done: Int! failed: Int! rows: [BulkRow!]! }
input TextOperators { eq: String ne: String in: [String!] notIn: [String!] isEmpty: Boolean contains: String startsWith: String }
input StringOperators { eq: String ne: String in: [String!] notIn: [String!] isEmpty: Boolean } input IDOperators { eq: ID ne: ID in: [ID!] notIn: [ID!] isEmpty: Boolean }
input BooleanOperators { eq: Boolean ne: Boolean isEmpty: Boolean } input PresenceOperators { isEmpty: Boolean }
input NearInput { latitude: Float! longitude: Float! km: Float! } input PositionOperators { near: NearInput isEmpty: Boolean }
${['SafeInt', 'Decimal', 'Date', 'DateTime', 'Float'].map((type) => `input ${type}Operators { ${ordered(type)} }`).join(' ')}
type Me { id: ID! email: String fullName: String } type SignedIn { token: String! user: Me! }
type HistoryAuthor { id: ID! fullName: String } type HistoryChange { field: String! label: String from: JSON to: JSON hidden: Boolean! }
type HistoryEntry { id: ID! at: DateTime! action: String! user: HistoryAuthor origin: String! version: Int changes: [HistoryChange!]! }
type HistoryPage { items: [HistoryEntry!]! total: Int pageInfo: PageInfo! }
type AdminMeta { version: String! locale: Locale! user: Me modules: [AdminModule!]! resources: [AdminResource!]! } type AdminModule { name: String! label: String! icon: String order: Int! }
type AdminResource { name: String! plural: String! module: String! label: String! labelPlural: String! help: String menu: AdminMenu abstract: Boolean! kinds: [String!]! parent: String operations: AdminOperations! searchable: Boolean! sort: AdminSort list: [String!]! groups: [AdminGroup!]! views: JSON moves: [AdminMove!]! actions: [AdminAction!]! fields: [AdminField!]! history: Boolean! }
type AdminMenu { order: Int! icon: String } type AdminSort { field: String! direction: String! } type AdminGroup { name: String! label: String! } type AdminChoice { value: String! label: String! }
type AdminOperations { one: String list: String byIds: String create: String update: String delete: String updateMany: String deleteMany: String }
type AdminMove { name: String! operation: String! label: String! confirm: String field: String! from: [String!]! to: String! }
type AdminAction { name: String! label: String! help: String confirm: String scope: String! when: JSON returns: String! args: [AdminField!]! }
type AdminField { name: String! kind: String! label: String! help: String group: String required: Boolean! many: Boolean! immutable: Boolean! read: Boolean! create: Boolean! update: Boolean! filter: Boolean! sort: Boolean! choices: [AdminChoice!] relation: AdminRelation requiredWhen: JSON visibleWhen: JSON limits: JSON default: JSON }
type AdminRelation { target: String targets: [String!] inverse: String single: Boolean! ordered: Boolean! owned: Boolean! accept: [String!] maxBytes: Int }
`

export function sdl(): string {
  return [shared, ...entities.map(typesOf), `type Query { ${entities.map(queriesOf).join(' ')} me: Me history(entity: String!, id: ID!, page: PageInput): HistoryPage! adminMeta(locale: Locale): AdminMeta! }`,
    `type Mutation { ${entities.map(mutationsOf).join(' ')} signIn(email: String!, password: String!): SignedIn refreshSession: SignedIn signOut: Boolean restoreRecord(entity: String!, id: ID!, historyId: ID!, fields: [String!]): Boolean makeClient(id: ID!, note: String): Client }`].join('\n')
}

const isMany = (field: FakeField): boolean => field.kind === 'manyToMany' || field.kind === 'hasMany'
const isOne = (field: FakeField): boolean => field.kind === 'belongsTo' || field.kind === 'file'

function typesOf(one: FakeEntity): string {
  const { name } = one
  const fields = membersOf(one).filter((field) => !field.transient)
  const head = one.abstract ? `interface ${name}` : `type ${name}${one.parent ? ` implements ${one.parent}` : ''}`
  const enums = fields.filter((field) => field.kind === 'choice').map((field) => `enum ${enumOf(one, field)} { ${field.values?.join(' ')} } input ${enumOf(one, field)}Operators { eq: ${enumOf(one, field)} ne: ${enumOf(one, field)} in: [${enumOf(one, field)}!] notIn: [${enumOf(one, field)}!] isEmpty: Boolean has: ${enumOf(one, field)} hasAny: [${enumOf(one, field)}!] }`)
  const written = one.fields.filter((field) => !field.readOnly).map((field) => `${field.name}: ${inputType(one, field)}`).join(' ')
  return [
    `${head} { _label: String ${fields.map((field) => output(one, field)).join(' ')} }`,
    `type ${name}Page { items: [${name}!]! total: Int pageInfo: PageInfo! }`,
    `input ${name}Filter { q: String and: [${name}Filter!] or: [${name}Filter!] not: ${name}Filter isEmpty: Boolean ${fields.map((field) => `${field.name}: ${filterType(one, field)}`).join(' ')} }`,
    `input ${name}ListFilter { some: ${name}Filter none: ${name}Filter }`,
    `input ${name}Sort { ${fields.filter((field) => !isMany(field) && field.kind !== 'json').map((field) => `${field.name}: SortDirection`).join(' ')} }`,
    ...(one.abstract ? [] : [
      `input ${name}CreateInput { ${written} } input ${name}UpdateInput { ${written} } input ${name}ChangeInput { id: ID! input: ${name}UpdateInput! }`,
      `input ${name}OneInput { connect: ID disconnect: Boolean create: ${name}CreateInput update: ${name}UpdateInput }`,
      `input ${name}ManyInput { connect: [ID!] disconnect: [ID!] set: [ID!] order: [ID!] create: [${name}CreateInput!] update: [${name}ChangeInput!] }`,
    ]), ...enums,
  ].join('\n')
}

const enumOf = (one: FakeEntity, field: FakeField): string => `${one.name}${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`
const scalarOf = (one: FakeEntity, field: FakeField): string => (field.kind === 'choice' ? enumOf(one, field) : scalars[field.kind] ?? 'String')

function output(one: FakeEntity, field: FakeField): string {
  if (isMany(field)) return `${field.name}(filter: ${field.target}Filter, sort: [${field.target}Sort!], limit: Int = 20, offset: Int = 0): [${field.target}!] ${field.name}Count(filter: ${field.target}Filter): Int`
  if (isOne(field)) return `${field.name}: ${field.target}`
  if (field.kind === 'anyOf') return `${field.name}: RecordRef`
  return `${field.name}: ${field.many ? `[${scalarOf(one, field)}!]` : scalarOf(one, field)}${field.name === 'id' || field.name === 'version' ? '!' : ''}`
}

function inputType(one: FakeEntity, field: FakeField): string {
  if (isMany(field)) return `${field.target}ManyInput`
  if (isOne(field)) return `${field.target}OneInput`
  if (field.kind === 'anyOf') return 'RecordRefInput'
  const type = inputs[field.kind] ?? scalarOf(one, field)
  return field.many ? `[${type}!]` : type
}

function filterType(one: FakeEntity, field: FakeField): string {
  if (isMany(field)) return `${field.target}ListFilter`
  if (isOne(field)) return `${field.target}Filter`
  return field.kind === 'choice' ? `${enumOf(one, field)}Operators` : families[field.kind] ?? 'TextOperators'
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

const queriesOf = ({ name, plural }: FakeEntity): string =>
  `${lower(name)}(id: ID!): ${name} ${plural}(filter: ${name}Filter, sort: [${name}Sort!], page: PageInput): ${name}Page! ${plural}ByIds(ids: [ID!]!): [${name}!]!`

function mutationsOf(one: FakeEntity): string {
  const { name, plural } = one
  if (one.abstract || kindsOf(one).length > 0) return ''
  const bulk = 'errorPolicy: ErrorPolicy = ALL_OR_NOTHING): BulkAnswer!'
  return [
    `create${name}(input: ${name}CreateInput!): ${name} update${name}(id: ID!, input: ${name}UpdateInput!, expectedVersion: Int): ${name} delete${name}(id: ID!): Boolean`,
    `update${upper(plural)}(ids: [ID!]!, input: ${name}UpdateInput!, ${bulk} delete${upper(plural)}(ids: [ID!]!, ${bulk}`,
    ...(one.moves ?? []).map((move) => `${move.name}${name}(id: ID!, expectedVersion: Int): ${name}`),
  ].join(' ')
}
