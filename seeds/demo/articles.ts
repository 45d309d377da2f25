import { typographic } from './french.ts'
import { adviceArticles } from './articles/advice.ts'
import { portraitArticles } from './articles/portraits.ts'
import { rightsArticles } from './articles/rights.ts'
import type { ArticleSeed, ArticleState, ArticleText } from './articles/types.ts'
import { daysAfter, instant } from './offers/schedule.ts'

export type { ArticleSeed, ArticleState }

const texts: readonly ArticleText[] = [...adviceArticles, ...rightsArticles, ...portraitArticles]

/** The editorial content around a day; the same day gives the same articles. */
export const articles = (today: Date): ArticleSeed[] =>
  texts.map(({ day, body, summary, ...article }) => ({
    ...article,
    summary: typographic(summary),
    body: typographic(body.trim().replaceAll('\n', '')),
    publishAt: instant(daysAfter(today, day), 8),
  }))
