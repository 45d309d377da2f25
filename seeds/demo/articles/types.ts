export type ArticleState = 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN'

export interface ArticleSeed {
  readonly title: string
  readonly slug: string
  readonly summary: string
  /** HTML: p, h2, ul, li, strong, em, blockquote. */
  readonly body: string
  readonly state: ArticleState
  /** Instant, ISO 8601 in UTC. */
  readonly publishAt: string
  /** Key of an account. */
  readonly author: string
}

/** An article before it is dated: `day` counts from today, negative in the past. */
export interface ArticleText extends Omit<ArticleSeed, 'publishAt'> {
  readonly day: number
}
