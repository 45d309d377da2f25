import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compileRights } from '../access/rights.ts'
import { noting } from './fixtures/database.ts'
import { dataOf, interpreted, readingSchema, type Variables } from './fixtures/graphql.ts'
import { prettySql } from './fixtures/prettySql.ts'
import { ada } from './fixtures/rows.ts'
import { worldModel } from './fixtures/world.ts'

/**
 * The SQL of the main shapes, checked in: what a change makes of a statement is seen in review. The
 * first lines of a document say who asks and with which variables.
 */
const folder = new URL('golden/', import.meta.url)
const schema = readingSchema(worldModel)

const header = (text: string, name: string): string | undefined => new RegExp(`^# ${name}: (.*)$`, 'm').exec(text)?.[1]

describe('golden statements', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.graphql')))('%s', async (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    const roles = new Set(header(text, 'as')?.split(' '))
    const reader = noting(worldModel, () => Promise.resolve([{ items: [], total: 0 }]), compileRights(worldModel, roles), roles, ada)
    await dataOf(interpreted(schema, text, reader, JSON.parse(header(text, 'variables') ?? '{}') as Variables))
    const told = reader.asked.map((one) => [prettySql(one.text), ...one.values.map((value, index) => `-- $${index + 1} = ${JSON.stringify(value)}`)].join('\n'))
    await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot(`golden/${name}.sql`)
  })
})
