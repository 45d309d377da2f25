import { createContext, useContext } from 'react'
import type { Session } from '../auth/session.ts'
import { httpError, readErrors } from '../data/errors.ts'
import { isObject, type Ref } from '../data/meta.ts'
import { viewedRole } from '../data/viewAs.ts'

/** Files go beside GraphQL: uploaded as a form of the browser, downloaded as they are. */
export interface Files {
  upload(file: File): Promise<Ref>
  fetch(id: string): Promise<Blob>
  download(id: string, name: string): Promise<void>
  /** All rows of a list, as a table that a spreadsheet opens. */
  export(list: ExportedList): Promise<void>
}

/** What of a list is exported; columns by the words that stand above them. */
export interface ExportedList {
  readonly list: string
  readonly fields: readonly { readonly path: string; readonly name: string }[]
  readonly filter: unknown
  readonly sort: unknown
}

export function createFiles(session: Session, base: string): Files {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const token = await session.token()
    const role = viewedRole()
    const headers = { 'accept-language': session.locale, 'x-coulisses-origin': 'ADMIN', ...(role === undefined ? {} : { 'x-coulisses-view-as': role }), ...(typeof init.body === 'string' ? { 'content-type': 'application/json' } : {}), ...(token ? { authorization: `Bearer ${token}` } : {}) }
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
    download: async (id, name) => { save(await get(id), name) },
    // Spreadsheets take a file for one of another century unless it begins with this mark.
    export: async (list) => { save(new Blob(['\uFEFF', await (await ask('/export', { method: 'POST', body: JSON.stringify({ ...list, format: 'CSV' }) })).blob()], { type: 'text/csv;charset=utf-8' }), `${list.list}.csv`) },
  }
}

/** As the browser saves what it is given. */
function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => { URL.revokeObjectURL(address) }, 60_000)
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
