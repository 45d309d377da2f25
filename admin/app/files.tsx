import { createContext, useContext } from 'react'
import type { Session } from '../auth/session.ts'
import { httpError, readErrors } from '../data/errors.ts'
import { isObject, type Ref } from '../data/meta.ts'

/** Files go beside GraphQL: uploaded as a form of the browser, downloaded as they are. */
export interface Files {
  upload(file: File): Promise<Ref>
  fetch(id: string): Promise<Blob>
  download(id: string, name: string): Promise<void>
}

export function createFiles(session: Session, base: string): Files {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const token = await session.token()
    const headers = { 'accept-language': session.locale, 'x-coulisses-origin': 'ADMIN', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const response = await fetch(`${base}${path}`, { ...init, headers, credentials: 'same-origin' })
    if (!response.ok) throw await faultOf(response)
    return response
  }
  const get = async (id: string): Promise<Blob> => (await ask(`/files/${encodeURIComponent(id)}`)).blob()
  return {
    async upload(file) {
      const body = new FormData()
      body.append('file', file)
      const stored: unknown = await (await ask('/files', { method: 'POST', body })).json()
      if (!isObject(stored) || typeof stored['id'] !== 'string') throw new Error('coulisses.file.failed')
      return { ...stored, id: stored['id'], _label: String(stored['name'] ?? file.name) }
    },
    fetch: get,
    async download(id, name) {
      const address = URL.createObjectURL(await get(id))
      const link = Object.assign(document.createElement('a'), { href: address, download: name })
      link.click()
      setTimeout(() => { URL.revokeObjectURL(address) }, 60_000)
    },
  }
}

async function faultOf(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => undefined)
  const errors = isObject(body) && Array.isArray(body['errors']) ? body['errors'].filter(isObject) : []
  return errors.length > 0 ? httpError(readErrors(errors)) : new Error('coulisses.file.failed')
}

const FilesContext = createContext<Files | undefined>(undefined)
export const FilesProvider = FilesContext

export function useFiles(): Files {
  const files = useContext(FilesContext)
  if (!files) throw new Error('a component of the back office stands outside of FilesProvider')
  return files
}
