import { parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createFake } from '../test/fake/server.ts'
import { benchOf } from '../test/provider.ts'
import { resourceOf } from './metaIndex.ts'
import { selectRecord, type View } from './selection.ts'

const { meta, schema } = await benchOf()
const views: readonly View[] = [{ view: 'label' }, { view: 'show' }, { view: 'edit' }]

describe('the selection of a record', () => {
  it.each(meta.meta.resources.flatMap((resource) => views.map((view) => [resource.plural, view.view, resource, view] as const)))('of %s for %s is valid (pitfall 11)', (_plural, _view, resource, view) => {
    const document = parse(`query Q($id: ID!) { data: ${resource.operations.one}(id: $id) ${selectRecord({ meta, schema }, resource, view)} }`)
    expect(validate(createFake().schema, document)).toEqual([])
  })

  it('reads in a form what the form writes: what it owns with its values, and no lists that belong to other pages', () => {
    const edit = selectRecord({ meta, schema }, resourceOf(meta, 'clients'), { view: 'edit' })
    expect(edit).toContain('organisation { id _label version displayName')
    expect(edit).not.toMatch(/offers|createdAt/)
  })

  it('skips fields that cannot be asked for without arguments (pitfall 11)', () => {
    const offer = resourceOf(meta, 'offers')
    const field = { ...offer.fields[0], name: 'asksForMore', kind: 'text', read: true } as typeof offer.fields[number]
    const asking = { ...schema, field: (type: string, name: string) => (name === 'asksForMore' ? { ...schema.field(type, 'title'), args: [{ name: 'x', type: { kind: 'NON_NULL', ofType: { kind: 'SCALAR', name: 'Int' } } }] } : schema.field(type, name)) } as typeof schema
    expect(selectRecord({ meta, schema: asking }, { ...offer, fields: [...offer.fields, field] }, { view: 'show' })).not.toContain('asksForMore')
  })

  it('knows the side of a many-to-many that declares it', () => {
    expect(selectRecord({ meta, schema }, resourceOf(meta, 'offers'), { view: 'edit' })).toContain('categories(limit: 100) { id _label }')
    expect(selectRecord({ meta, schema }, resourceOf(meta, 'categories'), { view: 'show' })).toMatch(/offersCount/)
    expect(selectRecord({ meta, schema }, resourceOf(meta, 'categories'), { view: 'show' })).not.toMatch(/offers\(/)
  })
})
