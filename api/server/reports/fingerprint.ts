import { createHash } from 'node:crypto'
import type { Trace } from '../scrub.ts'

/** Which faults are one fault: the same kind of error from the same place in the code, whatever the line or the words. */
export function fingerprintOf(source: string, trace: Trace): string {
  const words = trace.at.length > 0 ? '' : trace.message.replace(/\d+/g, '#')
  return createHash('sha256').update(JSON.stringify([source, trace.name, trace.code, trace.at.slice(0, 5).map(placeOf), words])).digest('hex').slice(0, 32)
}

/** Function and file of a frame: `load (/srv/api/main.js:12:3)` is `load main.js`. */
function placeOf(frame: string): string {
  const [, name = '', file = ''] = /^(.*?)\s*\(?(?:[^\s()]*[\\/])?([^\\/\s()]+?)(?::\d+){1,2}\)?$/.exec(frame) ?? ['', frame, '']
  return `${name} ${file}`
}
