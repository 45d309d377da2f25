import type { EntityModel, Model } from '../model/model.ts'
import type { AnsweredError } from './harness.ts'
import { at, insertRow, newRecord, rightsByOne, signedIn, type Client } from './records.ts'
import { startWholeServer } from './server.ts'

export const rolesOf = (model: Model): readonly string[] => [...model.roles.keys()].filter((key) => key !== 'visitor')
const demo: Readonly<Record<string, string>> = { administrator: 'admin', employee: 'employee', partner: 'partner', management: 'management', sales: 'sales', support: 'support' }

type Server = Awaited<ReturnType<typeof startWholeServer>>
interface Told { readonly data: unknown; readonly codes: readonly string[]; readonly errors: readonly AnsweredError[] | undefined }
export interface Asked { readonly action: string; readonly field?: string; readonly id?: string }
export interface Explained { readonly allowed: boolean; readonly rows: string; readonly sentence: string }

/** The demonstration, and somebody who is signed in for every role. */
export interface Everybody {
  readonly server: Server
  /** The first and the last rows of an entity, of which there is at least one. */
  rowsOf(entity: EntityModel): readonly string[]
  ask(role: string, document: string, variables?: Readonly<Record<string, unknown>>): Promise<Told>
  /** The same, taken back afterwards. */
  tryOut(role: string, document: string, variables?: Readonly<Record<string, unknown>>): Promise<Told>
  /** Several explanations at a time, as many as one document may hold. */
  explained(role: string, entity: EntityModel, questions: readonly Asked[]): Promise<readonly Explained[]>
}

export async function everyRole(model: Model): Promise<Everybody> {
  const server = await startWholeServer()
  await rightsByOne(server)
  const admin = await signedIn(server, 'admin')
  const tokens = new Map<string, string>()
  const samples = new Map<string, readonly string[]>()
  for (const role of rolesOf(model)) tokens.set(role, await server.signIn(demo[role] === undefined ? await somebodyWith(server, admin, role) : `${demo[role]}@coulisses.test`, demo[role] === undefined ? 'a long enough password' : undefined))
  for (const entity of model.entities.values()) samples.set(entity.name, await someRows(server, admin, entity))
  const send = async (role: string, document: string, variables: Readonly<Record<string, unknown>> = {}, trial = false): Promise<Told> => {
    const { data, errors } = await server.graphql<unknown>(document, variables, tokens.get(role), trial ? { 'x-coulisses-trial': 'true' } : {})
    return { data, codes: errors?.map(({ extensions }) => extensions.code) ?? [], errors }
  }
  const explained: Everybody['explained'] = async (role, entity, questions) => {
    const answers: Explained[] = []
    for (let from = 0; from < questions.length; from += 14) {
      const part = questions.slice(from, from + 14)
      const { data, errors } = await send(role, `{ ${part.map(({ action, field, id }, index) =>
        `a${index}: explainAccess(entity: "${entity.name}", action: "${action}"${field ? `, field: "${field}"` : ''}${id ? `, id: "${id}"` : ''}) { allowed rows sentence }`).join(' ')} }`)
      if (!data || errors) throw new Error(JSON.stringify(errors))
      answers.push(...part.map((_, index) => at(data, `a${index}`) as Explained))
    }
    return answers
  }
  return { server, rowsOf: ({ name }) => samples.get(name) ?? [], ask: send, tryOut: (role, document, variables) => send(role, document, variables, true), explained }
}

/** An account that holds one role, or none beside everybody's. */
async function somebodyWith(server: Server, admin: Client, role: string): Promise<string> {
  const entity = server.model.entities.get('User')
  if (!entity) throw new Error('no User')
  const { id, email } = await newRecord(admin, entity, 'id email')
  if (role !== 'member') await server.sql('insert into user_roles (user_id, role_id) select $1, id from role where key = $2', [id, role])
  return String(email)
}

/** The first and the last rows of an entity; one is written where there is none. */
async function someRows(server: Server, admin: Client, entity: EntityModel): Promise<readonly string[]> {
  const kind = entity.kind ? `where kind = '${entity.kind}'` : ''
  const find = async (): Promise<string[]> => (await server.sql(`(select id from "${entity.table}" ${kind} order by id limit 1) union (select id from "${entity.table}" ${kind} order by id desc limit 1)`)).map((row) => String(row['id']))
  const found = await find()
  if (found.length > 0 || entity.abstract) return found
  await insertRow(server, entity).catch(() => newRecord(admin, entity))
  return await find()
}
