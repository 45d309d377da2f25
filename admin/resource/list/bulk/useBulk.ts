import { useListContext, useNotify, type RaRecord } from 'ra-core'
import { useState } from 'react'
import type { AdminResource } from '../../../data/meta.ts'
import type { BulkRow } from '../../../data/methods.ts'
import { apiErrorOf } from '../../../data/errors.ts'
import { useChanged } from '../../parts/useChanged.ts'
import { useTell } from '../../parts/useTell.tsx'

export interface Bulk {
  readonly busy: boolean
  /** What became of the rows, where not all went well. */
  readonly rows: readonly BulkRow[] | undefined
  readonly clear: () => void
  run(work: () => Promise<readonly BulkRow[]>): Promise<void>
}

/** Runs something on many rows; says how many went well, and keeps those that did not marked. */
export function useBulk(resource: AdminResource, onDone: () => void): Bulk {
  const notify = useNotify()
  const changed = useChanged()
  const tell = useTell(resource)
  const { onSelect, onUnselectItems } = useListContext()
  const [busy, setBusy] = useState(false)
  const [rows, setRows] = useState<readonly BulkRow[]>()
  const run = async (work: () => Promise<readonly BulkRow[]>): Promise<void> => {
    setBusy(true)
    try {
      const answered = await work()
      const failed = answered.filter((row) => !row.ok)
      if (failed.length > 0) { setRows(answered); onSelect(failed.map((row) => row.id)) } else {
        onUnselectItems()
        notify('coulisses.bulk.done', { type: 'success', messageArgs: { smart_count: answered.length, name: resource.labelPlural } })
      }
    } catch (error) {
      tell(error)
    } finally {
      setBusy(false)
      changed()
      onDone()
    }
  }
  return { busy, rows, clear: () => { setRows(undefined) }, run }
}

/** For what has no bulk operation: one request after the other, each with its own answer. */
export async function oneByOne(rows: readonly RaRecord[], work: (row: RaRecord) => Promise<unknown>): Promise<readonly BulkRow[]> {
  const answers: BulkRow[] = []
  for (const row of rows) {
    answers.push(await work(row).then(
      (): BulkRow => ({ id: String(row.id), ok: true, code: null, message: null, fields: null }),
      (error: unknown): BulkRow => ({ id: String(row.id), ok: false, code: apiErrorOf(error)?.code ?? null, message: error instanceof Error ? error.message : null, fields: null }),
    ))
  }
  return answers
}
