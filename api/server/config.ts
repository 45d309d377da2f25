import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import type { SecondFactorDemand } from '../access/account.ts'
import { StartError } from './startError.ts'

export const modes = ['production', 'development', 'test'] as const
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export type Mode = (typeof modes)[number]
export type LogLevel = (typeof logLevels)[number]

/** Everything that the environment decides, read once at the start and handed down. */
export interface Config {
  readonly mode: Mode
  readonly host: string
  /** 0 lets the system choose a free port. */
  readonly port: number
  /** Address under which the outside reaches us, without a slash at the end; see `publicAddress`. */
  readonly publicUrl: string | undefined
  /** Absolute path of everything that this installation keeps on disk. */
  readonly dataDir: string
  /** The user's own PostgreSQL; undefined means the embedded one. */
  readonly databaseUrl: string | undefined
  /** Undefined means the built-in outbox. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly sentryDsn: string | undefined
  /** For the pages of the back office: everybody who opens one can read it. */
  readonly sentryAdminDsn: string | undefined
  /** Undefined means that the key is made at the first start and kept in `tokenKeyFile`. */
  readonly tokenSecret: string | undefined
  readonly tokenKeyFile: string
  /** Another house at which people may sign in; undefined: none. */
  readonly oidc: OidcConfig | undefined
  /** Whether administrators need a second factor to have their rights. */
  readonly secondFactor: SecondFactorDemand
  /** Addresses of the proxies in front of us, whose `X-Forwarded-For` is believed; undefined: nobody's. */
  readonly trustProxy: readonly string[] | undefined
  readonly logLevel: LogLevel
  /** Web sites whose pages may ask the public door; other sites' servers may anyway. */
  readonly siteOrigins: readonly string[]
  /** Calls per minute of one address to the public door that memory cannot answer; 0: any number. */
  readonly siteRequestsPerMinute: number
  /** The private keys of the encrypted fields; outside of the database and of its backups. */
  readonly ageKeyFile: string
}

/** A provider of OpenID Connect, and what it knows us by. */
export interface OidcConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Name on the button. */
  readonly label: string
}

type Environment = Readonly<Record<string, string | undefined>>
/** Gives the value, or throws a `Fault` that says what is wrong and what to write. */
type Parser<T> = (text: string) => T

class Fault extends Error {}

/** Reads the environment; every faulty variable gives one line, and none of them repeats a secret. */
export function readConfig(environment: Environment = process.env): Config {
  const faults: string[] = []
  function read<T, U>(name: string, parse: Parser<T>, fallback: U): T | U {
    const text = environment[name]?.trim()
    if (text === undefined || text === '') return fallback
    try {
      return parse(text)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      faults.push(`${name}: ${error.message}`)
      return fallback
    }
  }

  const dataDir = resolve(read('DATA_DIR', path, '.data'))
  const config: Config = {
    mode: read('NODE_ENV', oneOf(modes), 'production'),
    host: read('HOST', host, '127.0.0.1'),
    port: read('PORT', port, 4000),
    publicUrl: read('PUBLIC_URL', webAddress, undefined),
    dataDir,
    databaseUrl: read('DATABASE_URL', databaseAddress, undefined),
    smtpUrl: read('SMTP_URL', mailServer, undefined),
    mailFrom: read('MAIL_FROM', sender, 'Coulisses <no-reply@coulisses.test>'),
    sentryDsn: read('SENTRY_DSN', sentryAddress, undefined),
    sentryAdminDsn: read('SENTRY_ADMIN_DSN', sentryAddress, undefined),
    tokenSecret: read('TOKEN_SECRET', secret, undefined),
    oidc: oidcOf(Object.assign(read, { missing: (name: string) => { faults.push(`${name}: it is missing; OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are given together.`) } })),
    secondFactor: read('SECOND_FACTOR', oneOf(['optional', 'administrators']), 'optional'),
    tokenKeyFile: join(dataDir, 'token.key'),
    trustProxy: read('TRUST_PROXY', proxies, undefined),
    logLevel: read('LOG_LEVEL', oneOf(logLevels), 'info'),
    siteOrigins: read('SITE_ORIGINS', origins, []),
    siteRequestsPerMinute: read('SITE_REQUESTS_PER_MINUTE', count, 600),
    ageKeyFile: resolve(read('AGE_KEY_FILE', path, join(dataDir, 'age.key'))),
  }
  if (faults.length > 0) throw new StartError(faults, { exitCode: 2 })
  return Object.freeze(config)
}

interface Read {
  <T, U>(name: string, parse: Parser<T>, fallback: U): T | U
  missing(name: string): void
}

/** All three, or none: what is missing is told. */
function oidcOf(read: Read): OidcConfig | undefined {
  const [issuer, clientId, clientSecret] = [read('OIDC_ISSUER', issuerAddress, undefined), read('OIDC_CLIENT_ID', String, undefined), read('OIDC_CLIENT_SECRET', String, undefined)]
  const label = read('OIDC_LABEL', String, 'OpenID Connect')
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined) return { issuer, clientId, clientSecret, label }
  if (issuer !== undefined || clientId !== undefined || clientSecret !== undefined) {
    const wanting = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret }
    for (const [name, value] of Object.entries(wanting)) if (value === undefined) read.missing(name)
  }
  return undefined
}

/** The address to print and to write into mails, once the port is known. */
export function publicAddress(config: Config, boundPort: number = config.port): string {
  if (config.publicUrl !== undefined) return config.publicUrl
  const everywhere = config.host === '0.0.0.0' || config.host === '::'
  const name = everywhere ? 'localhost' : config.host.includes(':') ? `[${config.host}]` : config.host
  return `http://${name}:${boundPort}`
}

/** What must never be printed, whatever fails; for `createMask`. */
export function secretsOf(config: Config): readonly string[] {
  const passwords = [config.databaseUrl, config.smtpUrl].flatMap((url) => {
    const password = url === undefined ? '' : new URL(url).password
    return [password, decodeURIComponent(password)]
  })
  return [...passwords, config.tokenSecret ?? '', config.oidc?.clientSecret ?? '', config.sentryDsn ?? ''].filter((text) => text !== '')
}

const quote = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)

function port(text: string): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : NaN
  if (!(value <= 65535)) throw new Fault(`${quote(text)} is not a port; write a whole number from 0 to 65535, such as 4000.`)
  return value
}

function host(text: string): string {
  if (!/^[\w.:-]+$/.test(text) || /:\d+$/.test(text) && !text.includes('::')) {
    throw new Fault(`${quote(text)} is not an address to listen on; write a bare name or address, such as 127.0.0.1 or 0.0.0.0.`)
  }
  return text
}

function path(text: string): string {
  if (text.includes('\0') || /^\w+:\/\//.test(text)) throw new Fault(`${quote(text)} is not a folder; write a path, such as .data or /srv/coulisses.`)
  return text
}

function oneOf<const T extends readonly string[]>(values: T): Parser<T[number]> {
  return (text) => {
    const value = values.find((candidate) => candidate === text)
    if (value === undefined) throw new Fault(`${quote(text)} is unknown; write one of ${values.join(', ')}.`)
    return value
  }
}

function webAddress(text: string): string {
  const url = parseUrl(text, ['http:', 'https:'])
  if (url === undefined || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new Fault(`${quote(text)} is not a web address; write it like https://coulisses.example.org.`)
  }
  return url.href.replace(/\/+$/, '')
}

/** People's browsers are sent there with what opens accounts: by https, but for trying it out on this machine. */
function issuerAddress(text: string): string {
  const url = parseUrl(text, ['http:', 'https:'])
  if (url !== undefined && (url.protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname))) return text
  throw new Fault(`${quote(text)} is not the address of a provider; write it as the provider names itself, such as https://login.example.org.`)
}

function databaseAddress(text: string): string {
  const url = parseUrl(text, ['postgres:', 'postgresql:'])
  const hint = 'write postgresql://user:password@host:5432/database, with special characters of the password as %40 for @, %23 for #, %2F for /'
  if (url === undefined || url.hostname === '') throw new Fault(`this is not a PostgreSQL address; ${hint}.`)
  if (url.hash !== '') throw new Fault(`there is an unescaped # in it; ${hint}.`)
  if (url.pathname.length < 2) throw new Fault(`the name of the database is missing; ${hint}.`)
  return text
}

function mailServer(text: string): string {
  if (parseUrl(text, ['smtp:', 'smtps:'])?.hostname) return text
  throw new Fault('this is not a mail server; write smtp://user:password@host:587 or smtps://user:password@host:465.')
}

function sender(text: string): string {
  const address = /<([^<>]*)>$/.exec(text)?.[1] ?? text
  if (/^[^\s@<>]+@[^\s@<>]+$/.test(address) && !/[\r\n]/.test(text)) return text
  throw new Fault(`${quote(text)} is not a sender; write Coulisses <no-reply@example.org>.`)
}

function sentryAddress(text: string): string {
  const url = parseUrl(text, ['https:', 'http:'])
  if (url !== undefined && url.username !== '' && /\/\d+$/.test(url.pathname)) return text
  throw new Fault('this is not a Sentry DSN; copy it from the settings of the Sentry project: https://key@host/number.')
}

function proxies(text: string): readonly string[] {
  const addresses = text.split(',').map((address) => address.trim())
  if (addresses.every((address) => isIP(address.split('/')[0] ?? '') !== 0)) return addresses
  throw new Fault(`${quote(text)} are no addresses; write those of the proxies in front, separated by commas, such as 10.0.0.1 or 10.0.0.0/8.`)
}

function origins(text: string): readonly string[] {
  return text.split(',').map((one) => {
    const url = parseUrl(one.trim(), ['http:', 'https:'])
    if (url?.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') throw new Fault(`${quote(one.trim())} is not a web site; write https://www.example.org, several separated by commas.`)
    return url.origin
  })
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Fault(`${quote(text)} is not a number; write a whole number, or 0 for no limit.`)
  return Number(text)
}

function secret(text: string): string {
  if (text.length >= 32) return text
  throw new Fault('it is too short to protect anything; write at least 32 random characters, or leave it out and a key is made for you.')
}

function parseUrl(text: string, protocols: readonly string[]): URL | undefined {
  const url = URL.parse(text)
  if (url === null || !protocols.includes(url.protocol)) return undefined
  try {
    decodeURIComponent(url.username + url.password + url.pathname)
    return url
  } catch {
    return undefined
  }
}
