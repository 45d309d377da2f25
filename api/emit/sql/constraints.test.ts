import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Base, BelongsTo, Choice, Day, Entity, Instant, ManyToMany, MoneyAmount, Text, invariant, type Money } from '#model'
import { constraintsOf } from './constraints.ts'
import { entity, label, modelOf } from './fixtures/declare.ts'
import { databaseOf, type Sandbox } from './fixtures/database.ts'
import { everyKind } from './fixtures/everyKind.ts'

const endsLater = invariant<Booking>({
  name: 'endsAfterItStarts', message: { fr: 'La fin précède le début.', en: 'It ends before it starts.' }, path: 'endAt',
  holds: (row) => !row.startAt || !row.endAt || row.startAt < row.endAt, sql: 'end_at > start_at',
})
const twice = { fr: 'Déjà réservé.', en: 'Already booked.' }

@Entity<Hall>({ ...entity('halls'), title: 'name', unique: [{ fields: ['city', 'name'], ignoreCase: true, nullsEqual: true, message: twice }] })
class Hall extends Base {
  @Text({ label, unique: 'ignoreCase' }) code?: string
  @Text({ label }) name?: string
  @Text({ label }) city?: string
}

@Entity<Booking>({
  ...entity('bookings'), title: 'note', rules: [endsLater],
  unique: [{ fields: ['hall', 'note'], where: { state: { eq: 'CONFIRMED' } } }, { fields: ['hall', 'note'], where: { state: { eq: 'OPTION' } } }],
  exclude: [
    { equal: ['hall'], overlap: ['startAt', 'endAt'], where: { state: { eq: 'CONFIRMED' } }, message: twice },
    { equal: ['hall'], overlap: ['firstDay', 'lastDay'], message: twice },
  ],
})
class Booking extends Base {
  @BelongsTo(() => Hall, { label, required: true, inverse: 'bookings' }) hall!: Hall
  @BelongsTo(() => Booking, { label, unique: true, inverse: 'followedBy' }) follows?: Booking
  @Instant({ label }) startAt?: string
  @Instant({ label }) endAt?: string
  @Day({ label }) firstDay?: string
  @Day({ label }) lastDay?: string
  @Text({ label }) note?: string
  @MoneyAmount({ label }) fee?: Money
  @Choice({ label, required: true, values: { OPTION: label, CONFIRMED: label }, initial: 'OPTION' }) state!: string
  @ManyToMany(() => Hall, { label, inverse: 'alternativeOf', onDelete: 'restrict' }) alternatives?: Hall[]
}

const model = modelOf(Hall, Booking)
const constraints = constraintsOf(model)
let sandbox: Sandbox
let hall = ''

beforeAll(async () => {
  sandbox = await databaseOf(model)
  hall = (await sandbox.rows<{ id: string }>(`insert into hall (code, name, city) values ('H1', 'Odéon', null) returning id`))[0]?.id ?? ''
})
afterAll(() => sandbox.drop())

/** What the write engine learns of a refused statement. */
async function broken(text: string, values?: unknown[]): Promise<unknown> {
  const { constraint } = await sandbox.refusal(text, values)
  return constraints.get(constraint ?? '') ?? constraint
}
const booking = (columns: string, ...values: string[]): [string, unknown[]] =>
  [`insert into booking (hall_id, ${columns}) values ($1, ${values.map((_, index) => `$${index + 2}`).join(', ')})`, [hall, ...values]]

describe('a broken constraint', () => {
  it('of uniqueness without case names its fields', async () => {
    expect(await broken(`insert into hall (code) values ('h1')`)).toEqual({ entity: 'Hall', members: ['code'], kind: 'unique' })
  })

  it('of uniqueness over several fields brings its sentence, empty ones counting as equal', async () => {
    expect(await broken(`insert into hall (name) values ('odÉon')`)).toEqual({ entity: 'Hall', members: ['city', 'name'], kind: 'unique', message: twice })
  })

  it('of partial uniqueness concerns its rows only, and two on the same fields have two names', async () => {
    await sandbox.run(`insert into booking (hall_id, note, state) values ('${hall}', 'a', 'OPTION'), ('${hall}', 'a', 'CONFIRMED')`)
    expect(await broken(...booking('note, state', 'a', 'OPTION'))).toMatchObject({ kind: 'unique', members: ['hall', 'note'] })
    expect(await broken(...booking('note, state', 'a', 'CONFIRMED'))).toMatchObject({ kind: 'unique', members: ['hall', 'note'] })
  })

  it('of a relation to one that is unique names the relation', async () => {
    await sandbox.run(`insert into booking (id, hall_id) values ('00000000-0000-7000-8000-000000000001', '${hall}')`)
    const follower = booking('follows_id', '00000000-0000-7000-8000-000000000001')
    await sandbox.rows(...follower)
    expect(await broken(...follower)).toEqual({ entity: 'Booking', members: ['follows'], kind: 'unique' })
  })

  it('of an overlap in time: ends touch, confirmed rows do not', async () => {
    await sandbox.rows(...booking('start_at, end_at, state', '2026-01-01T10:00Z', '2026-01-01T12:00Z', 'CONFIRMED'))
    await sandbox.rows(...booking('start_at, end_at, state', '2026-01-01T12:00Z', '2026-01-01T13:00Z', 'CONFIRMED'))
    await sandbox.rows(...booking('start_at, end_at, state', '2026-01-01T11:00Z', '2026-01-01T13:00Z', 'OPTION'))
    expect(await broken(...booking('start_at, end_at, state', '2026-01-01T11:59Z', '2026-01-01T13:00Z', 'CONFIRMED')))
      .toEqual({ entity: 'Booking', members: ['startAt', 'endAt'], kind: 'exclusion', message: twice })
  })

  it('of an overlap in days counts the last one', async () => {
    await sandbox.rows(...booking('first_day, last_day', '2026-03-01', '2026-03-02'))
    expect(await broken(...booking('first_day, last_day', '2026-03-02', '2026-03-04'))).toMatchObject({ kind: 'exclusion', members: ['firstDay', 'lastDay'] })
  })

  it('of an invariant names the rule', async () => {
    expect(await broken(...booking('start_at, end_at', '2026-01-02T10:00Z', '2026-01-02T09:00Z')))
      .toEqual({ entity: 'Booking', members: ['endAt'], kind: 'check', message: endsLater.message, rule: 'endsAfterItStarts' })
  })

  it('of a choice, or of an amount without its currency, names the field', async () => {
    expect(await broken(...booking('state', 'LOST'))).toEqual({ entity: 'Booking', members: ['state'], kind: 'check' })
    expect(await broken(...booking('fee', '100'))).toEqual({ entity: 'Booking', members: ['fee'], kind: 'check' })
    await sandbox.rows(...booking('fee, fee_currency', '100', 'EUR'))
  })

  it('of a foreign key names the relation, on both of its ends', async () => {
    expect(await broken(`insert into booking (hall_id) values (gen_random_uuid())`)).toEqual({ entity: 'Booking', members: ['hall'], kind: 'foreignKey' })
    expect(await broken('delete from hall')).toEqual({ entity: 'Booking', members: ['hall'], kind: 'foreignKey' })
  })

  it('of a pair names the relation', async () => {
    const [other] = await sandbox.rows<{ id: string }>(`insert into hall (code) values ('H2') returning id`)
    const [row] = await sandbox.rows<{ id: string }>(...booking('note', 'pairs').map((part) => typeof part === 'string' ? `${part} returning id` : part) as [string, unknown[]])
    await sandbox.rows('insert into booking_alternatives values ($1, $2)', [row?.id, other?.id])
    expect(await broken('insert into booking_alternatives values ($1, $2)', [row?.id, other?.id])).toMatchObject({ kind: 'unique', members: ['alternatives'] })
    expect(await broken('delete from hall where id = $1', [other?.id])).toMatchObject({ kind: 'foreignKey', members: ['alternatives'] })
  })

  it('of what may not be empty is known by table and column', async () => {
    expect(await sandbox.refusal('insert into booking (note) values (1)')).toMatchObject({ code: '23502' })
    expect(constraints.get('booking.hall_id')).toEqual({ entity: 'Booking', members: ['hall'], kind: 'notNull' })
  })
})

describe('the kinds of one table', () => {
  it('require and hold unique in their own rows only', async () => {
    const kinds = await databaseOf(everyKind)
    const known = constraintsOf(everyKind)
    await kinds.run(`insert into party (kind, name, registration) values ('ORGANISATION', 'a', '1'); insert into party (kind, name, first_name, registration) values ('PERSON', 'b', 'B', '1')`)
    expect(known.get((await kinds.refusal(`insert into party (kind, name, registration) values ('ORGANISATION', 'c', '1')`)).constraint ?? '')).toMatchObject({ entity: 'Organisation', members: ['registration'] })
    expect(known.get((await kinds.refusal(`insert into party (kind, name) values ('PERSON', 'd')`)).constraint ?? '')).toEqual({ entity: 'Person', members: ['firstName'], kind: 'notNull' })
    expect(known.get((await kinds.refusal(`insert into party (kind, name) values ('DOG', 'd')`)).constraint ?? '')).toMatchObject({ entity: 'Party', kind: 'check' })
    await kinds.drop()
  })
})
