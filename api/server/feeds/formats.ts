import { atom } from './atom.ts'
import { jobs } from './jobs.ts'
import { json } from './json.ts'
import type { FeedFormat } from './offer.ts'
import { rss } from './rss.ts'

/** By the ending of the address. */
export const formats: Readonly<Record<string, FeedFormat>> = { json, rss, atom, 'jobs.json': jobs }
