import { createClient, type Client } from '../data/client.ts'
import { loadMeta } from '../data/loadMeta.ts'
import type { AdminMeta, Locale } from '../data/meta.ts'
import { indexMeta } from '../data/metaIndex.ts'
import { createDataProvider, fetchSchema, type AdminDataProvider } from '../data/provider.ts'
import { indexSchema, type SchemaIndex } from '../data/schema.ts'
import { createAuthProvider } from '../auth/authProvider.ts'
import type { Session } from '../auth/session.ts'
import type { AuthProvider, I18nProvider } from 'ra-core'
import { toInput } from '../fields/index.ts'
import { labelledProvider } from '../i18n/provider.ts'

/** All that the back office of one caller is made of, asked for once he is signed in. */
export interface Bundle {
  readonly metas: Map<string, AdminMeta>
  readonly schema: SchemaIndex
  readonly dataProvider: AdminDataProvider
  readonly authProvider: AuthProvider
  readonly i18nProvider: I18nProvider
}

export async function loadBundle(session: Session, uri: string): Promise<Bundle> {
  const client: Client = createClient(session, uri)
  const [schema, first] = await Promise.all([fetchSchema(client), loadMeta(client, session.locale)])
  const metas = new Map<string, AdminMeta>([[session.locale, first]])
  const meta = (): AdminMeta => metas.get(session.locale) ?? first
  const load = async (locale: Locale): Promise<AdminMeta> => {
    session.locale = locale
    const known = metas.get(locale)
    if (known) return known
    const loaded = await loadMeta(client, locale)
    metas.set(locale, loaded)
    return loaded
  }
  return {
    metas, schema: indexSchema(schema),
    dataProvider: createDataProvider({ client, schema, meta: () => indexMeta(meta()), toInput }),
    authProvider: createAuthProvider(session, meta),
    i18nProvider: labelledProvider(first, load),
  }
}
