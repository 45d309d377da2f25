import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the workers ask for the folder of the built back office. */
    backOfficeDoor: string
  }
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Vitest's `globalSetup`: the back office is built for the first test that asks, once per run. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'coulisses-back-office-'))
  let building: Promise<unknown> | undefined
  const door = createServer((_, response) => {
    building ??= build(folder)
    building.then(() => response.end(folder), (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)))
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  const address = door.address()
  project.provide('backOfficeDoor', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
  return () => {
    door.close()
    door.closeAllConnections()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In a process of its own: in this one, React would be that of its developers. */
const build = (folder: string): Promise<unknown> => promisify(execFile)(
  process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'admin', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'],
  { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
)
