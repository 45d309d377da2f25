import { createServer } from 'node:net'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { runFixture, until } from './fixtures.ts'
import { createLifecycle, Stopping } from './lifecycle.ts'
import { listenFault } from './startError.ts'

const quiet = { say: () => undefined, complain: () => undefined }

describe('a program of several parts', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s stops them in reverse order and ends with 0', async (signal) => {
    const program = runFixture('lifecycle', ['database', 'queue', 'web'])
    await program.says('ready')
    program.child.kill(signal)
    const { code, output } = await program.ends()
    expect(code).toBe(0)
    expect(output).toContain('Stopping…\nstop web\nstop queue\nstop database\n')
  })

  test('the echo of a Ctrl-C, which npm sends, does not cut the stop short', async () => {
    const program = runFixture('lifecycle', ['database', 'hangs'])
    await program.says('ready')
    program.child.kill('SIGINT')
    await program.says('stop hangs')
    program.child.kill('SIGINT')
    const { output } = await program.ends()
    expect(output).toContain('stop database')
  })

  test('one that hangs or breaks does not keep the others from stopping', async () => {
    const program = runFixture('lifecycle', ['database', 'breaks', 'hangs'])
    await program.says('ready')
    program.child.kill('SIGTERM')
    const { code, output } = await program.ends()
    expect(code).toBe(1)
    expect(output).toContain('hangs did not stop: it took longer than 0.3 s\n')
    expect(output).toContain('breaks did not stop: no more postgres://me:***@db/x\n')
    expect(output).toContain('stop database')
  })

  test('the process ends even when all of them hang', async () => {
    const program = runFixture('lifecycle', ['hangs', 'hangs', 'hangs', 'hangs', 'hangs'])
    await program.says('ready')
    program.child.kill('SIGTERM')
    const { code, output } = await program.ends()
    expect(code).toBe(1)
    expect(output).toContain('Stopping took longer than 1 s; ending now.')
  })

  test('a start that cannot go on prints its lines, stops what runs, and ends with its code', async () => {
    const { code, output } = await runFixture('lifecycle', ['database', 'refuses', 'web']).ends()
    expect(code).toBe(2)
    // Two pipes: which of them is read first says nothing.
    expect(output.trim().split('\n').toSorted()).toEqual(['HOST: another', 'PORT: one thing', 'start database', 'stop database'])
  })

  test.each([['rejects', 'lost'], ['throws', 'broken']])('an unforeseen fault (%s) is told once, masked, and stops it with 1', async (part, word) => {
    const { code, output } = await runFixture('lifecycle', ['database', part]).ends()
    expect(code).toBe(1)
    expect(output.match(new RegExp(`Error: ${word} postgres://me:\\*\\*\\*@db/x`, 'g'))).toHaveLength(1)
    expect(output).not.toContain('hunter2')
    expect(output).toContain('stop database')
  })

  test('what takes longer than a second is announced', async () => {
    const program = runFixture('lifecycle', ['late', 'web'])
    const output = await program.says('ready\n')
    expect(output).toMatch(/^late…\nlate: ready after \d+\.\d s\nstart late\nstart web\nready\n$/)
    program.child.kill('SIGTERM')
    await program.ends()
  })

  test('a stop during a start waits for that part, stops it too, and starts nothing more', async () => {
    const codes: number[] = []
    const life = createLifecycle({ ...quiet, exit: (code) => codes.push(code) })
    const events: string[] = []
    let open = (): void => undefined
    const gate = new Promise<void>((resolve) => { open = resolve })
    const starting = life.step('database', () => gate, () => events.push('database stopped'))
    const stopping = life.stop()
    open()
    await expect(starting).rejects.toBeInstanceOf(Stopping)
    await expect(life.step('web', () => events.push('web started'))).rejects.toBeInstanceOf(Stopping)
    await stopping
    expect(events).toEqual(['database stopped'])
    expect(codes).toEqual([0])
  })

  test('the report of a fault is waited for, but not for ever', async () => {
    const codes: number[] = []
    const reported: unknown[] = []
    const life = createLifecycle({ ...quiet, exit: (code) => codes.push(code), report: (error) => { reported.push(error); return new Promise(() => undefined) } })
    await life.fail(new Error('one'))
    await life.fail(new Error('two'))
    expect(reported.map(String)).toEqual(['Error: one'])
    expect(codes).toEqual([1])
  })
})

test('a port in use is told in one line', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const address = holder.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const second = createServer()
  let fault: unknown
  second.on('error', (error) => { fault = listenFault(error, '127.0.0.1', port) })
  second.listen(port, '127.0.0.1')
  await until(() => fault !== undefined)
  holder.close()
  expect(fault).toMatchObject({ lines: [`Port ${port} on 127.0.0.1 is already in use: stop the program that holds it, or choose another one with PORT=${port + 1}.`] })
})
