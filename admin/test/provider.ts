import { introspectionFromSchema } from 'graphql'
import { createSession, type Session } from '../auth/session.ts'
import { createClient, type Client } from '../data/client.ts'
import { indexMeta, type MetaIndex } from '../data/metaIndex.ts'
import { createDataProvider, type AdminDataProvider } from '../data/provider.ts'
import { indexSchema, type SchemaIndex } from '../data/schema.ts'
import { fakeMeta, type Refused } from './fake/meta.ts'
import { createFake, type Fake } from './fake/server.ts'

export interface Bench { readonly fake: Fake; readonly session: Session; readonly client: Client; readonly meta: MetaIndex; readonly schema: SchemaIndex; readonly provider: AdminDataProvider }

/** A signed-in data provider over the fake, without a network. `answer` stands in for the server where a test wants another answer. */
export async function benchOf(options: { readonly refused?: Refused; readonly answer?: typeof fetch } = {}): Promise<Bench> {
  const fake = createFake({ signedIn: true, ...(options.refused ? { refused: options.refused } : {}) })
  const session = createSession({ url: '/graphql', locale: 'fr', fetch: fake.fetch })
  await session.start()
  const client = createClient(session, '/graphql', options.answer ?? fake.fetch)
  const meta = indexMeta(fakeMeta('fr', options.refused))
  const introspection = introspectionFromSchema(fake.schema).__schema
  const provider = createDataProvider({ client, schema: introspection, meta: () => meta, toInput: plainInput })
  return { fake, session, client, meta, schema: indexSchema(introspection), provider }
}

const plainInput = (_field: unknown, value: unknown): unknown => value
