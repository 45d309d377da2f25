import sql from 'sql-template-tag'
import { shape } from '#model'
import { castingDesk } from '#schema/roles.ts'
import { notFound } from '../../../model/errors.ts'
import { documentDeskOf, type DocumentDoor } from '../../../ports/documents.ts'
import { rootQuery, type Reading } from '../../../read/rootQuery.ts'

const fields = shape('DocumentDisclosure', { sensitivity: { type: 'String', required: true }, fields: { type: 'String', many: true, required: true } }, 'Fields that a document discloses, by how sensitive they are.')
const statement = shape('DocumentStatement', { sql: { type: 'String', required: true }, plan: { type: 'String', required: true } }, 'A statement that a document sends, and how PostgreSQL would run it.')

const facts = shape('DocumentFacts', {
  operationName: 'String', variables: { type: 'JSON', required: true },
  writes: { type: 'String', many: true, required: true, description: 'Mutations that it runs; none where it only reads.' },
  disclosed: { type: fields, many: true, required: true },
  previous: { type: 'String', description: 'Alias of the version before.' }, previousText: 'String',
  added: { type: 'String', many: true, required: true }, removed: { type: 'String', many: true, required: true },
  worstCost: { type: 'Int', required: true, description: 'Points, at the widest variables that are permitted.' }, mostCost: { type: 'Int', required: true },
  statements: { type: statement, many: true, required: true },
  sample: { type: 'JSON', description: 'An answer on our own data; what is not public is masked.' },
}, 'What whoever approves a document should know.')

export default rootQuery({
  name: 'documentFacts',
  description: 'What a registered document discloses, costs and asks of the database, for whoever approves it.',
  access: castingDesk,
  args: { id: { kind: 'record', options: { required: true } } },
  returns: facts,
  run: async (reading, { id }) => {
    const { before, ...document } = await documentRow(reading, String(id))
    const { disclosed, since, cost, ...rest } = await documentDeskOf(reading.model).facts({ ...document, before })
    return {
      ...rest, worstCost: cost.worst, mostCost: cost.most, previous: since?.alias, previousText: since?.text, added: since?.added ?? [], removed: since?.removed ?? [],
      disclosed: Object.entries(disclosed).map(([sensitivity, names]) => ({ sensitivity, fields: names })),
    }
  },
})

async function documentRow({ query }: Reading, id: string): Promise<{ readonly document: string; readonly client: DocumentDoor; readonly variables: unknown; readonly before: { readonly alias: string; readonly document: string } | undefined }> {
  const [row] = await query(sql`
    select d.document, d.client, d.variables, b.alias as before_alias, b.document as before_document
    from persisted_query d
    left join lateral (select * from persisted_query b where b.name = d.name and b.revision < d.revision and b.state not in ('DRAFT', 'SUBMITTED', 'REJECTED') order by b.revision desc limit 1) b on true
    where d.id = ${id}`)
  if (!row) throw notFound('id')
  return {
    document: String(row['document']), client: row['client'] === 'PARTNER' ? 'PARTNER' : 'SITE', variables: row['variables'],
    before: row['before_document'] == null ? undefined : { alias: String(row['before_alias']), document: String(row['before_document']) },
  }
}
