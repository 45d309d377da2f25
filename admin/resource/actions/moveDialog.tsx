import { Confirm } from 'react-admin'
import type { AdminMove, AdminResource, Ref, Values } from '../../data/meta.ts'
import { useRun } from './useRun.tsx'

interface Props { readonly resource: AdminResource; readonly move: AdminMove; readonly record: Ref & Values; readonly onClose: () => void; readonly onDone?: () => void }

/** The question that the declaration asks before a change of state. */
export function MoveDialog({ resource, move, record, onClose, onDone }: Props) {
  const run = useRun(resource, onDone)
  const confirm = (): void => { run.move(move, record).catch(run.fail).finally(onClose) }
  return <Confirm isOpen title={`${move.label} · ${record._label ?? ''}`} content={move.confirm ?? ''} confirm={move.label} loading={run.busy} onConfirm={confirm} onClose={onClose} />
}
