import { capital, enumerate, typographic } from '../../french.ts'
import { isPerforming, type Call } from '../call.ts'
import { application } from './application.ts'
import { contractWords } from './contract.ts'
import { dates } from './dates.ts'
import { opening, withAuditions } from './opening.ts'
import { pay } from './pay.ts'

const p = (...sentences: readonly string[]): string => `<p>${sentences.filter(Boolean).join(' ')}</p>`
const strong = (text: string): string => `<strong>${text}</strong>`
const ul = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

/** Items of a French list: a semicolon after each, a full stop after the last. */
const listed = (items: readonly string[]): string => ul(items.map((item, index) => item + (index === items.length - 1 ? '.' : ' ;')))

interface Parts {
  readonly call: Call
  readonly opening: string
  readonly pitch: string
  readonly text: string
  readonly wanted: readonly string[]
  readonly dates: string
  readonly contract: string
  readonly pay: string
  readonly application: string
}

const contractSentence = ({ call, contract }: Parts): string =>
  call.random.pick([`Contrat : ${contract}.`, `Type de contrat : ${contract}.`, `Nature de l'engagement : ${contract}.`])

const profileTitle = ({ call }: Parts): string =>
  call.random.pick(['Profil recherché', 'Ce que nous attendons', 'Profil attendu', 'Pour ce projet, nous demandons', 'Ce qui comptera pour nous'])

function workTitle({ call }: Parts): string {
  if (!isPerforming(call)) return call.random.pick(['La mission', 'Le poste', 'Votre travail'])
  if (call.brief.sex !== undefined) return 'Le rôle'
  return call.random.pick(['La proposition', 'Ce que vous ferez', ...(withAuditions.has(call.production.medium) ? ['Sur scène'] : [])])
}

/** Qualities that can be strung together in a sentence rather than listed. */
const fitsProse = (wanted: readonly string[]): boolean => wanted.every((item) => /^(une? |de |des |d')/.test(item) && !/[,(:;]| et /.test(item))

const classic = (parts: Parts): string =>
  p(parts.opening, parts.pitch) +
  p(parts.text) +
  p(`${strong(profileTitle(parts))} :`) +
  listed(parts.wanted) +
  p(parts.dates, contractSentence(parts), parts.pay) +
  p(parts.application)

const headed = (parts: Parts): string =>
  p(parts.opening) +
  p(parts.pitch) +
  p(`${strong(workTitle(parts))}. ${parts.text}`) +
  listed(parts.wanted) +
  p(parts.dates, parts.pay, contractSentence(parts)) +
  p(parts.application)

const sheet = (parts: Parts): string =>
  p(parts.opening, parts.pitch) +
  p(parts.text) +
  ul([
    `${strong('Lieu et dates')} : ${parts.dates}`,
    `${strong('Conditions')} : ${parts.contract}. ${parts.pay}`,
    `${strong('Profil')} : ${parts.wanted.join(' ; ')}.`,
  ]) +
  p(parts.application)

const prose = (parts: Parts): string =>
  p(parts.opening, parts.pitch) +
  p(parts.text, parts.call.random.pick([`Nous attendons ${enumerate(parts.wanted)}.`, `Il vous faudra ${enumerate(parts.wanted)}.`])) +
  p(parts.dates, `${capital(parts.contract)}. ${parts.pay}`) +
  p(parts.application)

const missionFirst = (parts: Parts): string =>
  p(parts.opening, parts.text) +
  p(parts.pitch) +
  p(`${strong(profileTitle(parts))} :`) +
  listed(parts.wanted) +
  p(strong(parts.dates), parts.pay, contractSentence(parts)) +
  p(parts.application)

/** The whole description, in one of five layouts. */
export function description(call: Call): string {
  const { brief, production, turn, random } = call
  const parts: Parts = {
    call,
    opening: opening(call),
    pitch: production.pitches[turn % production.pitches.length] ?? '',
    text: brief.text,
    wanted: brief.wanted,
    dates: dates(call),
    contract: contractWords(call),
    pay: pay(call),
    application: application(call),
  }
  const layouts = [classic, headed, sheet, missionFirst, ...(fitsProse(brief.wanted) ? [prose, prose] : [])]
  return typographic(random.pick(layouts)(parts))
}
