import { loadReferences } from '../../../seeds/load.ts'
import { loadDemo } from '../../../seeds/loadDemo.ts'
import type { Writer } from '../../write/index.ts'
import { houseCaller } from '../house.ts'
import type { Lifecycle } from '../lifecycle.ts'

/** Reference lists on every new database; the demonstration on the embedded one only. */
export async function loadLists(life: Lifecycle, writer: Writer, embedded: boolean): Promise<void> {
  await life.step('Reference lists', () => writer.mutate(houseCaller('reference lists'), loadReferences))
  if (embedded) await life.step('Demonstration', () => writer.mutate(houseCaller('demonstration'), loadDemo))
}
