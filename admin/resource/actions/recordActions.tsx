import { Button, Tooltip } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { AdminAction, AdminMove, AdminResource, Ref, Values } from '../../data/meta.ts'
import { useMeta } from '../../app/meta.tsx'
import { asMe, fulfils } from '../../data/where.ts'
import { ActionDialog } from './actionDialog.tsx'
import { MoveDialog } from './moveDialog.tsx'
import { useRun } from './useRun.tsx'

type Record = Ref & Values

/** The moves that are possible from where a record stands. */
export const movesFrom = (resource: AdminResource, record: Values): readonly AdminMove[] =>
  resource.moves.filter((move) => move.from.includes(String(record[move.field])))

/** The actions that make sense on a record, as far as that can be seen here: the server has the last word. */
export const actionsOn = (resource: AdminResource, record: Values, me?: string): readonly AdminAction[] =>
  resource.actions.filter((action) => action.scope === 'record' && (action.when === null || fulfils(record, asMe(action.when, me)) !== false))

interface Props { readonly resource: AdminResource; readonly record: Record; readonly disabled?: boolean; readonly onDone?: () => void }

/** A button for each change of state and each action; they ask first where the declaration says so. */
export function RecordActions({ resource, record, disabled = false, onDone }: Props) {
  const translate = useTranslate()
  const [asked, setAsked] = useState<AdminMove | AdminAction>()
  const run = useRun(resource, onDone)
  const moves = movesFrom(resource, record)
  const actions = actionsOn(resource, record, useMeta().meta.user?.id)
  const start = (wanted: AdminMove | AdminAction): void => {
    if ('operation' in wanted ? wanted.confirm !== null : wanted.confirm !== null || wanted.args.length > 0) setAsked(wanted)
    else if ('operation' in wanted) void run.move(wanted, record).catch(run.fail)
    else void run.act(wanted, record.id, {}).catch(run.fail)
  }
  const close = (): void => { setAsked(undefined) }
  const button = (wanted: AdminMove | AdminAction) => (
    <Tooltip key={wanted.name} title={disabled ? translate('coulisses.form.saveFirst') : 'help' in wanted ? wanted.help ?? '' : ''}>
      <span><Button variant="outlined" size="small" disabled={disabled || run.busy} onClick={() => { start(wanted) }}>{wanted.label}</Button></span>
    </Tooltip>
  )
  return (
    <>
      {[...moves, ...actions].map(button)}
      {asked && 'operation' in asked ? <MoveDialog resource={resource} move={asked} record={record} onClose={close} {...(onDone ? { onDone } : {})} /> : null}
      {asked && !('operation' in asked) ? <ActionDialog resource={resource} action={asked} id={record.id} onClose={close} {...(onDone ? { onDone } : {})} /> : null}
    </>
  )
}
