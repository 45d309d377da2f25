import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Base, BelongsTo, Choice, Entity, granted, grantTo, Integer, me, module, myDepartment, nobody, role, rowRule, Text, type Labels } from '#model'
import { shieldRules, withRules } from '../emit/shield/rules.ts'
import { buildModel } from '../model/build.ts'
import { openWorld, type World } from '../read/fixtures/database.ts'
import { compiled, interpreted, readingSchema } from '../read/fixtures/graphql.ts'
import { noOperations } from '../write/types.ts'
import type { Permission } from './permission.ts'
import { holderOf, policyOf } from './policy.ts'
import type { Principal, TimedGrant } from './principal.ts'
import { compileRights } from './rights.ts'

/** Whatever is permitted, stored and asked: what GraphQL answers is what a plain reading of the permissions gives, row by row. */
const label: Labels = { fr: 'x', en: 'x' }
const [visitor, clerk, boss] = [role('visitor', label), role('clerk', label), role('boss', label)]
const access = { read: nobody, create: nobody, update: nobody, delete: nobody }

@Entity<Department>({ plural: 'departments', label, labelPlural: label, title: 'name', access })
class Department extends Base {
  @Text({ label }) name?: string
}
@Entity<User>({ plural: 'users', label, labelPlural: label, title: 'name', access })
class User extends Base {
  @Text({ label }) name?: string
  @BelongsTo(() => Department, { label }) department?: Department
}
@Entity<Project>({ plural: 'projects', label, labelPlural: label, title: 'name', access })
class Project extends Base {
  @Text({ label }) name?: string
}
const urgent = rowRule<Paper>('urgent', label, { state: { eq: 'URGENT' } })
const calm = rowRule<Paper>('calm', label, { state: { eq: 'CALM' } })
@Entity<Paper>({
  plural: 'papers', label, labelPlural: label, title: 'title', sort: { amount: 'ASC' },
  // What the code grants counts with the rest: a clerk reads the titles of what is urgent, and the public those of what is calm.
  access: { ...access, read: [grantTo(clerk).where(urgent).fields('title', 'state'), grantTo(visitor).where(calm).fields('title', 'amount')] },
  scopes: {
    own: rowRule<Paper>('own', label, { owner: { id: { eq: me } } }), department: rowRule<Paper>('ofDepartment', label, { owner: { department: { id: { eq: myDepartment } } } }),
    project: rowRule<Paper>('ofProject', label, { project: { id: { in: granted } } }),
  },
})
class Paper extends Base {
  @Text({ label }) title?: string
  @Integer({ label }) amount?: number
  @Choice({ label, values: { CALM: label, URGENT: label } }) state?: string
  /** Narrower than its entity: only whoever is named opens it. */
  @Text({ label, read: grantTo(boss) }) secret?: string
  @BelongsTo(() => User, { label }) owner?: User
  @BelongsTo(() => Project, { label }) project?: Project
}

const model = buildModel({ roles: [visitor, clerk, boss], labels: {}, modules: [{ module: module({ name: 'core', label, icon: '', order: 1, uses: [] }), entities: [Department, User, Project, Paper] }] })
const bare = readingSchema(model)
const schema = withRules(bare, shieldRules(model, noOperations, bare))

const id = (kind: string, number: number): string => `0970000${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`
const departments = [id('d', 1), id('d', 2)]
const users = [{ id: id('a', 1), department: departments[0] ?? null }, { id: id('a', 2), department: departments[0] ?? null }, { id: id('a', 3), department: departments[1] ?? null }]
const projects = [id('b', 1), id('b', 2)]

interface Row { readonly id: string; readonly title: string | null; readonly amount: number | null; readonly state: string | null; readonly secret: string | null; readonly owner: string | null; readonly project: string | null }
const fields = ['title', 'amount', 'state', 'secret'] as const
type Field = (typeof fields)[number]

let world: World
beforeAll(async () => {
  world = await openWorld(model)
  for (const one of departments) await world.put('Department', { id: one, name: one })
  for (const { id: one, department } of users) await world.put('User', { id: one, name: one, department })
  for (const one of projects) await world.put('Project', { id: one, name: one })
})
afterAll(() => world.close())

const orNull = <T>(from: readonly T[]): fc.Arbitrary<T | null> => fc.option(fc.constantFrom(...from), { nil: null })
const anyRow = fc.record({
  title: orNull(['a', 'ab', 'b']), amount: orNull([1, 2, 3]), state: orNull(['CALM', 'URGENT']), secret: orNull(['s', 'st']), owner: orNull(users.map((user) => user.id)), project: orNull(projects),
})
const anyPermission = fc.record({
  holder: fc.constantFrom('clerk', 'boss', 'department', 'user'), field: orNull(fields), scope: fc.constantFrom('ALL' as const, 'OWN' as const, 'DEPARTMENT' as const, 'PROJECT' as const, 'NONE' as const),
  effect: fc.oneof({ weight: 3, arbitrary: fc.constant('ALLOW' as const) }, { weight: 1, arbitrary: fc.constant('DENY' as const) }), known: fc.subarray([...fields]),
})
type Given = { readonly holder: string; readonly field: Field | null; readonly scope: Permission['scope']; readonly effect: Permission['effect']; readonly known: readonly Field[] }

type Filter = { readonly [name: string]: unknown }
const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.constantFrom('title', 'secret').chain((name) => fc.constantFrom<Filter>({ [name]: { eq: 'a' } }, { [name]: { ne: 'a' } }, { [name]: { contains: 's' } }, { [name]: { isEmpty: true } }, { [name]: { isEmpty: false } }, { [name]: { notIn: ['ab'] } })),
  fc.constantFrom<Filter>({ amount: { gt: 1 } }, { amount: { ne: 2 } }, { amount: { lte: 2 } }, { amount: { isEmpty: true } }, { state: { eq: 'URGENT' } }, { state: { notIn: ['URGENT'] } }),
)
const anyFilter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof({ maxDepth: 2 }, leaf, fc.record({ not: tie('filter') }), fc.record({ and: fc.array(tie('filter'), { minLength: 1, maxLength: 2 }) }), fc.record({ or: fc.array(tie('filter'), { minLength: 1, maxLength: 2 }) })),
})).filter
const anySort = fc.option(fc.tuple(fc.constantFrom(...fields), fc.constantFrom('ASC' as const, 'DESC' as const)), { nil: undefined })
const anyAsker = fc.record({ user: fc.constantFrom(0, 1, 2), roles: fc.subarray(['clerk', 'boss']), project: orNull(projects), level: fc.constantFrom('READ' as const, 'EDIT' as const), paper: fc.boolean() })
type Asker = { readonly user: number; readonly roles: readonly string[]; readonly project: string | null; readonly level: TimedGrant['level']; readonly paper: boolean }

/** Read as it is written: no algebra, no SQL, one row after the other. */
function reference(rows: readonly Row[], permissions: readonly Given[], asker: Asker) {
  const user = users[asker.user]
  const departmentOf = (owner: string | null): string | null => users.find((one) => one.id === owner)?.department ?? null
  const mine = permissions.filter(({ holder }) => holder === 'user' || holder === 'department' || asker.roles.includes(holder))
  const inScope = (row: Row, scope: string): boolean =>
    scope === 'ALL' || (scope === 'OWN' && row.owner === user?.id) || (scope === 'DEPARTMENT' && departmentOf(row.owner) !== null && departmentOf(row.owner) === user?.department) || (scope === 'PROJECT' && row.project !== null && row.project === asker.project)
  const denies = mine.filter(({ effect }) => effect === 'DENY')
  const grantedPaper = (row: Row): boolean => asker.paper && row.id === rows[0]?.id
  // What the public sees is for those only of whom nothing else is said.
  const isPublic = !asker.roles.includes('clerk') && !mine.some(({ effect, field, scope }) => effect === 'ALLOW' && field === null && scope !== 'NONE')
  const declared = (row: Row): boolean => asker.roles.includes('clerk') && row.state === 'URGENT'
  const shownToAll = (row: Row): boolean => isPublic && row.state === 'CALM'
  const reaches = (row: Row): boolean =>
    (declared(row) || shownToAll(row) || grantedPaper(row) || mine.some((one) => one.effect === 'ALLOW' && inScope(row, one.scope))) && !denies.some((one) => one.field === null && inScope(row, one.scope))
  const has = (row: Row, field: Field): boolean => {
    const named = mine.some((one) => one.effect === 'ALLOW' && one.field === field && inScope(row, one.scope))
    const whole = grantedPaper(row) || mine.some((one) => one.effect === 'ALLOW' && one.field === null && one.known.includes(field) && inScope(row, one.scope))
    const byCode = (declared(row) && (field === 'title' || field === 'state')) || (shownToAll(row) && (field === 'title' || field === 'amount'))
    const given = field === 'secret' ? named || (whole && asker.roles.includes('boss')) : named || whole || byCode
    return given && !denies.some((one) => one.field === field && inScope(row, one.scope))
  }
  return { reaches, has, seen: (row: Row, field: Field) => (has(row, field) ? row[field] : null) }
}

function fulfils(filter: Filter, value: (field: Field) => string | number | null): boolean {
  return Object.entries(filter).every(([name, operand]) => {
    if (name === 'not') return !fulfils(operand as Filter, value)
    if (name === 'and') return (operand as Filter[]).every((one) => fulfils(one, value))
    if (name === 'or') return (operand as Filter[]).some((one) => fulfils(one, value))
    const mine = value(name as Field)
    return Object.entries(operand as Filter).every(([operator, given]) => {
      switch (operator) {
        case 'eq': return mine !== null && mine === given
        case 'ne': return mine !== given
        case 'notIn': return !(given as unknown[]).includes(mine)
        case 'contains': return typeof mine === 'string' && mine.includes(String(given))
        case 'isEmpty': return (mine === null) === given
        case 'gt': return mine !== null && Number(mine) > Number(given)
        case 'lte': return mine !== null && Number(mine) <= Number(given)
        default: throw new Error(operator)
      }
    })
  })
}

const namesIn = (filter: Filter): string[] => Object.entries(filter).flatMap(([name, operand]) => (name === 'not' ? namesIn(operand as Filter) : Array.isArray(operand) ? operand.flatMap((one: Filter) => namesIn(one)) : [name]))
const compare = (a: unknown, b: unknown): number => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : a === b ? 0 : 1)

const QUERY = 'query ($filter: PaperFilter, $sort: [PaperSort!]) { papers(filter: $filter, sort: $sort, page: { size: 100 }) { total items { id title amount state secret _denied } } }'
interface Answer { readonly papers: { readonly total: number; readonly items: readonly (Row & { readonly _denied: readonly string[] })[] } | null }

async function checkOne(given: { rows: readonly Omit<Row, 'id'>[]; permissions: readonly Given[]; asker: Asker; filter: Filter | undefined; sort: readonly [Field, 'ASC' | 'DESC'] | undefined }): Promise<void> {
  const { permissions, asker, filter, sort } = given
  const rows = given.rows.map((row, index): Row => ({ ...row, id: id('c', index + 1) }))
  await world.script('truncate paper')
  for (const row of rows) await world.put('Paper', { ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)), id: row.id })
  const user = users[asker.user]
  const grants: TimedGrant[] = [...(asker.project === null ? [] : [{ id: 'g', entity: 'Project', record: asker.project, level: asker.level }]), ...(asker.paper && rows[0] ? [{ id: 'h', entity: 'Paper', record: rows[0].id, level: asker.level }] : [])]
  const principal: Principal = { userId: user?.id, organisationId: undefined, departmentId: user?.department ?? undefined, roles: new Set(['visitor', ...asker.roles]), grants, origin: 'API', locale: 'en', requestId: 'r' }
  const policy = policyOf('1', permissions.map(({ holder, field, known, ...one }, index): Permission => ({
    ...one, id: String(index), version: 1, entity: 'Paper', action: 'READ', field: field ?? undefined, known: new Set(known),
    holder: holder === 'user' ? { is: 'user', key: user?.id ?? '', name: 'u' } : holder === 'department' ? { is: 'department', key: user?.department ?? '', name: 'd' } : { is: 'role', key: holder, name: holder },
  })))
  const rights = compileRights(model, holderOf(principal, policy))
  const reader = { model, caller: { principal, rights }, query: world.query }
  const variables = { ...(filter ? { filter } : {}), ...(sort ? { sort: [{ [sort[0]]: sort[1] }] } : {}) }
  const expected = reference(rows, permissions, asker)
  const reached = rows.filter(expected.reaches)
  // The variables of nested filters are more than graphql-jit can compile by themselves: the executor checks them first.
  for (const run of filter || sort ? [interpreted] : [interpreted, compiled]) {
    const { data, errors = [] } = await run(schema, filter || sort ? QUERY : QUERY.replace(/^query \(.*?\) /, 'query ').replace('filter: $filter, sort: $sort, ', ''), reader, variables)
    const answer = data as unknown as Answer | null | undefined
    if (!answer?.papers) {
      // Refused as a whole: then no row is his, or none has a field that the question names.
      const named = [...filter ? namesIn(filter) : [], ...sort ? [sort[0]] : []] as Field[]
      expect({ refused: errors.map(({ originalError }) => (originalError as { code?: string } | undefined)?.code), may: reached.length === 0 || named.some((field) => reached.every((row) => !expected.has(row, field))) }).toEqual({ refused: ['FORBIDDEN'], may: true })
      continue
    }
    const found = reached.filter((row) => !filter || fulfils(filter, (field) => expected.seen(row, field)))
    // Without an order of his own, that of the entity counts, as far as he may read what it is made of.
    const key = sort?.[0] ?? (rights.of('Paper', 'read').field('amount') === 'none' ? undefined : 'amount')
    const sign = sort?.[1] === 'DESC' ? -1 : 1
    const ordered = found.toSorted((a, b) => {
      const [one, other] = key ? [expected.seen(a, key), expected.seen(b, key)] : [null, null]
      if ((one === null) !== (other === null)) return sign * (one === null ? 1 : -1)
      return sign * (one === null || other === null ? 0 : compare(one, other)) || sign * compare(a.id, b.id)
    })
    const shown = ordered.map((row) => ({ id: row.id, ...Object.fromEntries(fields.map((field) => [field, expected.seen(row, field)])), _denied: fields.filter((field) => !expected.has(row, field)).toSorted() }))
    const told = answer.papers.items.map((item) => ({ ...item, _denied: item._denied.toSorted() }))
    expect({ total: answer.papers.total, items: JSON.parse(JSON.stringify(told)) as unknown }).toEqual({ total: found.length, items: shown })
    expect(new Set(errors.map(({ path }) => `${String(path?.[2])} ${String(path?.[3])}`))).toEqual(new Set(shown.flatMap(({ _denied }, index) => _denied.map((field) => `${index} ${field}`))))
  }
}

describe('any policy, any rows, any question', () => {
  test('is answered as a plain reading of the permissions answers it', async () => {
    await fc.assert(fc.asyncProperty(
      fc.record({ rows: fc.array(anyRow, { minLength: 1, maxLength: 6 }), permissions: fc.array(anyPermission, { maxLength: 5 }), asker: anyAsker, filter: fc.option(anyFilter, { nil: undefined }), sort: anySort }),
      checkOne,
    ), { numRuns: 300, seed: 20_261_129, endOnFailure: true })
  }, 300_000)
})
