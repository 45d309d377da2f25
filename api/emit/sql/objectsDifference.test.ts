import { describe, expect, it } from 'vitest'
import type { SqlObject } from './object.ts'
import { describeObjects, objectsDifference } from './objectsDifference.ts'

const object = (name: string, more: Partial<SqlObject> = {}): SqlObject => ({ name, create: `create ${name}`, drop: `drop ${name}`, ...more })
const fold = object('fold', { ground: true })
const sequence = object('sequence', { ground: true })
const onFold = object('index on fold', { needs: ['fold'] })
const onThat = object('more', { needs: ['index on fold'] })
const plain = object('plain')
const changed = (one: SqlObject): SqlObject => ({ ...one, create: `${one.create}, new` })

describe('the way between two sets of objects', () => {
  it('is empty where nothing changed', () => {
    expect(objectsDifference([fold, plain], [fold, plain])).toEqual({ before: [], after: [] })
  })

  it('makes the ground before the tables and the rest after', () => {
    expect(objectsDifference([], [fold, onFold])).toEqual({ before: ['create fold'], after: ['create index on fold'] })
  })

  it('drops what tables may change below before, and ground that columns may use after', () => {
    expect(objectsDifference([sequence, plain], [])).toEqual({ before: ['drop plain'], after: ['drop sequence'] })
  })

  it('takes down what stands on something that changes, last first, and puts it up again', () => {
    expect(objectsDifference([fold, onFold, onThat, plain], [changed(fold), onFold, onThat, plain])).toEqual({
      before: ['drop more', 'drop index on fold', 'drop fold', 'create fold, new'], after: ['create index on fold', 'create more'],
    })
  })

  it('replaces in its place what can be replaced', () => {
    const trigger = object('trigger', { replaces: true })
    expect(objectsDifference([trigger], [changed(trigger)])).toEqual({ before: [], after: ['create trigger, new'] })
  })

  it('is told in one line per object', () => {
    expect(describeObjects([fold, plain], [changed(fold), onFold])).toEqual(['plain: is no longer declared', 'fold: has changed', 'index on fold: is new'])
  })
})
