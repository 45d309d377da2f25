import { describe, expect, test } from 'vitest'
import { publicAddress, readConfig, secretsOf } from './config.ts'
import { createMask } from './mask.ts'
import { StartError } from './startError.ts'

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof StartError) return error.lines
    throw error
  }
  return []
}

describe('the environment', () => {
  test('may be empty: a production start on loopback with the embedded database', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ mode: 'production', host: '127.0.0.1', port: 4000, logLevel: 'info', databaseUrl: undefined })
    expect(config.dataDir).toBe(`${process.cwd()}/.data`)
    expect(config.tokenKeyFile).toBe(`${process.cwd()}/.data/token.key`)
    expect(Object.isFrozen(config)).toBe(true)
  })

  test('counts an empty variable as absent', () => {
    expect(readConfig({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 4000, databaseUrl: undefined })
  })

  test.each([
    ['PORT', '70000', '"70000" is not a port; write a whole number from 0 to 65535, such as 4000.'],
    ['PORT', '4000.5', '"4000.5" is not a port; write a whole number from 0 to 65535, such as 4000.'],
    ['HOST', 'http://localhost', '"http://localhost" is not an address to listen on; write a bare name or address, such as 127.0.0.1 or 0.0.0.0.'],
    ['HOST', 'localhost:4000', '"localhost:4000" is not an address to listen on; write a bare name or address, such as 127.0.0.1 or 0.0.0.0.'],
    ['DATA_DIR', 'file:///srv', '"file:///srv" is not a folder; write a path, such as .data or /srv/coulisses.'],
    ['PUBLIC_URL', 'coulisses.example.org', '"coulisses.example.org" is not a web address; write it like https://coulisses.example.org.'],
    ['NODE_ENV', 'prod', '"prod" is unknown; write one of production, development, test.'],
    ['LOG_LEVEL', 'loud', '"loud" is unknown; write one of trace, debug, info, warn, error, fatal, silent.'],
    ['MAIL_FROM', 'nobody', '"nobody" is not a sender; write Coulisses <no-reply@example.org>.'],
    ['SMTP_URL', 'mail.example.org', 'this is not a mail server; write smtp://user:password@host:587 or smtps://user:password@host:465.'],
    ['SENTRY_DSN', 'https://example.org/1', 'this is not a Sentry DSN; copy it from the settings of the Sentry project: https://key@host/number.'],
    ['TOKEN_SECRET', 'short', 'it is too short to protect anything; write at least 32 random characters, or leave it out and a key is made for you.'],
  ])('%s=%s is told in one line', (name, value, line) => {
    expect(faultsOf({ [name]: value })).toEqual([`${name}: ${line}`])
  })

  test.each(['mysql://u:p@h/d', 'postgres://u:p#1@h/d', 'postgres://u:p%zz@h/d', 'postgres://u:p@h', 'hunter2-secret'])(
    'a wrong DATABASE_URL (%s) is told without being repeated',
    (value) => {
      const [line, ...others] = faultsOf({ DATABASE_URL: value })
      expect(others).toEqual([])
      expect(line).toMatch(/^DATABASE_URL: .*write postgresql:\/\/user:password@host:5432\/database/)
      expect(line).not.toContain('hunter2')
    },
  )

  test('tells every fault at once, and ends with 2', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(expect.objectContaining({ exitCode: 2, lines: [expect.stringMatching(/^PORT/), expect.stringMatching(/^LOG_LEVEL/)] }))
  })
})

test('the public address follows HOST and PORT unless it is given', () => {
  expect(publicAddress(readConfig({}))).toBe('http://127.0.0.1:4000')
  expect(publicAddress(readConfig({ HOST: '0.0.0.0' }), 4321)).toBe('http://localhost:4321')
  expect(publicAddress(readConfig({ HOST: '::1' }))).toBe('http://[::1]:4000')
  expect(publicAddress(readConfig({ PUBLIC_URL: 'https://scene.example.org/' }))).toBe('https://scene.example.org')
})

test('what is secret in the configuration never shows in a printed text', () => {
  const config = readConfig({ DATABASE_URL: 'postgres://u:p%40ssword@h/d', TOKEN_SECRET: 'k'.repeat(40) })
  const mask = createMask(secretsOf(config))
  expect(mask(`cannot reach postgres://u:p%40ssword@h/d with p@ssword or ${'k'.repeat(40)}`)).toBe('cannot reach postgres://u:***@h/d with *** or ***')
  expect(mask('smtp://someone:else@mail and https://example.org:80/a@b')).toBe('smtp://someone:***@mail and https://example.org:80/a@b')
})
