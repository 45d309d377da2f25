import { Box, Text } from 'ink'
import type { ReactNode } from 'react'
import type { Context } from '../context.ts'
import { clean } from '../out/clean.ts'
import type { Json } from '../remote/graphql.ts'
import { pad } from '../out/width.ts'
import { sideText } from '../things/conflict.ts'
import { textOf } from '../things/shown.ts'
import type { Field } from '../things/types.ts'
import { fieldsOf, mayWrite } from './editor.ts'
import type { Dispute, Opened } from './state.ts'

const FRAME = 5

/** One record, with the field that is being edited in its place. */
export function Record({ context, opened, columns, height }: { readonly context: Context; readonly opened: Opened; readonly columns: number; readonly height: number }): ReactNode {
  const fields = fieldsOf(opened.thing)
  const width = Math.max(...fields.map(({ label }) => context.say(label).length))
  const room = Math.max(1, height - FRAME)
  const first = Math.max(0, Math.min(opened.at - Math.floor(room / 2), fields.length - room))
  return (
    <Box flexDirection="column" width={columns} borderStyle="bold" borderColor="cyan" paddingX={1}>
      <Text bold>{context.say(opened.thing.label)}</Text>
      {fields.slice(first, first + room).map((field, index) => <FieldLine key={field.name} context={context} opened={opened} field={field} width={width} current={first + index === opened.at} />)}
      {opened.draft?.fault === undefined ? null : <Text color="red" wrap="truncate">{opened.draft.fault}</Text>}
      {opened.dispute ? <Settle context={context} field={fields[opened.at]} dispute={opened.dispute} /> : null}
    </Box>
  )
}

function FieldLine({ context, opened, field, width, current }: { readonly context: Context; readonly opened: Opened; readonly field: Field; readonly width: number; readonly current: boolean }): ReactNode {
  const draft = current ? opened.draft : undefined
  const value = draft ? `${clean(draft.text)}▏` : field.read === undefined ? '' : clean(textOf(field, opened.row, context.locale))
  return (
    <Text wrap="truncate">
      <Text color={current ? 'cyan' : 'gray'}>{`${current ? '›' : ' '} ${pad(context.say(field.label), width)}  `}</Text>
      <Text inverse={draft !== undefined} dimColor={!mayWrite(opened.thing, field)}>{value}</Text>
    </Text>
  )
}

function Settle({ context, field, dispute }: { readonly context: Context; readonly field: Field | undefined; readonly dispute: Dispute }): ReactNode {
  const { clash } = dispute
  const side = (value: Json): string => clean(sideText(field, clash.field, value, context.locale))
  return (
    <Box flexDirection="column" marginTop={1}>
      <Text color="yellow">{context.say({ fr: 'Quelqu’un a modifié ce champ entre-temps.', en: 'Somebody changed this field meanwhile.' })}</Text>
      <Text>{`${context.say({ fr: 'avant', en: 'before' })} : ${side(clash.base)}`}</Text>
      <Text>{`m  ${context.say({ fr: 'garder la mienne', en: 'keep mine' })} : ${side(clash.mine)}`}</Text>
      <Text>{`t  ${context.say({ fr: 'garder la sienne', en: 'keep theirs' })} : ${side(clash.theirs)}`}</Text>
    </Box>
  )
}
