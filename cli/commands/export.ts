import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import type { Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { clean } from '../out/clean.ts'
import type { Output } from '../out/output.ts'
import type { Thing } from '../things/types.ts'
import { list } from './list.ts'

/** All records that the filters leave, in a file that is there when it is whole. */
export async function exportTo(thing: Thing, context: Context, given: Given): Promise<void> {
  const [path] = given.words
  const options = new Map<string, string | true>(given.options).set('all', true)
  if (!options.has('json')) options.set('csv', true)
  const wanted: Given = { words: [], options }
  if (path === undefined) return list(thing, context, wanted)
  const draft = `${path}.part`
  const stream = createWriteStream(draft, { mode: 0o600 })
  try {
    await once(stream, 'open')
    await list(thing, Object.create(context, { out: { value: into(context.out, stream) } }) as Context, wanted)
    await ended(stream)
    await rename(draft, path)
  } catch (error) {
    stream.destroy()
    await rm(draft, { force: true })
    throw error instanceof Failure ? error : new Failure(1, { fr: '{path} n’a pas pu être écrit.', en: '{path} could not be written.' }, { path: clean(path) }, [String(error)])
  }
  context.out.note(context.say({ fr: 'Écrit dans {path}.', en: 'Written to {path}.' }, { path: clean(path) }))
}

const ended = async (stream: NodeJS.WritableStream): Promise<void> => {
  stream.end()
  await once(stream, 'close')
}

function into(out: Output, stream: NodeJS.WritableStream): Output {
  let failed: Error | undefined
  stream.on('error', (error: Error) => { failed = error })
  const write = async (text: string): Promise<void> => {
    if (failed) throw failed
    if (!stream.write(text)) await once(stream, 'drain')
  }
  return { ...out, terminal: false, write, line: (text) => write(`${text}\n`) }
}
