import { randomUUID } from 'node:crypto'
import { version } from './command/version.ts'
import { createWire } from './remote/http.ts'
import type { Remote } from './remote/session.ts'

/** Where a fault of this program arose, in names of ours: never what somebody typed. */
export interface Circumstances {
  /** `client list` */
  readonly command: string
  /** Whoever is at work, if he is signed in. */
  readonly remote: Pick<Remote, 'tell' | 'user'> | undefined
  /** An address of Sentry; without it the server's own list is told. */
  readonly dsn: string | undefined
}

const PATIENCE = 2_000
const FRAMES = 20
const REPORT = 'mutation Crm_ReportError($message: String!, $stack: String, $where: String, $release: String) { reportError(message: $message, stack: $stack, where: $where, release: $release) }'
const release = `cli ${version}`

/** Tells whoever mends this program of a fault of its own. Never fails, and does not keep anybody waiting. */
export async function tellFault(error: Error, circumstances: Circumstances): Promise<void> {
  const { command, remote, dsn } = circumstances
  try {
    if (dsn !== undefined) await toSentry(error, circumstances, dsn)
    else await remote?.tell(REPORT, { message: `${error.name}: ${scrub(error.message)}`, stack: framesOf(error).map(({ function: name, filename, lineno, colno }) => `    at ${name} (${filename}:${lineno}:${colno})`).join('\n'), where: `crm ${command}`, release }, PATIENCE)
  } catch {
    // What cannot be told stands on the terminal; there is nobody else to tell.
  }
}

async function toSentry(fault: Error, circumstances: Circumstances, dsn: string): Promise<void> {
  const { protocol, host, username, pathname } = new URL(dsn)
  const [project = '', ...folders] = pathname.split('/').filter((part) => part !== '').reverse()
  const url = new URL([...folders.reverse(), 'api', project, 'envelope', ''].join('/'), `${protocol}//${host}`)
  const { post, close } = createWire()
  const headers = { 'content-type': 'application/x-sentry-envelope', 'x-sentry-auth': `Sentry sentry_version=7, sentry_client=coulisses/${version}, sentry_key=${username}` }
  await post({ url, body: envelopeOf(fault, circumstances), headers, milliseconds: PATIENCE }).finally(close)
}

/** What Sentry takes, line by line: the envelope, what it holds, the event. */
function envelopeOf(error: Error, { command, remote }: Circumstances): string {
  const id = randomUUID().replaceAll('-', '')
  const now = new Date().toISOString()
  const event = {
    event_id: id, timestamp: now, platform: 'node', level: 'fatal', release, tags: { source: 'CLI', where: `crm ${command}`, node: process.versions.node },
    ...(remote?.user === undefined ? {} : { user: { id: remote.user } }),
    exception: { values: [{ type: error.name, value: scrub(error.message), stacktrace: { frames: framesOf(error).reverse() } }] },
  }
  return [{ event_id: id, sent_at: now }, { type: 'event', content_type: 'application/json' }, event].map((part) => JSON.stringify(part)).join('\n')
}

const personal: readonly (readonly [RegExp, string])[] = [
  [/(["«“‘'`]).*?["»”’'`]/gs, '$1…'], [/[^\s@]+@[^\s@]+/g, '[e-mail]'], [/\b(?=[\w-]*\d)[\w-]{20,}\b|\b[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}\b/g, '[token]'], [/\+?\d[\d .()-]{5,}\d/g, '[number]'], [/(?:\/[\w.@ -]+){2,}/g, '[path]'],
]

/** Without what somebody typed, without what opens doors, without the folders of a machine. */
const scrub = (text: string): string => personal.reduce((left, [pattern, word]) => left.replace(pattern, word), text.slice(0, 2_000)).slice(0, 1_000)

interface Frame { readonly function: string; readonly filename: string; readonly lineno: number; readonly colno: number }

/** The frames alone, and of a file its name: the head of a stack repeats the message, a folder names a person. */
function framesOf({ stack = '' }: Error): Frame[] {
  return stack.split('\n').flatMap((line): Frame[] => {
    const [, name = 'anonymous', filename, row, column] = /^ {4}at (?:async )?(?:([\w$.<>[\] ]+) \()?(?:[^()]*\/)?([^()/]+?):(\d+):(\d+)\)?$/.exec(line) ?? []
    return filename === undefined ? [] : [{ function: name, filename, lineno: Number(row), colno: Number(column) }]
  }).slice(0, FRAMES)
}
