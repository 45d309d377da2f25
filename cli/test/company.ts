import type { TestServer } from '../../api/contract/harness.ts'
import { startTestServer } from '../../api/contract/server.ts'
import { demoPassword } from '../../seeds/loadDemo.ts'
import { person, type Ended, type Person } from './program.ts'

export type Member = 'management' | 'sales' | 'otherSales' | 'support' | 'otherSupport'
const logins: Readonly<Record<Member, string>> = { management: 'management', sales: 'sales', otherSales: 'camille.ferrand', support: 'support', otherSupport: 'alienor.vichum' }

export type Company = { readonly server: TestServer } & Readonly<Record<Member, Person>>

/** The people of the three departments, each at a terminal of his own, at one server. */
export async function openCompany(): Promise<Company> {
  const server = await startTestServer()
  const members: [string, Person][] = []
  for (const [name, login] of Object.entries(logins)) {
    const one = person(server.url)
    await one.signIn(`${login}@coulisses.test`, demoPassword)
    members.push([name, one])
  }
  return { server, ...Object.fromEntries(members) } as Company
}

export interface Shown { readonly [name: string]: string | number | null }

/** A record that a command answers as JSON; what it refuses is an error of the test. */
export async function record(one: Person, ...line: readonly string[]): Promise<Shown> {
  const { code, out, err } = await one.run(...line, '--json')
  if (code !== 0) throw new Error(`crm ${line.join(' ')}: ${code} ${err}`)
  return JSON.parse(out) as Shown
}

export async function records(one: Person, ...line: readonly string[]): Promise<readonly Shown[]> {
  return await record(one, ...line) as unknown as readonly Shown[]
}

/** Refused: one line, nothing on standard output. */
export const refused = ({ code, out, err }: Ended): boolean => code === 1 && out === '' && err.trimEnd().split('\n').length === 1

let made = 0
export const unique = (name: string): string => `${name} ${++made}`

export async function aClient(one: Person): Promise<Shown> {
  const name = unique('Cliente')
  return record(one, 'client', 'create', '--full-name', name, '--email', `${name.replace(' ', '.')}@example.org`, '--company-name', unique('Maison'))
}

export async function aContract(company: Company, client: Shown, signed: boolean): Promise<Shown> {
  const contract = await record(company.management, 'contract', 'create', '--client', String(client['number']), '--total-amount', '1000', '--title', unique('Contrat'))
  return signed ? record(company.management, 'contract', 'sign', String(contract['number']), '--yes') : contract
}

export const eventLine = (contract: Shown): string[] => ['event', 'create', '--contract', String(contract['number']), '--title', unique('Fête'), '--kind', 'PARTY', '--start-at', '4 Jun 2027 @ 1PM', '--end-at', '5 Jun 2027 @ 2AM']

export async function anEvent(company: Company, support?: Member): Promise<Shown> {
  const event = await record(company.sales, ...eventLine(await aContract(company, await aClient(company.sales), true)))
  if (support === undefined) return event
  return record(company.management, 'event', 'assign', String(event['number']), `${logins[support]}@coulisses.test`)
}
