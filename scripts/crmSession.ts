import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { demoPassword } from '../seeds/loadDemo.ts'

// Records `docs/crm-session.md`: three people at three terminals of tmux, on the product as `npm start` runs it.

const SOCKET = `coulisses-${process.pid}`
const [COLUMNS, ROWS] = ['120', '60']
const folder = mkdtempSync(join(tmpdir(), 'coulisses-session-'))
const tmux = (...args: readonly string[]): string => execFileSync('tmux', ['-L', SOCKET, ...args], { encoding: 'utf8' })

async function startProduct(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { DATABASE_URL: _ofTheUser, ...env } = process.env
  const product = spawn(process.execPath, ['scripts/start.mjs'], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...env, DATA_DIR: join(folder, 'data'), HOST: '127.0.0.1', PORT: process.env['PORT'] ?? '4108' } })
  const ended = once(product, 'exit')
  const stop = async (): Promise<void> => {
    product.kill('SIGINT')
    await ended
  }
  for await (const line of createInterface({ input: product.stdout })) {
    const url = /Start page\s+(\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    product.stdout.resume()
    return { url: url.replace(/\/$/, ''), stop }
  }
  throw new Error('The product did not start.')
}

const people = { bill: ['Bill Boquet, sales', 'sales'], solene: ['Solène Marchadier, management', 'management'], kate: ['Kate Hastroff, support', 'support'] } as const
type Name = keyof typeof people

/** What is typed when the screen shows something; words that narrow a list down are not entered. */
type Answer = readonly [shown: string, typed: string, narrows?: true]
interface Step { readonly who: Name; readonly line: string; readonly answers: readonly Answer[] }
const step = (who: Name, line: string, ...answers: readonly Answer[]): Step => ({ who, line, answers })
const login = (who: Name): Step => step(who, 'login', ['E-mail address', `${people[who][1]}@coulisses.test`], ['Password', demoPassword])

/** `{Contract}`, `{Event}`: the number that was given to the one made before. */
const EVENT = 'event create --contract {Contract} --title "Thirty years" --kind PARTY --start-at "4 Jun 2027 @ 1PM" --end-at "5 Jun 2027 @ 2AM"'
const steps: readonly Step[] = [
  login('bill'),
  step('bill', 'client create', ['Name', 'Jeanne Vallois'], ['E-mail', 'jeanne@vallois.grd'], ['Phone', '+ 666 12345'], ['Company', 'Maison Vallois'], ['First contact', 'yesterday'], ['Last contact', '']),
  login('solene'),
  step('solene', 'contract create --client "Maison Vallois" --title "Thirty years" --total-amount 12,500.00'),
  step('bill', EVENT),
  step('solene', 'contract sign {Contract}', ['A signature cannot be undone', 'y']),
  step('bill', 'notifications'),
  step('bill', `${EVENT} --location "53 Rue du Château, 41120 Candé-sur-Beuvron, France" --attendees 75`),
  step('solene', 'event list --no-support --client "Maison Vallois"'),
  step('solene', 'event assign {Event}', ['Collaborator', 'Kate', true], ['❯ Kate Hastroff', '']),
  login('kate'),
  step('kate', 'notifications'),
  step('kate', 'event list --mine --from "4 Jun 2027" --to "12 Jun 2027"'),
  step('kate', 'event update {Event} --attendees 80 --notes "DJ from 11PM"'),
  step('kate', 'event update "Lou Bouzin General Assembly" --notes "not mine"'),
  step('kate', 'event comment {Event} "The caterer is booked"'),
  step('bill', 'event comments {Event}'),
  step('solene', 'contract pay {Contract} 2,500 --method transfer --yes'),
  step('bill', 'contract payments {Contract}'),
  step('bill', 'contract list --unpaid --mine --client "Maison Vallois"'),
]

function openTerminals(url: string): void {
  writeFileSync(join(folder, 'coulisses'), `#!/bin/sh\nexec "${process.execPath}" "${process.cwd()}/cli/dist/main.js" "$@"\n`, { mode: 0o755 })
  for (const who of Object.keys(people)) {
    const home = join(folder, who)
    const env = { HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_STATE_HOME: join(home, 'state'), PATH: `${folder}:${process.env['PATH'] ?? ''}`, LANG: 'en_US.UTF-8', COULISSES_SERVER: url, PS1: `${who}$ ` }
    const set = Object.entries(env).map(([name, value]) => `'${name}=${value}'`).join(' ')
    tmux('new-session', '-d', '-s', who, '-x', COLUMNS, '-y', ROWS, `env ${set} bash --norc --noprofile`)
  }
}

const screen = (who: Name): string => tmux('capture-pane', '-p', '-t', who).trimEnd()

const PATIENCE = 300

async function shows(who: Name, isThere: (shown: string) => boolean): Promise<string> {
  for (let tries = 0; tries < PATIENCE; tries++) {
    const shown = screen(who)
    if (isThere(shown)) return shown
    await pause(100)
  }
  throw new Error(`${who} does not see what was expected:\n${screen(who)}`)
}

const given = new Map<string, string>()

/** Types a line, answers what is asked, and waits for the next prompt. */
async function play({ who, line: planned, answers }: Step): Promise<string> {
  const line = planned.replace(/\{(\w+)\}/g, (_, thing: string) => given.get(thing) ?? '?')
  tmux('send-keys', '-t', who, '-l', 'clear')
  tmux('send-keys', '-t', who, 'Enter')
  await shows(who, (shown) => shown === `${who}$`)
  tmux('send-keys', '-t', who, '-l', `coulisses crm ${line}`)
  tmux('send-keys', '-t', who, 'Enter')
  for (const [asked, typed, narrows] of answers) {
    // A question that is answered begins with a tick; the one that waits does not.
    await shows(who, (shown) => shown.split('\n').some((row) => row.includes(asked) && !row.startsWith('✔') && !row.includes('coulisses crm')))
    tmux('send-keys', '-t', who, '-l', typed)
    if (!narrows) tmux('send-keys', '-t', who, 'Enter')
  }
  const shown = await shows(who, (all) => all !== `${who}$` && all.endsWith(`\n${who}$`))
  const [, thing, number] = /^(\w+) (\d+): created\.$/m.exec(shown) ?? []
  if (thing !== undefined && number !== undefined) given.set(thing, number)
  return shown.slice(0, -`\n${who}$`.length)
}

const { url, stop } = await startProduct()
try {
  openTerminals(url)
  const parts = [`# Three people, one event\n\nRecorded in tmux (${COLUMNS} columns) by \`tsx scripts/crmSession.ts\`, one terminal per person, on the demonstration of a fresh installation.\n`]
  for (const [index, one] of steps.entries()) {
    if (steps[index - 1]?.who !== one.who) parts.push(`## ${people[one.who][0]}\n`)
    parts.push(`\`\`\`\n${(await play(one)).split('\n').map((row) => row.trimEnd()).join('\n')}\n\`\`\`\n`)
  }
  writeFileSync('docs/crm-session.md', parts.join('\n'))
} finally {
  for (const who of Object.keys(people)) try { tmux('kill-session', '-t', who) } catch { /* It was not opened. */ }
  await stop()
  rmSync(folder, { recursive: true, force: true })
}
