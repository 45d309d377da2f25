import { capital, of, small } from '../../french.ts'
import { isPerforming, label, who, type Call } from '../call.ts'
import type { Medium } from '../types.ts'

/** « Danseur / Danseuse » → « danseur / danseuse », inside a title. */
const smallLabel = (post: string): string => post.split(' / ').map(small).join(' / ')

/** « de « Carmen » », « d'« Antigone » ». */
const ofWork = (title: string): string => `${/^[aeiouyéèêàâîôœ]/i.test(title) ? "d'" : 'de '}« ${title} »`

/** « un long métrage » → « long métrage ». */
const bare = (kind: string): string => kind.replace(/^(une? |les? |la |l')/, '')

const withCast: ReadonlySet<Medium> = new Set<Medium>(['film', 'short', 'series', 'voice', 'stage', 'musical', 'opera', 'dance', 'circus', 'street'])
export const withAuditions: ReadonlySet<Medium> = new Set<Medium>(['stage', 'musical', 'opera', 'dance', 'circus', 'street', 'cabaret', 'comedy', 'park', 'orchestra', 'ancient'])
const withCasting: ReadonlySet<Medium> = new Set<Medium>(['film', 'short', 'series', 'advert', 'clip', 'photo', 'fashion', 'voice'])

/** The first sentence: who is looking for whom, and for what. */
export function opening(call: Call): string {
  const choices = call.production.medium === 'house' ? houseOpenings(call) : productionOpenings(call)
  return call.random.pick(choices)
}

function productionOpenings(call: Call): string[] {
  const { client, production } = call
  const work = `« ${production.title} »`
  const kind = bare(production.kind)
  const end = client.inText.startsWith('les ') ? 'nt' : ''
  const sought = who(call)
  const openings = [
    `${capital(client.inText)} prépare${end} ${production.kind}, ${work}, et recherche${end} ${sought}.`,
    `Pour ${work}, ${kind}, ${client.inText} recherche${end} ${sought}.`,
    `${capital(client.inText)} engage${end} ${sought} pour ${work}, ${kind}.`,
    `${capital(client.inText)} lance${end} un appel à candidatures pour ${work}, ${kind} : il s'agit de trouver ${sought}.`,
  ]
  const cast = `La distribution ${ofWork(production.title)} n'est pas complète : ${client.inText} recherche${end} encore ${sought}.`
  const auditions = `Auditions ouvertes ! ${capital(client.inText)} recherche${end} ${sought} pour ${work}, ${kind}.`
  const casting = `Le casting ${ofWork(production.title)} commence : ce projet ${of(client.inText)} cherche ${sought}.`
  const performers = [
    ...(withCast.has(production.medium) ? [cast] : []),
    ...(withAuditions.has(production.medium) ? [auditions] : []),
    ...(withCasting.has(production.medium) ? [casting] : []),
  ]
  const crew = [
    `L'équipe ${ofWork(production.title)}, ${kind}, se constitue : ${client.inText} recherche${end} ${sought}.`,
    `${capital(client.inText)} complète${end} l'équipe ${ofWork(production.title)}, ${kind}, avec ${sought}.`,
  ]
  return [...openings, ...(isPerforming(call) ? performers : crew)]
}

function houseOpenings(call: Call): string[] {
  const { client, production } = call
  const end = client.inText.startsWith('les ') ? 'nt' : ''
  const sought = who(call)
  return [
    `${capital(client.inText)} recrute${end} ${sought} pour rejoindre ${production.kind}.`,
    `Pour compléter ${production.kind}, ${client.inText} recrute${end} ${sought}.`,
    `${capital(client.inText)} renforce${end} ${production.kind} et recherche${end} ${sought}.`,
  ]
}

/** One line, 160 characters at most, with straight apostrophes, as people type them in a search. */
export const title = (call: Call): string => titled(call).replaceAll('’', "'")

function titled(call: Call): string {
  const { production, brief, client, random } = call
  const post = label(call)
  const work = `« ${production.title} »`
  if (production.medium === 'house') {
    return brief.as === undefined ? `${post} – ${client.name}` : `${post}, ${brief.as} – ${client.name}`
  }
  if (brief.as !== undefined) return random.pick([`${post}, ${brief.as} – ${work}`, `${work} : ${smallLabel(post)}, ${brief.as}`])
  return random.pick([
    `${post} pour ${work}`,
    `${post} – ${work} (${bare(production.kind)})`,
    `${work}, ${bare(production.kind)} : ${smallLabel(post)}`,
  ])
}
