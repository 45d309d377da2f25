import { useLocale } from 'ra-core'
import { lazy, Suspense, useMemo, type ComponentType } from 'react'
import type { AdminResource } from '../data/meta.ts'
import type { SchemaIndex } from '../data/schema.ts'
import type { Labels, Place, Places, Screen } from '../screens/screen.ts'
import { useMeta, useSchema } from './meta.tsx'

/** A screen with its name, that of its file: `core/accessChart`. */
export interface Shown extends Screen { readonly name: string; readonly Component: ComponentType<object> }

const files = import.meta.glob<Screen>('../screens/*/*.screen.ts', { eager: true, import: 'default' })
const all: readonly Shown[] = Object.entries(files).map(([file, given]) => ({
  ...given, name: file.replace('../screens/', '').replace('.screen.ts', ''),
  // A component is given what its place gives: `screen()` checked that where it was written.
  Component: lazy(given.load as () => Promise<{ readonly default: ComponentType<object> }>),
}))

/** The screens of a place whose operation the caller may use; `entity`: those that stand on its records. */
export const screensAt = <S extends Screen>(screens: readonly S[], schema: SchemaIndex, place: Place, entity?: string): readonly S[] =>
  screens.filter((one) => one.place === place && (entity === undefined || (one.on?.includes(entity) ?? true))
    && (schema.root('query', one.needs) !== undefined || schema.root('mutation', one.needs) !== undefined))

export function useScreens(place: Place, entity?: string): readonly Shown[] {
  const schema = useSchema()
  const meta = useMeta()
  return useMemo(() => screensAt(all, schema, place, entity).filter(({ about }) => about === undefined || meta.field(about.entity, about.field)?.relation?.targets?.includes(entity ?? '') === true), [schema, meta, place, entity])
}

export const pagesFor = (schema: SchemaIndex): readonly Shown[] => screensAt(all, schema, 'page')

type OnResource = { readonly resource: AdminResource }
type Given<P extends Place> = Places[P] extends OnResource ? { readonly given: Places[P] & OnResource } : { readonly given?: undefined }

/** What stands at a place, each fetched by itself, so that nobody waits for it. */
export function Screens<P extends Place>({ place, given }: { readonly place: P } & Given<P>) {
  const screens = useScreens(place, given?.resource.name)
  return screens.map((one) => <ScreenBody key={one.name} screen={one} given={given ?? {}} />)
}

export const ScreenBody = ({ screen: { Component }, given = {} }: { readonly screen: Shown; readonly given?: object }) => <Suspense><Component {...given} /></Suspense>

/** A label of ours in the language of the screen. */
export function useSay(): (labels: Labels) => string {
  const locale = useLocale()
  return (labels) => (locale === 'en' ? labels.en : labels.fr)
}
