import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtProgram, temporaryFolder } from './test/program.ts'

test('the packed program installs and runs alone', async () => {
  // Made apart from the sources: nothing of this repository may be near it.
  const folder = temporaryFolder()
  const program = await builtProgram()
  cpSync('cli/package.json', join(folder, 'source/package.json'))
  cpSync(join(program, '..'), join(folder, 'source/dist'), { recursive: true })
  const npm = (...args: string[]): string => execFileSync('npm', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, npm_config_cache: join(folder, 'cache'), npm_config_offline: 'true', npm_config_update_notifier: 'false' } })
  npm('pack', './source', '--ignore-scripts', '--silent')
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  npm('install', '--prefix', join(folder, 'home'), '--no-audit', '--no-fund', '--silent', join(folder, tarball ?? ''))
  const bin = join(folder, 'home/node_modules/.bin/coulisses')
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'C' }
  expect(execFileSync(bin, ['--version'], { env, encoding: 'utf8' })).toMatch(/^coulisses \d/)
  expect(execFileSync(bin, ['crm', 'client', 'list', '--help'], { env, encoding: 'utf8' })).toContain('--mine')
  expect(execFileSync(bin, ['crm', 'completion', 'bash'], { env, encoding: 'utf8' })).toContain('complete -o default -F _coulisses coulisses')
  expect(existsSync(join(folder, 'home/node_modules/coulisses/dist/coulisses.1'))).toBe(true)
  expect(readdirSync(join(folder, 'home/node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['coulisses'])
})
