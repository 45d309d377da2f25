import { OptimisticLockError, type EntityManager, type EntityName, type MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseOf, type Sandbox } from '../sql/fixtures/database.ts'
import { Organisation, Party, Person, Sample, everyKind } from '../sql/fixtures/everyKind.ts'
import { structureOrm } from '../sql/structure.ts'
import type { EntityClass } from '../../model/record.ts'
import { emitEntities } from './index.ts'

type Row = Record<string, unknown>

/** Rows of the unit of work are plain values by property; the declared classes type what the API gives. */
const named = (cls: EntityClass): EntityName<Row> => cls as unknown as EntityName<Row>

let sandbox: Sandbox
let orm: MikroORM
const statements: string[] = []

beforeAll(async () => {
  sandbox = await databaseOf(everyKind)
  orm = await structureOrm(sandbox.url, { entities: emitEntities(everyKind), validateRequired: false, debug: ['query'], logger: (line) => statements.push(line) })
})
afterAll(async () => {
  await orm.close()
  await sandbox.drop()
})

const make = (em: EntityManager, cls: EntityClass, values: Row): void => { em.persist(em.create(named(cls), values, { partial: true })) }

/** What the field kinds give for one value of each. */
const values: Row = {
  text: 'L’été', longText: 'a\nb', richText: '<p>c</p>', integer: 7, bigInteger: 9_007_199_254_740_991, decimal: '12.50', money: 1250, moneyCurrency: 'EUR', bool: true,
  state: 'DONE', choices: ['B'], day: '2026-11-20', instant: '2026-11-20T14:00:00.500Z', zoned: '2026-07-01T08:30:00.000Z', zonedZone: 'Europe/Paris', duration: 90,
  email: 'a@b.fr', url: 'https://b.fr/', phone: '01 02', phoneE164: null, country: 'BE', language: 'fr', currency: 'CHF', percentage: 12.5,
  place: 48.85, placeLongitude: -2.35, json: '{"b":[1,{"c":null}],"a":"é"}', encrypted: 'cipher', fingerprint: 'hash', other: v7(),
}

describe('the entities of MikroORM', () => {
  it('keep every kind of value as its field kind gives it', async () => {
    const [id, owner] = [v7(), v7()]
    const em = orm.em.fork()
    make(em, Sample, { id, ...values, owner, subject: owner, subjectEntity: 'Person' })
    make(em, Person, { id: owner, name: 'Jean', firstName: 'J' })
    await em.flush()
    const stored = await orm.em.fork().findOneOrFail(named(Sample), { id })
    expect({ ...stored }).toMatchObject({ ...values, id, owner, subject: owner, subjectEntity: 'Person', json: '{"a":"é","b":[1,{"c":null}]}', version: 1, number: 1000, parent: null })
    expect(stored['createdAt']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  it('write nothing when a value is given again in another form of the same', async () => {
    const id = v7()
    const em = orm.em.fork()
    make(em, Sample, { id, ...values })
    await em.flush()
    const later = orm.em.fork()
    const stored = await later.findOneOrFail(named(Sample), { id })
    Object.assign(stored, values, { decimal: '12.5', json: '{ "a": "é", "b": [1, {"c": null}] }' })
    statements.length = 0
    await later.flush()
    expect(statements).toEqual([])
  })

  it('guard an update by the version that was read', async () => {
    const id = v7()
    const em = orm.em.fork()
    make(em, Sample, { id, text: 'one' })
    await em.flush()
    const [mine, theirs] = [orm.em.fork(), orm.em.fork()]
    const [a, b] = await Promise.all([mine.findOneOrFail(named(Sample), { id }), theirs.findOneOrFail(named(Sample), { id })])
    Object.assign(a, { text: 'two' })
    await mine.flush()
    expect(a['version']).toBe(2)
    Object.assign(b, { text: 'three' })
    await expect(theirs.flush()).rejects.toBeInstanceOf(OptimisticLockError)
  })

  it('update a row that was never loaded, by id and version', async () => {
    const id = v7()
    const em = orm.em.fork()
    make(em, Sample, { id, text: 'one' })
    await em.flush()
    em.clear()
    statements.length = 0
    Object.assign(em.merge(named(Sample), { id, version: 1 }), { text: 'two' })
    await em.flush()
    expect(statements.filter((line) => line.includes('select'))).toEqual([])
    expect(await sandbox.rows('select text, version from sample where id = $1', [id])).toEqual([{ text: 'two', version: 2 }])
  })

  it('give the kinds of one table their class and their kind', async () => {
    const [person, organisation] = [v7(), v7()]
    const em = orm.em.fork()
    make(em, Organisation, { id: organisation, name: 'O', registration: '1', rank: 2, director: person })
    make(em, Person, { id: person, name: 'P', firstName: 'F', rank: 1 })
    await em.flush()
    const found = await orm.em.fork().find(named(Party), { id: { $in: [person, organisation] } }, { orderBy: { name: 'asc' } })
    expect(found.map((row) => [row.constructor, row['rank']])).toEqual([[Organisation, 2], [Person, 1]])
    expect(await sandbox.rows('select kind from party where id = $1', [person])).toEqual([{ kind: 'PERSON' }])
  })

  it('let rows point to rows that come later, with the constraints deferred', async () => {
    const [child, parent] = [v7(), v7()]
    await orm.em.fork().transactional(async (em) => {
      await em.execute('set constraints all deferred')
      make(em, Sample, { id: child, text: 'child', parent })
      await em.flush()
      make(em, Sample, { id: parent, text: 'parent' })
      await em.flush()
      await em.execute('set constraints all immediate')
    })
    expect(await sandbox.rows('select text from sample where parent_id = $1', [parent])).toEqual([{ text: 'child' }])
  })
})
