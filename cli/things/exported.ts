import { StringDecoder } from 'node:string_decoder'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { cleanData, cleanJson } from '../out/clean.ts'
import { TransportError, type Flow } from '../remote/http.ts'
import type { Listing } from './pages.ts'
import { within } from './resolve.ts'
import type { Field, Thing } from './types.ts'

export type Form = 'csv' | 'json'

const MEGABYTE = 1_000_000

/** Many records, as the server writes them: nothing is made of them here, and none is kept. */
export async function writeExport(context: Context, thing: Thing, form: Form, { fields, filter, sort, many }: Listing): Promise<void> {
  const { out, say } = context
  const columns = [...(form === 'json' ? [{ path: 'id', name: 'id' }] : []), ...fields.map(({ name, ...field }) => ({ path: pathOf(field), name }))]
  const flow = await context.remote.pour('/export', {
    list: thing.plural, fields: columns, filter: within(thing, filter) ?? null, sort, format: form.toUpperCase(), limit: many === Infinity ? null : many, partial: true,
  })
  if (context.verbose) for (const name of flow.header('x-export-denied')?.split(' ') ?? []) out.note(say({ fr: 'Hors de votre accès : {name}.', en: 'Not yours to see: {name}.' }, { name }))
  const clean = form === 'json' ? cleanJson : cleanData
  const decoder = new StringDecoder('utf8')
  let bytes = 0
  for await (const piece of piecesOf(flow)) {
    bytes += piece.length
    out.progress(say({ fr: '{size} Mo…', en: '{size} MB…' }, { size: (bytes / MEGABYTE).toFixed(1) }))
    await out.write(clean(decoder.write(piece)))
  }
  await out.write(clean(decoder.end()))
}

/** Half a file is none: whoever asked must know. */
async function* piecesOf({ pieces }: Flow): AsyncGenerator<Buffer> {
  try {
    yield* pieces
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    throw new Failure(1, { fr: 'La réponse s’est interrompue : ce qui est écrit est incomplet.', en: 'The answer broke off: what was written is incomplete.' }, {}, [error.message])
  }
}

/** Amounts as decimals, times without their zone: one value to a column. */
function pathOf({ kind, read = '' }: Pick<Field, 'kind' | 'read'>): string {
  if (kind === 'money') return `${read}.decimal`
  return kind === 'zoned' ? `${read}.at` : read
}
