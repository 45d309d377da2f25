import { useDataProvider, useLocale } from 'ra-core'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { AdminMeta, AdminResource } from '../data/meta.ts'
import { indexMeta, type MetaIndex } from '../data/metaIndex.ts'
import type { Inputs } from '../data/diff.ts'
import type { AdminDataProvider } from '../data/provider.ts'
import type { SchemaIndex } from '../data/schema.ts'
import { toInput } from '../fields/index.ts'

/** `adminMeta` in every language that was asked for so far. */
export type Metas = ReadonlyMap<string, AdminMeta>

const MetaContext = createContext<{ readonly metas: Metas; readonly schema: SchemaIndex } | undefined>(undefined)

export function MetaProvider({ metas, schema, children }: { readonly metas: Metas; readonly schema: SchemaIndex; readonly children: ReactNode }) {
  const bundle = useMemo(() => ({ metas, schema }), [metas, schema])
  return <MetaContext value={bundle}>{children}</MetaContext>
}

function useBundle(): { readonly metas: Metas; readonly schema: SchemaIndex } {
  const bundle = useContext(MetaContext)
  if (!bundle) throw new Error('a component of the back office stands outside of MetaProvider')
  return bundle
}

/** What the caller may do, in the language of the screen. */
export function useMeta(): MetaIndex {
  const { metas } = useBundle()
  const locale = useLocale()
  const meta = metas.get(locale) ?? [...metas.values()][0]
  if (!meta) throw new Error('no adminMeta is loaded')
  return indexMeta(meta)
}

/** What turns the values of a form into inputs of the API. */
export const useInputs = (): Inputs => ({ meta: useMeta(), schema: useSchema(), toInput })

export const useSchema = (): SchemaIndex => useBundle().schema

/** The resource of a screen; what the caller may not know has no screen. */
export function useResource(name: string | undefined): AdminResource {
  const found = useMeta().resource(name)
  if (!found) throw new Error(`unknown resource ${String(name)}`)
  return found
}

export const useAdminDataProvider = (): AdminDataProvider => useDataProvider<AdminDataProvider>()
