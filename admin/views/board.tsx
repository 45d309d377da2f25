import DriveFileMove from '@mui/icons-material/DriveFileMoveOutlined'
import { Box, Card, CardContent, IconButton, Link as MuiLink, Menu, MenuItem, Stack, Typography } from '@mui/material'
import { useGetList, useListContext, useTranslate } from 'ra-core'
import { useState, type DragEvent } from 'react'
import { Link } from 'react-router'
import { bothFilters } from '../data/filter.ts'
import { isRef, type AdminField, type AdminMove, type AdminResource, type Ref, type Values } from '../data/meta.ts'
import { kindOf } from '../fields/index.ts'
import { MoveDialog } from '../resource/actions/moveDialog.tsx'
import { movesFrom } from '../resource/actions/recordActions.tsx'
import { useRun } from '../resource/actions/useRun.tsx'
import { useRowPath } from '../resource/list/cell.tsx'
import type { ViewProps } from './index.ts'

/** Cards of a column; the rest is counted. */
const SHOWN = 20
const LINES = 3
type Row = Ref & Values

interface Asked { readonly move: AdminMove; readonly record: Row }

/** The rows of a list in a column for each state. A card goes to another one by a declared move: by its menu, or pulled there. */
export default function Board({ resource, config: { column = '', amount } }: ViewProps) {
  const field = resource.fields.find((one) => one.name === column)
  const [held, setHeld] = useState<Row>()
  const [asked, setAsked] = useState<Asked>()
  const run = useRun(resource)
  const make = (move: AdminMove, record: Row): void => {
    if (move.confirm === null) void run.move(move, record).catch(run.fail)
    else setAsked({ move, record })
  }
  const shown = linesOf(resource, column, amount)
  return (
    <Box sx={{ display: 'flex', gap: 1.5, p: 2, overflowX: 'auto', alignItems: 'stretch' }}>
      {(field?.choices ?? []).map(({ value, label }) => (
        <Column key={value} resource={resource} column={column} value={value} label={label} lines={shown} held={held} onHold={setHeld} onMove={make} busy={run.busy} />
      ))}
      {asked ? <MoveDialog resource={resource} move={asked.move} record={asked.record} onClose={() => { setAsked(undefined) }} /> : null}
    </Box>
  )
}

/** What a card says beside its title: the first columns of the list, and the amount. */
function linesOf(resource: AdminResource, column: string, amount: string | undefined): readonly AdminField[] {
  const names = [...new Set([...(amount ? [amount] : []), ...resource.list])].filter((name) => name !== column)
  return names.flatMap((name) => resource.fields.find((field) => field.name === name && field.read && field.name !== 'title') ?? []).slice(0, LINES)
}

interface ColumnProps {
  readonly resource: AdminResource; readonly column: string; readonly value: string; readonly label: string; readonly lines: readonly AdminField[]
  readonly held: Row | undefined; readonly onHold: (row: Row | undefined) => void; readonly onMove: (move: AdminMove, record: Row) => void; readonly busy: boolean
}

const moveTo = (resource: AdminResource, record: Row | undefined, value: string): AdminMove | undefined => record && movesFrom(resource, record).find((move) => move.to === value)

function Column({ resource, column, value, label, lines, held, onHold, onMove, busy }: ColumnProps) {
  const translate = useTranslate()
  const { filterValues, sort } = useListContext()
  const { data, total } = useGetList<Row>(resource.plural, {
    filter: bothFilters(filterValues, { [column]: { eq: value } }), sort, pagination: { page: 1, perPage: SHOWN },
    meta: { view: 'list', fields: [...new Set([column, ...lines.map((line) => line.name), ...resource.moves.map((move) => move.field)])] },
  })
  const move = moveTo(resource, held, value)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    if (move && held) onMove(move, held)
    onHold(undefined)
  }
  const rest = (total ?? 0) - (data?.length ?? 0)
  return (
    <Box
      component="section" aria-label={`${label} : ${total ?? 0}`} onDrop={drop} onDragOver={(event: DragEvent) => { if (move) event.preventDefault() }}
      sx={{ minWidth: 230, flex: '1 0 230px', maxWidth: 320, bgcolor: 'action.hover', borderRadius: 2, p: 1, outline: move ? '2px dashed' : 'none', outlineColor: 'primary.main' }}
    >
      <Typography component="h2" variant="subtitle2" sx={{ display: 'flex', justifyContent: 'space-between', px: 0.5, pb: 1 }}><span>{label}</span><span>{total ?? ''}</span></Typography>
      <Stack component="ul" spacing={1} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {(data ?? []).filter(isRef).map((row) => <li key={row.id}><BoardCard resource={resource} record={row} lines={lines} onHold={onHold} onMove={onMove} busy={busy} /></li>)}
      </Stack>
      {rest > 0 ? <Typography variant="caption" color="text.secondary" sx={{ display: 'block', pt: 1, px: 0.5 }}>{translate('coulisses.view.hidden', { smart_count: rest })}</Typography> : null}
    </Box>
  )
}

type CardProps = Pick<ColumnProps, 'resource' | 'lines' | 'onHold' | 'onMove' | 'busy'> & { readonly record: Row }

function BoardCard({ resource, record, lines, onHold, onMove, busy }: CardProps) {
  const path = useRowPath(resource)(record)
  const title = record._label ?? `…${record.id.slice(-6)}`
  const moves = movesFrom(resource, record)
  const pull = moves.length > 0 ? { draggable: true, onDragStart: (event: DragEvent) => { event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', title); onHold(record) }, onDragEnd: () => { onHold(undefined) } } : {}
  return (
    <Card variant="outlined" {...pull}>
      <CardContent sx={{ p: 1, '&:last-child': { pb: 1 } }}>
        <Stack direction="row" justifyContent="space-between" alignItems="flex-start">
          {path ? <MuiLink component={Link} to={path} underline="hover" sx={{ fontWeight: 600, fontSize: '0.88rem' }}>{title}</MuiLink> : <Typography fontWeight={600}>{title}</Typography>}
          <MoveMenu title={title} moves={moves} onMove={(move) => { onMove(move, record) }} busy={busy} />
        </Stack>
        {lines.map((line) => {
          const value = record[line.name]
          const { Display } = kindOf(line)
          return value === null || value === undefined ? null : <Typography key={line.name} variant="body2" color="text.secondary" component="div" sx={{ fontSize: '0.8rem' }}>{line.label} : <Display field={line} value={value} dense /></Typography>
        })}
      </CardContent>
    </Card>
  )
}

/** The same moves for whoever has no mouse. */
function MoveMenu({ title, moves, onMove, busy }: { readonly title: string; readonly moves: readonly AdminMove[]; readonly onMove: (move: AdminMove) => void; readonly busy: boolean }) {
  const translate = useTranslate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (moves.length === 0) return null
  const label = translate('coulisses.view.move', { name: title })
  return (
    <>
      <IconButton size="small" aria-label={label} title={label} aria-haspopup="menu" aria-expanded={anchor !== null} disabled={busy} onClick={(event) => { setAnchor(event.currentTarget) }}><DriveFileMove fontSize="small" /></IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => { setAnchor(null) }}>
        {moves.map((move) => <MenuItem key={move.name} onClick={() => { setAnchor(null); onMove(move) }}>{move.label}</MenuItem>)}
      </Menu>
    </>
  )
}
