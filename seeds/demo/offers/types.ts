import type { DomainCode } from '../../casting/professionDomains.ts'

export type OfferState = 'DRAFT' | 'PUBLISHED' | 'EXPIRED' | 'WITHDRAWN'

export interface OfferSeed {
  readonly reference: string
  readonly title: string
  /** HTML: p, ul, li, strong. */
  readonly description: string
  readonly posts: number
  /** Day, YYYY-MM-DD. */
  readonly startsOn: string
  /** Instants, ISO 8601 in UTC. */
  readonly publishFrom: string
  readonly publishUntil: string
  readonly contactPublic: boolean
  /** Key of an organisation that is a client. */
  readonly client: string
  /** Key of one of its people. */
  readonly contact?: string
  readonly profession: string
  readonly professionDomain: DomainCode
  readonly contractType: string
  readonly categories: readonly string[]
  readonly town: string
  readonly state: OfferState
  /** Key of an account. */
  readonly author: string
  readonly internalNote?: string
}

/** Where the work happens; decides the words for dates, pay and rehearsal. `house` is a post in an organisation. */
export type Medium =
  | 'film' | 'short' | 'series' | 'documentary' | 'advert' | 'clip' | 'photo' | 'voice' | 'animation'
  | 'broadcast' | 'variety' | 'radio'
  | 'stage' | 'musical' | 'dance' | 'opera' | 'circus' | 'street' | 'cabaret' | 'comedy' | 'park'
  | 'orchestra' | 'ancient' | 'concert' | 'recording' | 'amateur'
  | 'event' | 'fashion' | 'fitting' | 'house'

/** What a client is making. */
export interface Production {
  readonly key: string
  readonly client: string
  readonly medium: Medium
  /** Empty for a post in a house. */
  readonly title: string
  /** With its article: « un long métrage ». */
  readonly kind: string
  readonly categories: readonly string[]
  readonly towns: readonly string[]
  /** Sentences that present the work, or the house; offers take them in turn. */
  readonly pitches: readonly string[]
}

export type Pay =
  | 'cachet' | 'session' | 'day' | 'extra' | 'advert' | 'voice' | 'model'
  | 'crew' | 'hourly' | 'monthly' | 'apprentice' | 'intern' | 'unpaid' | 'rights' | 'fee'

/** One hand-written call for a trade: what is to be done, and by whom. */
export interface Brief {
  /** Name of the profession, in the domain of the file. */
  readonly trade: string
  /** Media that can use it, unless it was written for one production. */
  readonly on?: readonly Medium[]
  readonly production?: string
  /** How the trade is said in a sentence, when its listed name would not do: one form, or masculine and feminine. */
  readonly forms?: string | readonly [masculine: string, feminine: string]
  /** With its article, when « un … ou une … » would not do: « une voix off ». */
  readonly who?: string
  /** Plural of both, needed when there may be several posts. */
  readonly many?: string
  readonly posts?: readonly number[]
  /** A role that is a woman's or a man's (Code du travail, art. R. 1142-1). */
  readonly sex?: 'F' | 'M'
  /** What the title says beside the trade: « rôle de Solène ». */
  readonly as?: string
  readonly contract?: string
  readonly pay?: Pay
  readonly categories?: readonly string[]
  readonly text: string
  /** Noun phrases, lower case, without a final stop. */
  readonly wanted: readonly string[]
}
