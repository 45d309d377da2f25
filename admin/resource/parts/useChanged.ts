import { useQueryClient, type Query } from '@tanstack/react-query'
import { useCallback } from 'react'
import { isObject } from '../../data/meta.ts'

/** Key of a query of react-admin: resource, method, parameters. */
const isForm = (query: Query): boolean => {
  const [, method, params] = query.queryKey
  return method === 'getOne' && isObject(params) && isObject(params['meta']) && params['meta']['view'] === 'edit'
}

/**
 * After a change, whatever else shows records is asked anew: one record reaches into others. A form
 * that is open keeps what is being typed.
 */
export function useChanged(): () => void {
  const client = useQueryClient()
  return useCallback(() => {
    client.removeQueries({ predicate: (query) => !query.isActive() && (isForm(query) || query.queryKey[1] === 'getOne') })
    void client.invalidateQueries({ predicate: (query) => !isForm(query) && query.queryKey[0] !== 'auth' })
  }, [client])
}
