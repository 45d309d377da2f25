import { describe, expect, it } from 'vitest'
import { now } from '#model'
import { entityOf } from '../../model/model.ts'
import { everyKind } from './fixtures/everyKind.ts'
import { constantSql } from './where.ts'

const sample = entityOf(everyKind, 'Sample')

describe('a condition as constant SQL', () => {
  it.each([
    [{}, 'true'],
    [{ state: { eq: 'DONE' } }, `"state" = 'DONE'`],
    [{ state: { ne: 'DONE' } }, `"state" is distinct from 'DONE'`],
    [{ text: { eq: `l'été` } }, `"text" = 'l''été'`],
    [{ integer: { gte: 1, lt: 5 } }, `"integer" >= 1 and "integer" < 5`],
    [{ bool: { eq: false }, owner: { isEmpty: true } }, `"bool" = false and "owner_id" is null`],
    [{ state: { in: ['DRAFT', 'DONE'] } }, `"state" in ('DRAFT', 'DONE')`],
    [{ state: { notIn: ['DONE'] } }, `("state" is null or "state" not in ('DONE'))`],
    [{ state: { in: [] } }, 'false'],
    [{ or: [{ day: { isEmpty: false } }, { not: { bool: { eq: true } } }] }, `(("day" is not null) or (("bool" = true) is not true))`],
  ])('%j', (where, sql) => expect(constantSql(sample, where)).toBe(sql))

  it.each([
    [{ instant: { lt: now } }, 'changes with the moment'],
    [{ text: { contains: 'x' } }, 'cannot stand in a constraint'],
    [{ state: { eq: null } }, 'cannot stand in a constraint'],
    [{ cast: { some: {} } }, 'has no column'],
  ])('refuses %j', (where, reason) => expect(() => constantSql(sample, where)).toThrow(reason))
})
