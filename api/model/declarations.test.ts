import { describe, expect, it } from 'vitest'
import { Base, BelongsTo, Entity, Integer, module, Password, role, rowRule, grantTo, Text, opens, type Labels } from '#model'
import { compileRights } from '../access/rights.ts'
import { declarations } from '../../schema/index.ts'
import { buildModel, type Declarations } from './build.ts'
import { isInput } from './model.ts'
import type { EntityClass } from './record.ts'

const label = (text: string): Labels => ({ fr: text, en: text })
const clerk = role('clerk', label('Clerk'))
const guest = role('guest', label('Guest'))
const desk = grantTo(clerk)
const access = { read: desk, create: desk, update: desk, delete: desk }
const core = module({ name: 'core', label: label('Core'), icon: 'x', order: 1, uses: [] })
const shop = module({ name: 'shop', label: label('Shop'), icon: 'x', order: 2, uses: ['core'] })

@Entity<User>({ plural: 'users', label: label('User'), labelPlural: label('Users'), title: 'name', access })
class User extends Base {
  @Text({ label: label('Name') }) name?: string
  @Password({ label: label('Password') }) password?: string
  @Text({ hidden: true, label: label('Hash') }) hash?: string
}

const sold = rowRule<User & { orders: Order[] }>('sold', label('who bought'), { orders: { some: { total: { gt: 0 } } } })

@Entity<Order>({ plural: 'orders', label: label('Order'), labelPlural: label('Orders'), title: 'id', access })
class Order extends Base {
  @Integer({ label: label('Total') }) total?: number
  @BelongsTo(() => User, { inverse: 'orders' }) user?: User
}

/** A property that no decorator declares: the types are satisfied, the model is not. */
interface Priced { price?: number }

const given = (more: Partial<Declarations['modules'][number]> = {}, entities: readonly EntityClass[] = [Order]): Declarations => ({
  labels: {}, roles: [clerk, guest],
  modules: [{ module: core, entities: [User] }, { module: shop, entities, ...more }],
})
const faultsOf = (declared: Declarations): readonly string[] => {
  try {
    buildModel(declared)
    return []
  } catch (error) {
    return String(error).split('\n')
  }
}

describe('what a module opens of a shared entity', () => {
  it('is granted as if the entity had said it', () => {
    const model = buildModel(given({ openings: [opens(User, 'read', grantTo(guest).where(sold).fields('name'))] }))
    const rights = compileRights(model, new Set(['guest'])).of('User', 'read')
    expect(rights.rows).toEqual([sold.where])
    expect([rights.field('name'), rights.field('createdAt')]).toEqual(['all', 'none'])
  })

  it('names only what exists', () => {
    const faults = faultsOf(given({ openings: [opens(User, 'read', desk.where(rowRule<User & { orders: Priced[] }>('wrong', label('x'), { orders: { some: { price: { gt: 0 } } } })))] }))
    expect(faults).toEqual([expect.stringContaining('core.User: has a condition on `orders.price`')])
  })
})

describe('a hidden member', () => {
  const model = buildModel(given())
  const user = model.entities.get('User')

  it('has a column, and nobody has it', () => {
    const hash = user?.members.get('hash')
    expect(hash?.columns).toHaveLength(1)
    expect(hash && isInput(hash)).toBe(false)
    for (const verb of ['read', 'create', 'update'] as const) expect(compileRights(model, new Set(['clerk'])).of('User', verb).field('hash')).toBe('none')
  })

  it('is not what a password is: that has no column at all', () => {
    expect(user?.members.get('password')?.columns).toEqual([])
  })
})

describe('a password is taken as it is typed', () => {
  const field = { name: 'password', options: {} }
  const member = buildModel(given()).entities.get('User')?.members.get('password')
  const parse = (value: unknown) => (member?.is === 'field' ? member.kind.parse(value, field) : undefined)

  it.each([['  twelve spaces  ', true], ['short', false], ['x'.repeat(129), false], ['douze\0caractères', false], [12, false]])('%j', (value, ok) => {
    expect(parse(value)).toMatchObject(ok ? { ok: true, values: { '': value } } : { ok: false })
  })
})

describe('the declarations of the house', () => {
  const model = buildModel(declarations)
  const readBy = (entity: string, ...roles: string[]) => compileRights(model, new Set(roles)).of(entity, 'read')

  it('show visitors nothing of these', () => {
    const closed = ['Prospect', 'User', 'Session', 'AuditEntry', 'OutboundMessage', 'Organisation', 'PartyRole', 'Role', 'Department', 'DiffusionPartner', 'PartnerFeed', 'LegalStatus', 'PersistedQuery']
    expect(closed.filter((name) => readBy(name, 'visitor').rows !== 'none')).toEqual([])
  })

  it('show nobody a session, nor write the history', () => {
    for (const roles of [['visitor'], ['member', 'employee', 'administrator', 'partner']]) {
      const rights = compileRights(model, new Set(roles))
      expect(rights.of('Session', 'read').rows).toBe('none')
      expect((['create', 'update', 'delete'] as const).map((verb) => rights.of('AuditEntry', verb).rows)).toEqual(['none', 'none', 'none'])
    }
  })

  it('let a visitor read an offer while it is published, and its contact while that is public', () => {
    const rights = compileRights(model, new Set(['visitor'])).of('CastingOffer', 'read')
    expect(rights.rows).toHaveLength(1)
    // All that is public is so on every row that is: no condition is left to ask of each field.
    expect(rights.field('title')).toBe('all')
    expect(rights.field('contact')).toMatchObject([{ contactPublic: { eq: true } }])
    expect(['internalNote', 'author', 'state', 'createdBy', 'number'].map((name) => rights.field(name))).toEqual(Array.from({ length: 5 }, () => 'none'))
    expect(compileRights(model, new Set(['visitor'])).of('Client', 'read').field('organisation')).toBe('none')
  })

  it('keep partners away from everything of the desk', () => {
    const rights = compileRights(model, new Set(['visitor', 'member', 'partner']))
    const names = [...model.entities.keys()]
    expect(names.filter((name) => rights.of(name, 'create').rows !== 'none')).toEqual([])
    // What he uploaded himself, when somebody lets him upload.
    expect(names.filter((name) => rights.of(name, 'delete').rows !== 'none')).toEqual(['FileAsset'])
    expect(rights.of('DiffusionPartner', 'read').field('siteUrl')).toBe('none')
  })
})
