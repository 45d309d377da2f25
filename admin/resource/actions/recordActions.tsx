import { Button, Tooltip } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { permits, type AdminAction, type AdminMove, type AdminResource, type Ref, type Values } from '../../data/meta.ts'
import { useMeta } from '../../app/meta.tsx'
import { asMe, fulfils } from '../../data/where.ts'
import { ActionDialog } from './actionDialog.tsx'
import { MoveDialog } from './moveDialog.tsx'
import { useRun } from './useRun.tsx'

type Record = Ref & Values

/** The moves that are possible from where a record stands, for whoever is asking. */
export const movesFrom = (resource: AdminResource, record: Values): readonly AdminMove[] =>
  resource.moves.filter((move) => move.from.includes(String(record[move.field])) && permits(record, move.name))

/** The actions that make sense on a record, as it says itself; where it does not, as far as that can be seen here. */
export const actionsOn = (resource: AdminResource, record: Values, me?: string): readonly AdminAction[] =>
  resource.actions.filter((action) => action.scope === 'record' && permits(record, action.name) && (action.when === null || fulfils(record, asMe(action.when, me)) !== false))

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
