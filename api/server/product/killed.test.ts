import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, textAt } from '../../modules/casting/fixtures/desk.ts'
import { makeTestFolder } from '../database/testCluster.ts'
import { bundleProduct, runProduct, type Program } from '../fixtures.ts'

/** What was answered is on disk: the machine may stop at that very moment. */
let folder: string
const programs: Program[] = []
beforeAll(async () => {
  folder = makeTestFolder()
  await bundleProduct()
})
afterAll(async () => {
  for (const program of programs) {
    if (program.child.exitCode === null && program.child.signalCode === null) process.kill(-program.pid, 'SIGINT')
    await program.ends()
  }
  rmSync(folder, { recursive: true, force: true })
})

interface Told { readonly data?: Record<string, unknown> | null; readonly errors?: readonly { readonly extensions: { readonly code: string; readonly requestId: string } }[] }

async function start(): Promise<{ readonly program: Program; readonly ask: (query: string, token?: string) => Promise<Told> }> {
  const program = runProduct({ DATA_DIR: folder }, [])
  programs.push(program)
  const address = /Start page +(http:\/\/127\.0\.0\.1:\d+)\//.exec(await program.says('Ctrl-C stops everything.'))?.[1] ?? ''
  const ask = async (query: string, token?: string): Promise<Told> => {
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify({ query }) })
    return (await response.json()) as Told
  }
  return { program, ask }
}
const signIn = (name: string): string => `mutation { signIn(email: "${name}@coulisses.test", password: "coulisses-demo") { token } }`
const tokenIn = ({ data }: Told): string => textAt(data, 'signIn', 'token')

it('sign-ins, refusals and changes that were answered are there after kill -9 of everything, database included', { timeout: 120_000 }, async () => {
  const { program, ask } = await start()
  const token = tokenIn(await ask(signIn('employee')))
  const made = await ask('mutation { createAddress(input: { city: "Juste avant" }) { id } }', token)
  const refused = await ask('{ auditEntries { total } }', token)
  process.kill(-program.pid, 'SIGKILL')
  const request = refused.errors?.[0]?.extensions
  expect(request?.code).toBe('FORBIDDEN')
  expect(await program.ends()).toMatchObject({ signal: 'SIGKILL' })

  const again = await start()
  const admin = tokenIn(await again.ask(signIn('admin')))
  const id = textAt(made.data, 'createAddress', 'id')
  const entries = async (filter: string): Promise<number> => {
    const { data } = await again.ask(`{ auditEntries(filter: ${filter}) { total } }`, admin)
    return Number(at(data, 'auditEntries', 'total'))
  }
  expect(await entries(`{ action: { eq: REFUSED }, requestId: { eq: "${request?.requestId ?? ''}" }, operation: { eq: "Query.auditEntries" } }`)).toBe(1)
  expect(await entries('{ action: { eq: SIGN_IN }, reason: { isEmpty: true }, user: { email: { eq: "employee@coulisses.test" } } }')).toBe(1)
  expect(await entries(`{ action: { eq: CREATE }, entityType: { eq: "Address" }, entityId: { eq: "${id}" } }`)).toBe(1)
})
