import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { accountOf, accountSql } from '../../access/account.ts'
import type { Caller } from '../../access/principal.ts'
import { ManifestFault, readManifest, type Submission } from '../../documents/manifest.ts'
import { review, type Reviewed } from '../../documents/review.ts'
import { AppError } from '../../model/errors.ts'
import { say as sentence } from '../../model/issue.ts'
import { modules } from '../../modules/index.ts'
import { documentDeskOf, type Disclosure } from '../../ports/documents.ts'
import { operationsOf } from '../../write/types.ts'
import { PersistedQuery } from '../../../schema/core/persistedQuery.ts'
import { say } from '../console.ts'
import type { House } from '../house.ts'
import { StartError } from '../startError.ts'

const usage = [
  'npm run documents -- check                                              what the schema and the roles break or widen of what was approved',
  'npm run documents -- list',
  'npm run documents -- submit FILE… --as you@example.org [--door SITE] [--reason "…"]   .graphql texts, manifests of Relay and Apollo',
  'npm run documents -- publish|retire ALIAS… --as you@example.org [--reason "…"]',
]

interface Given {
  readonly names: readonly string[]
  readonly as: string | undefined
  readonly door: 'SITE' | 'PARTNER'
  readonly reason: string | undefined
}

/** `npm run documents`: the registry from the command line of whoever runs the house, in the name of one of its people. */
export async function documentsCommand(house: House, args: readonly string[]): Promise<number> {
  const { command, given } = read(args)
  try {
    switch (command) {
      case 'check': return await check(house)
      case 'list': return await list(house)
      case 'submit': return await submit(house, given)
      case 'publish': return await step(house, given, 'activateDocument')
      case 'retire': return await step(house, given, 'retireDocument')
      default: throw new StartError(usage, { exitCode: 2 })
    }
  } catch (error) {
    if (error instanceof ManifestFault) throw new StartError([error.message], { exitCode: 2 })
    if (!(error instanceof AppError)) throw error
    throw new StartError(error.issues.map((issue) => `${issue.path ?? 'documents'}: ${sentence(issue, 'en')}`), { exitCode: 2 })
  }
}

function read(args: readonly string[]): { readonly command: string | undefined; readonly given: Given } {
  try {
    const { values, positionals: [command, ...names] } = parseArgs({ args: [...args], allowPositionals: true, options: { as: { type: 'string' }, door: { type: 'string' }, reason: { type: 'string' } } })
    const { door = 'PARTNER', as, reason } = values
    if (door === 'SITE' || door === 'PARTNER') return { command, given: { names, as, door, reason } }
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new StartError(usage, { exitCode: 2 })
}

const REVIEWED = `
  select d.name || '.v' || d.revision as alias, d.document, d.client, d.variables, d.disclosed,
    coalesce((select json_agg(p.site_name order by p.site_name) from document_grant g join diffusion_partner p on p.id = g.partner_id where g.document_id = d.id and g.state in ('ACTIVE', 'SUSPENDED')), '[]') as partners
  from persisted_query d
  where d.state in ('APPROVED', 'ACTIVE', 'DEPRECATED', 'SUSPENDED') and (d.sunset_at is null or d.sunset_at > now()) and d.disclosed is not null
  order by alias`

/** Those of the site that come with the product are compared in CI, with what was reviewed. */
async function check({ query, model }: House): Promise<number> {
  const rows = await query(REVIEWED, [])
  const faults = review(documentDeskOf(model), rows.map((row): Reviewed => ({
    alias: String(row['alias']), document: String(row['document']), client: row['client'] === 'SITE' ? 'SITE' : 'PARTNER', variables: row['variables'],
    approved: row['disclosed'] as Disclosure, partners: (row['partners'] as unknown[]).map(String),
  })))
  for (const fault of faults) say(fault)
  say(`${rows.length} approved documents, ${faults.length} faults`)
  return faults.length > 0 ? 1 : 0
}

async function list({ query }: House): Promise<number> {
  const rows = await query(`select d.name || '.v' || d.revision as alias, d.client, d.state, d.hash, (select count(*) from document_grant g where g.document_id = d.id and g.state = 'ACTIVE')::int as grants from persisted_query d order by 1`, [])
  for (const { alias, client, state, hash, grants } of rows) say(`${String(alias).padEnd(32)} ${String(client).padEnd(8)} ${String(state).padEnd(10)} ${String(grants).padStart(3)} grants  sha256:${String(hash)}`)
  return 0
}

async function submit(house: House, given: Given): Promise<number> {
  const submissions = given.names.flatMap((file) => readManifest(file, contentOf(file)))
  if (submissions.length === 0) throw new StartError(usage, { exitCode: 2 })
  const caller = await callerNamed(house, given.as)
  for (const submission of submissions) await submitOne(house, caller, given, submission)
  return 0
}

async function submitOne(house: House, caller: Caller, { door, reason }: Given, { name, revision, document }: Submission): Promise<void> {
  const [known] = await house.query(`select alias from persisted_query where document = $1`, [document])
  if (known) return say(`${String(known['alias'])} has this text already`)
  const [last] = await house.query(`select max(revision) as revision from persisted_query where name = $1`, [name])
  const wanted = revision ?? Number(last?.['revision'] ?? 0) + 1
  const id = await house.writer.mutate(caller, (work) => work.create(PersistedQuery, { name, revision: wanted, document, client: door }))
  await run(house, caller, 'submitDocument', { id, reason })
  say(`${name}.v${wanted} is submitted; somebody else approves it in the back office`)
}

async function step(house: House, given: Given, action: string): Promise<number> {
  if (given.names.length === 0) throw new StartError(usage, { exitCode: 2 })
  const caller = await callerNamed(house, given.as)
  for (const alias of given.names) {
    const [row] = await house.query(`select id from persisted_query where name || '.v' || revision = $1`, [alias])
    if (!row) throw new StartError([`${alias}: there is no such document`], { exitCode: 2 })
    await run(house, caller, action, { id: row['id'], reason: given.reason })
    say(`${alias}: done`)
  }
  return 0
}

async function run({ writer }: House, caller: Caller, name: string, args: Readonly<Record<string, unknown>>): Promise<void> {
  const action = operationsOf(modules).actions.find((one) => one.name === name)
  if (!action) throw new Error(`no action ${name}`)
  await writer.runAction(caller, action, args, () => true)
}

/** Whoever can open the database is believed; what he does is in the history under the name that he gives. */
async function callerNamed({ query, callerOf }: House, email: string | undefined): Promise<Caller> {
  if (email === undefined) throw new StartError(['--as: say in whose name, by the e-mail address of an account', ...usage], { exitCode: 2 })
  const [row] = await query(`select ${accountSql('optional')} from "user" u where lower(u.email) = lower($1) and u.state = 'ACTIVE'`, [email])
  if (!row) throw new StartError([`--as: no active account has the address ${email}`], { exitCode: 2 })
  return callerOf({ ...accountOf(row), origin: 'CLI', locale: 'en', requestId: 'documents' })
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new StartError([`${file}: this file cannot be read`], { exitCode: 2 })
  }
}
