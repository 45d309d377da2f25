import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entityOf } from '../model/model.ts'
import { me, myOrganisation, now, today, type Moment } from '../model/where.ts'
import { openWorld, type World } from './fixtures/database.ts'
import { ada, bare, bob, client1, draft, fill, future, nord, plain, star } from './fixtures/rows.ts'
import { worldModel } from './fixtures/world.ts'
import { conditionOf } from './index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(worldModel)
  await fill(world)
})
afterAll(() => world.close())

async function found(where: Record<string, unknown>, entity = 'Offer', userId?: string, organisationId?: string): Promise<unknown[]> {
  const { caller } = world.reader(['visitor'], userId, organisationId)
  const model = entityOf(worldModel, entity)
  const { text, values } = conditionOf(worldModel, model, where, caller, 't')
  const rows = await world.query(`select t.id from "${model.table}" t where ${text} order by t.id`, values)
  return rows.map((row) => row['id'])
}

describe('a condition of a declaration', () => {
  test.each<[Record<string, unknown>, readonly string[]]>([
    [{}, [star, draft, bare, future, plain]], [{ state: 'PUBLISHED' }, [star, future, plain]], [{ state: { eq: 'PUBLISHED' }, publishFrom: { lte: now } }, [star, plain]], [{ startsOn: { lt: today } }, [draft]],
    [{ posts: null }, [bare, future, plain]], [{ posts: { eq: null } }, [bare, future, plain]], [{ contactPublic: true }, [star]], [{ moods: { has: 'GAY' } }, [star]], [{ client: client1 }, [star, plain]], [{ client: { in: [client1] } }, [star, plain]],
    [{ client: { isEmpty: true } }, [bare]], [{ client: null }, [bare]], [{ client: { companyName: { contains: 'NORD' } } }, [star, plain]], [{ not: { state: 'DRAFT' } }, [star, future, plain]], [{ or: [{ posts: 3 }, { posts: 1 }] }, [star, draft]],
    [{ categories: { some: {} } }, [star, draft]], [{ cast: { none: {} } }, [draft, bare, future, plain]],
  ])('%j is found, whatever the caller may read', async (where, ids) => {
    expect(await found(where)).toEqual(ids)
  })
  test('names who is asking', async () => {
    const mine = (moment: Moment) => ({ author: { id: { eq: moment } } })
    expect(await found(mine(me), 'Offer', ada)).toEqual([star, plain])
    expect(await found({ author: me }, 'Offer', bob)).toEqual([draft])
    expect(await found({ author: { ne: me } }, 'Offer', bob)).toEqual([star, bare, future, plain])
    expect(await found(mine(me))).toEqual([])
    expect(await found({ organisation: { id: { eq: myOrganisation } } }, 'Client', ada, nord)).toEqual([client1])
    expect(await found({ organisation: { id: { eq: myOrganisation } } }, 'Client', ada)).toEqual([])
  })
  test('that is faulty is no fault of the caller', async () => {
    await expect(found({ state: { like: 'x' } })).rejects.toThrow(/^a declared condition is faulty: Offer.state.like unknownOperator/)
  })
})
