import type { DomainCode } from '../../casting/professionDomains.ts'
import type { ProfessionSeed } from '../../casting/professions.ts'
import { capital, eitherLabel, eitherOne, inWords, small } from '../french.ts'
import type { OrganisationSeed } from '../organisations.ts'
import type { PersonSeed } from '../people.ts'
import type { Random } from '../random.ts'
import type { Brief, Production } from './types.ts'

/** Everything that the words of one offer may draw upon. */
export interface Call {
  readonly reference: string
  readonly brief: Brief
  readonly domain: DomainCode
  readonly profession: ProfessionSeed
  readonly production: Production
  readonly client: OrganisationSeed
  readonly contract: string
  readonly town: string
  readonly posts: number
  readonly startsOn: string
  readonly endsOn: string
  readonly until: string
  /** Given only when it may be published. */
  readonly publicContact?: PersonSeed
  /** How many offers this production had before: its pitches take turns. */
  readonly turn: number
  readonly random: Random
}

export const performing: ReadonlySet<DomainCode> = new Set(['JEU', 'VOIX', 'DANSE', 'CHANT', 'MUSIQUE', 'CIRQUE', 'MODE', 'ANIM'])

/** Those who prepare, direct or write in the performers' domains, and do not audition. */
const behind = /^(Directeur|Détecteur|Adaptateur|Assistant|Maître \/ Maîtresse de ballet|Répétiteur|Notateur|Chef|Régisseur|Coach|Copiste|Bibliothécaire)/

export const isPerforming = ({ domain, brief }: Call): boolean => performing.has(domain) && brief.contract !== 'AUT' && !behind.test(brief.trade)

/** Clients abroad: the French agreements and statuses do not apply to them. */
export const isAbroad = (call: Call): boolean => call.client.registrationNo === undefined

function forms({ brief, profession }: Call): readonly [masculine: string, feminine: string] {
  if (typeof brief.forms === 'string') return [brief.forms, brief.forms]
  return brief.forms ?? [small(profession.masculine), small(profession.feminine)]
}

/** « danseurs et danseuses »; two of them are « danseurs ou danseuses ». */
const several = ({ brief, posts }: Call): string => (posts === 2 ? (brief.many ?? '').replace(' et ', ' ou ') : (brief.many ?? ''))

/** « un danseur ou une danseuse », « trois machinistes », « une comédienne ». */
export function who(call: Call): string {
  const [masculine, feminine] = forms(call)
  if (call.posts > 1) return `${inWords(call.posts)} ${several(call)}`
  if (call.brief.who !== undefined) return call.brief.who
  if (call.brief.sex === 'F') return `une ${feminine}`
  return call.brief.sex === 'M' ? `un ${masculine}` : eitherOne(masculine, feminine)
}

/** The same for a title: « Danseur / Danseuse », « 3 machinistes », « Comédienne ». */
export function label(call: Call): string {
  const [masculine, feminine] = forms(call)
  if (call.posts > 1) return `${String(call.posts)} ${several(call)}`
  if (call.brief.sex !== undefined) return capital(call.brief.sex === 'F' ? feminine : masculine)
  if (call.brief.who !== undefined && call.brief.forms === undefined) return capital(small(call.profession.name))
  return eitherLabel(masculine, feminine)
}
