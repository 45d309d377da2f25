import { execFile, execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { commands, everywhere, groups } from '../commands/index.ts'
import { builtProgram, person, temporaryFolder } from '../test/program.ts'
import { helpFor } from './help.ts'
import { completionScript } from './completion.ts'
import { parse } from './parse.ts'

const run = (...args: string[]) => person('http://127.0.0.1:9').run(...args)
const installed = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('help', () => {
  const levels = [[], ...groups.map(({ path }) => path), ...commands.map(({ path }) => path)]

  test.each(levels.map((path) => [path.join(' ')]))('of “%s” says how, with examples that are understood, in both languages', (name) => {
    const path = name === '' ? [] : name.split(' ')
    const command = commands.find((one) => one.path.join(' ') === name)
    for (const locale of ['fr', 'en'] as const) {
      const text = helpFor({ command, path, commands, groups, everywhere, locale })
      const examples = text.split('\n').filter((line) => line.startsWith('  coulisses crm '))
      expect(examples.length).toBeGreaterThan(0)
      for (const line of examples) {
        const words = [...line.trim().replace(/ [|<>].*$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
        expect(() => parse(words.slice(2), commands, everywhere)).not.toThrow()
      }
    }
  })

  test('is asked for at any place, needs no session, and is told without being asked for when words are missing', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, err: '' })
    expect(await run('client', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('create') })
    expect(await run('-h', 'client', 'list')).toMatchObject({ code: 0, out: expect.stringContaining('--mine') })
    expect(await run('client')).toMatchObject({ code: 2, out: '' })
    expect(await run()).toMatchObject({ code: 2, out: '' })
    expect((await run('client', 'list', '--help', '--lang', 'fr')).out).toContain('ceux dont je suis le commercial')
  })

  test('names every option once', () => {
    for (const { options = [] } of commands) {
      const names = [...everywhere, ...options].map(({ name }) => name)
      expect(names).toEqual([...new Set(names)])
    }
  })
})

describe('wrong use', () => {
  test.each<[string, string[], string]>([
    ['an unknown command', ['clent', 'list'], 'Did you mean client?'], ['an unknown word', ['client', 'lst'], 'Did you mean client list?'], ['an unknown option', ['client', 'list', '--mime'], 'Did you mean --mine?'],
    ['an option of another command', ['client', 'list', '--unsigned'], 'Unknown option: --unsigned'], ['a missing value', ['client', 'list', '--name'], '--name needs a value: TEXT.'],
    ['an option instead of a value', ['client', 'list', '--name', '--mine'], '--name needs a value: TEXT.'], ['an option twice', ['client', 'list', '--mine', '--mine'], '--mine is given twice.'],
    ['a value too many', ['client', 'list', '--mine=yes'], '--mine takes no value.'], ['a word too many', ['whoami', 'now'], '“now” is one too many'], ['a choice that is none', ['event', 'list', '--kind', 'PICNIC'], 'one of PARTY'],
    ['a language that we do not speak', ['client', 'list', '--lang', 'de'], 'one of fr, en'], ['a page of nothing', ['client', 'list', '--limit', '0'], '--limit'], ['an order that is none', ['client', 'list', '--sort', 'passwordHash'], '--sort: there is no order passwordHash; one of number'],
    ['a column that is none', ['client', 'list', '--fields', 'password'], '--fields: there is no password'], ['a date that does not exist', ['event', 'list', '--from', '31 June 2023'], 'this date does not exist'],
    ['a date that is none', ['event', 'list', '--to', 'soon'], 'a date is expected'],
  ])('%s ends with 2, and one line', async (_name, words, said) => {
    const { code, out, err } = await person('http://127.0.0.1:9', { COULISSES_TOKEN: 'a.b.c' }).run(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('completion', () => {
  test('for bash offers what may follow', async () => {
    const script = join(temporaryFolder(), 'completion.bash')
    writeFileSync(script, completionScript('bash', commands, everywhere, 'en'))
    const complete = async (...words: string[]): Promise<string[]> => {
      const list = words.map((word) => `'${word}'`).join(' ')
      const { stdout } = await promisify(execFile)('bash', ['-c', `source '${script}'; COMP_WORDS=(coulisses ${list}); COMP_CWORD=${words.length}; _coulisses; printf '%s\\n' "\${COMPREPLY[@]}"`])
      return stdout.trim().split('\n')
    }
    expect(await complete('')).toEqual(expect.arrayContaining(['crm', 'client', 'login']))
    expect(await complete('crm', 'cl')).toEqual(['client'])
    expect(await complete('crm', 'contract', 'list', '--un')).toEqual(['--unsigned', '--unpaid'])
    expect(await complete('crm', 'event', 'list', '--kind', 'OFF')).toEqual(['OFF_SITE'])
    expect(await complete('crm', 'completion', 'z')).toEqual(['zsh'])
  })

  test.each([['zsh', '-n'], ['fish', '--no-execute']] as const)('for %s is sound where that shell is there to say so', (shell, check) => {
    const text = completionScript(shell, commands, everywhere, 'fr')
    expect(text).toContain('--unsigned'.slice(shell === 'fish' ? 2 : 0))
    if (!installed(shell)) return
    const script = join(temporaryFolder(), 'completion')
    writeFileSync(script, text)
    expect(() => execFileSync(shell, [check, script])).not.toThrow()
  })
})

test('the manual page has every command and option', async () => {
  const { out, code } = await run('man', '--lang', 'en')
  expect(code).toBe(0)
  for (const { path, options = [] } of commands) {
    expect(out).toContain(`.SS ${path.join(' ')}`)
    for (const { name } of options) expect(out).toContain(`\\-\\-${name.replaceAll('-', '\\-')}`)
  }
  if (!installed('man')) return
  const file = join(temporaryFolder(), 'coulisses.1')
  writeFileSync(file, out)
  expect(execFileSync('man', ['--warnings', '-l', file], { encoding: 'utf8' })).toContain('COULISSES(1)')
})

test('the packed program says its version', async () => {
  await builtProgram()
  expect((await run('--version')).out).toMatch(/^coulisses \d+\.\d+\.\d+\n$/)
})
