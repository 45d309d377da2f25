/** An offer as a feed shows it: what its partner may read, one value per column. */
export interface FeedOffer {
  readonly id: string
  readonly here: boolean
  readonly changedAt: string
  readonly reference: string | null
  readonly title: string | null
  readonly description: string | null
  readonly posts: number | null
  readonly startsOn: string | null
  readonly publishedFrom: string | null
  readonly publishedUntil: string | null
  readonly client: string | null
  readonly profession: string | null
  readonly domain: string | null
  readonly contractType: string | null
  readonly categories: readonly string[] | null
  readonly city: string | null
  readonly postcode: string | null
  readonly region: string | null
  readonly country: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly contactName: string | null
  readonly contactEmail: string | null
  readonly contactPhone: string | null
}

/** What is told of a feed as a whole. */
export interface FeedHead {
  readonly id: string
  readonly title: string
  readonly home: string
  /** Address of this very document. */
  readonly self: string
  /** When it was read. */
  readonly at: string
  readonly complete: boolean
  readonly nextSince: string
}

/** One way to write a feed, piece by piece. */
export interface FeedFormat {
  readonly contentType: string
  open(head: FeedHead): string
  offer(offer: FeedOffer, first: boolean): string
  /** An offer that is gone; undefined where those are told at the end. */
  gone?(id: string, at: string, first: boolean): string
  close(head: FeedHead, gone: readonly string[]): string
}
