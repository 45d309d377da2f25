import { Alert, Card, CardContent, Typography } from '@mui/material'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { parse } from 'graphql'
import { useNotify, useTranslate } from 'ra-core'
import { useId, type ReactNode } from 'react'
import { useAdminDataProvider } from '../../../app/meta.tsx'

/** One part of the page, with its heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return <Card component="section" aria-labelledby={id}><CardContent><Typography component="h2" variant="h6" id={id} sx={{ mb: 1 }}>{title}</Typography>{children}</CardContent></Card>
}

/** Asks the API for what a part shows; the document gives it under `data`. */
export function useOwn<T>(name: string, document: string): UseQueryResult<T> {
  const provider = useAdminDataProvider()
  // The shape that the document asks for.
  return useQuery({ queryKey: ['account', name], queryFn: async ({ signal }) => await provider.run(parse(document), {}, signal) as T })
}

/** Runs a mutation; what it is refused with is told, and answered as undefined. */
export function useRunOwn(): <T>(document: string, variables?: Readonly<Record<string, unknown>>) => Promise<T | undefined> {
  const provider = useAdminDataProvider()
  const notify = useNotify()
  return async <T,>(document: string, variables: Readonly<Record<string, unknown>> = {}) => {
    try {
      return await provider.run(parse(document), variables) as T
    } catch (error) {
      notify(error instanceof Error ? error.message : 'coulisses.error.unexpected', { type: 'error' })
      return undefined
    }
  }
}

export function Fault({ error }: { readonly error: Error | null }) {
  const translate = useTranslate()
  return error ? <Alert severity="error">{translate(error.message, { _: error.message })}</Alert> : null
}

export const useMoment = (locale: string): (at: string) => string => {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (at) => format.format(new Date(at))
}
