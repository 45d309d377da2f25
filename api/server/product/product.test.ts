import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { emptyDatabase } from '../../emit/sql/fixtures/database.ts'
import { samples } from '../../files/fixtures.ts'
import { makeTestFolder } from '../database/testCluster.ts'
import { bundleProduct, runProduct, type Program } from '../fixtures.ts'

let folder: string
beforeAll(bundleProduct)
let running: Program[] = []
beforeEach(() => { folder = makeTestFolder() })
afterEach(async () => {
  for (const program of running) {
    if (program.child.exitCode === null && program.child.signalCode === null) process.kill(-program.pid, 'SIGINT')
    await program.ends()
  }
  running = []
  rmSync(folder, { recursive: true, force: true })
})

function start(environment: Readonly<Record<string, string>> = {}, args: readonly string[] = []): Program {
  const program = runProduct({ DATA_DIR: folder, ...environment }, args)
  running.push(program)
  return program
}

const addressIn = (output: string): string => /Start page +(http:\/\/127\.0\.0\.1:\d+)\//.exec(output)?.[1] ?? ''

async function ask(address: string, query: string, variables: object = {}): Promise<{ data?: Record<string, unknown> | null; errors?: { extensions: { code: string } }[] }> {
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) })
  return (await response.json()) as { data?: Record<string, unknown> | null }
}
const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token user { email } } }'

describe('the product', { timeout: 90_000 }, () => {
  it('starts on nothing but a folder, serves everything on one port, stops with Ctrl-C, and finds everything again', async () => {
    const program = start()
    const output = await program.says('Ctrl-C stops everything.')
    const address = addressIn(output)
    expect(output).toContain('employee@coulisses.test')
    expect((await fetch(`${address}/health/ready`)).status).toBe(200)
    expect(await (await fetch(address)).text()).toContain('coulisses-demo')
    const signedIn = await ask(address, SIGN_IN, { email: 'employee@coulisses.test', password: 'coulisses-demo' })
    expect(signedIn.data).toMatchObject({ signIn: { user: { email: 'employee@coulisses.test' } } })

    const second = start()
    expect(await second.ends()).toMatchObject({ code: 1 })
    expect(second.output().trim().split('\n')).toEqual([expect.stringMatching(/is in use by another Coulisses \(process \d+/)])

    process.kill(-program.pid, 'SIGINT')
    expect(await program.ends()).toMatchObject({ code: 0, signal: null })
    await expect(fetch(address)).rejects.toThrow()

    const third = start()
    const again = addressIn(await third.says('Ctrl-C stops everything.'))
    expect((await ask(again, SIGN_IN, { email: 'employee@coulisses.test', password: 'coulisses-demo' })).data).toMatchObject({ signIn: { user: { email: 'employee@coulisses.test' } } })
  })

  it('removes the bytes of a file after its record was deleted', async () => {
    const address = addressIn(await start().says('Ctrl-C stops everything.'))
    const { data } = await ask(address, SIGN_IN, { email: 'admin@coulisses.test', password: 'coulisses-demo' })
    const signedIn = data?.['signIn'] as { token: string } | undefined
    const authorization = `Bearer ${signedIn?.token}`
    const form = new FormData()
    form.append('file', new Blob([samples.png]), 'portrait.png')
    const sent = await fetch(`${address}/files`, { method: 'POST', headers: { authorization }, body: form })
    const { id } = (await sent.json()) as { id: string }
    const kept = () => readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
    expect(kept()).toBe(1)
    const deleted = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: JSON.stringify({ query: 'mutation ($id: ID!) { deleteFileAsset(id: $id) }', variables: { id } }) })
    expect(await deleted.json()).toEqual({ data: { deleteFileAsset: true } })
    await expect.poll(kept, { timeout: 30_000 }).toBe(0)
  })

  it('makes no demonstration account on a database of the user’s own; admin:create makes the first administrator', async () => {
    const database = await emptyDatabase()
    try {
      const environment = { DATABASE_URL: database.url, ADMIN_PASSWORD: 'une longue phrase de passe' }
      const made = start(environment, ['admin:create', '--email', 'chef@example.test', '--name', 'Ada Lovelace'])
      expect(await made.ends()).toMatchObject({ code: 0 })
      const server = start(environment)
      const output = await server.says('Ctrl-C stops everything.')
      expect(output).not.toContain('coulisses-demo')
      const address = addressIn(output)
      expect((await ask(address, SIGN_IN, { email: 'admin@coulisses.test', password: 'coulisses-demo' })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
      expect((await ask(address, SIGN_IN, { email: 'chef@example.test', password: 'une longue phrase de passe' })).errors).toBeUndefined()
      process.kill(-server.pid, 'SIGINT')
      await server.ends()
    } finally {
      await database.drop()
    }
  })

  it('says in one line what is wrong with the password of an administrator', async () => {
    const database = await emptyDatabase()
    try {
      const refused = start({ DATABASE_URL: database.url, ADMIN_PASSWORD: 'court' }, ['admin:create', '--email', 'chef@example.test', '--name', 'Ada Lovelace'])
      expect(await refused.ends()).toMatchObject({ code: 2 })
      // Lines that end in …, tell of their end or name a migration are those of slow steps.
      expect(refused.output().trim().split('\n').filter((line) => !/…$|ready after|^Migrations: /.test(line))).toEqual([expect.stringMatching(/^password: /)])
    } finally {
      await database.drop()
    }
  })
})
