import type { Client } from './client.ts'
import { document } from './documents.ts'
import type { AdminMeta, Locale } from './meta.ts'

const FIELD = `name kind label help group required many immutable read create update filter sort choices { value label }
  relation { target targets inverse single ordered owned accept maxBytes } requiredWhen visibleWhen limits default`

const META = document(`query Admin_Meta($locale: Locale) { data: adminMeta(locale: $locale) {
  version locale user { id email fullName } modules { name label icon order }
  resources {
    name plural module label labelPlural help menu { order icon } abstract kinds parent
    operations { one list byIds create update delete updateMany deleteMany }
    searchable sort { field direction } list groups { name label } views history
    moves { name operation label confirm field from to }
    actions { name label help confirm scope when returns args { ${FIELD} } }
    fields { ${FIELD} }
  }
} }`)

/** What introspection cannot say, in one language, cut to the rights of the caller. */
export async function loadMeta(client: Client, locale: Locale): Promise<AdminMeta> {
  const { data } = await client.query<{ readonly data: AdminMeta }>({ query: META, variables: { locale } })
  return data.data
}
