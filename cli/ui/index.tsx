import { render } from 'ink'
import type { Context } from '../context.ts'
import { misuse } from '../failure.ts'
import { loadMeasure } from '../out/width.ts'
import { client } from '../things/client.ts'
import { contract } from '../things/contract.ts'
import { event } from '../things/event.ts'
import { Controller } from './controller.ts'
import { Screen } from './draw.tsx'

/** The CRM on the whole screen. */
export async function ui(context: Context): Promise<void> {
  if (!context.interactive) throw misuse({ fr: 'crm ui : il faut un terminal.', en: 'crm ui: this needs a terminal.' })
  await loadMeasure()
  // Nothing is asked below the screen: what is ambiguous is said on it.
  const onScreen: Context = Object.create(context, { interactive: { value: false } }) as Context
  const controller = new Controller(onScreen, [client, contract, event], () => instance.unmount())
  context.onPassword(() => controller.askPassword())
  const instance = render(<Screen context={onScreen} controller={controller} />, { alternateScreen: true, exitOnCtrlC: false, interactive: true, incrementalRendering: true })
  void controller.load()
  await instance.waitUntilExit()
}
