import { loadCommunes } from '../../../seeds/loadCommunes.ts'
import { loadReferences } from '../../../seeds/load.ts'
import { loadDemo } from '../../../seeds/loadDemo.ts'
import type { Writer } from '../../write/index.ts'
import { houseCaller } from '../house.ts'
import type { Lifecycle } from '../lifecycle.ts'
import type { Report } from '../report.ts'

/** Reference lists on every new database; the demonstration on the embedded one only. */
export async function loadLists(life: Lifecycle, writer: Writer, embedded: boolean): Promise<void> {
  await life.step('Reference lists', () => writer.mutate(houseCaller('reference lists'), loadReferences))
  if (embedded) await life.step('Demonstration', () => writer.mutate(houseCaller('demonstration'), loadDemo))
}

/** What is too long to wait for comes while the house is open: the communes, in pieces, so that a stop waits for one of them only. */
export function growLists(writer: Writer, report: Report): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const grow = async (): Promise<void> => {
    while (!stopping.signal.aborted && await writer.mutate(houseCaller('communes'), (work) => loadCommunes(work)) > 0);
  }
  const growing = grow().catch((error: unknown) => { report(error, { where: 'communes' }) })
  return { stop: () => { stopping.abort(); return growing } }
}
