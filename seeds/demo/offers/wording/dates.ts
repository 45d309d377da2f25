import type { DomainCode } from '../../../casting/professionDomains.ts'
import { at, frenchDay } from '../../french.ts'
import type { Call } from '../call.ts'
import type { Medium, Pay } from '../types.ts'

type Sentence = (from: string, to: string, place: string) => string

const shootingDays: readonly Sentence[] = [
  (from, to, place) => `Les journées de tournage se placent entre le ${from} et le ${to}, ${place} ; les dates exactes sont confirmées une semaine à l'avance.`,
  (from, _, place) => `Tournage ${place} à partir du ${from}. Les dates définitives vous seront données au plus tard dix jours avant.`,
  (from, _, place) => `La première convocation est prévue ${place} dans la semaine du ${from}.`,
]
const shooting: readonly Sentence[] = [
  (from, to, place) => `Le tournage a lieu ${place} et dans les environs, du ${from} au ${to}.`,
  (from, to, place) => `Le tournage se déroule du ${from} au ${to}, ${place} pour l'essentiel.`,
  (from, to, place) => `Premier jour de tournage le ${from}, dernier jour le ${to}, au départ d'une base installée ${place}.`,
]
const creation: readonly Sentence[] = [
  (from, to, place) => `Les répétitions débutent ${place} le ${from} ; la première est fixée au ${to}.`,
  (from, to, place) => `Répétitions ${place} à partir du ${from} ; première le ${to}.`,
  (from, to, place) => `L'engagement commence le ${from} ${place} et se prolonge par une série de représentations jusqu'au ${to}.`,
]
const concerts: readonly Sentence[] = [
  (from, to, place) => `Premier service le ${from} ${place} ; la dernière date est le ${to}.`,
  (from, to, place) => `L'engagement court du ${from} au ${to}, avec des répétitions ${place}.`,
  (from, to, place) => `Le travail commence ${place} le ${from} et s'achève le ${to}.`,
]
const tours: readonly Sentence[] = [
  (from, to, place) => `Première répétition le ${from} ${place} ; la dernière date est le ${to}.`,
  (from, to, place) => `L'engagement court du ${from} au ${to}, ${place} pour commencer.`,
]
const rehearsals: readonly Sentence[] = [
  (from, _, place) => `Les répétitions reprennent ${place} le ${from} ; vous pouvez venir écouter avant de vous décider.`,
  (from, _, place) => `Première répétition ${place} le ${from}, puis toutes les semaines hors vacances scolaires.`,
]
const run: readonly Sentence[] = [
  (from, to, place) => `Répétitions ${place} à partir du ${from}, puis représentations jusqu'au ${to}.`,
  (from, to, place) => `Prise de fonctions le ${from} ${place} ; la saison s'achève le ${to}.`,
]
const oneDate: readonly Sentence[] = [
  (from, _, place) => `Rendez-vous ${place} le ${from} pour l'installation ; l'événement a lieu le lendemain.`,
  (from, _, place) => `La date est fixée au ${from}, ${place}, avec une répétition la veille.`,
]
const studio: readonly Sentence[] = [
  (from, to, place) => `Les séances se tiennent ${place}, entre le ${from} et le ${to}, par demi-journées.`,
  (from, _, place) => `Première séance ${place} le ${from}, les suivantes étant fixées selon vos disponibilités.`,
]
const making: readonly Sentence[] = [
  (from, to, place) => `La mission se déroule au studio, ${place}, du ${from} au ${to}.`,
  (from, to, place) => `Démarrage ${place} le ${from} ; livraison finale le ${to}.`,
]
const onAir: readonly Sentence[] = [
  (from, to, place) => `Début de la collaboration le ${from} ${place}, pour une saison qui s'achève le ${to}.`,
  (from, to, place) => `Enregistrements et directs ${place}, du ${from} au ${to}.`,
]
const sittings: readonly Sentence[] = [
  (from, _, place) => `Les séances ont lieu ${place} à partir du ${from}.`,
  (from, to, place) => `Plusieurs dates sont possibles ${place} entre le ${from} et le ${to}.`,
]
const commission: readonly Sentence[] = [
  (from, to, place) => `Première réunion de travail ${place} le ${from} ; remise définitive avant le ${to}.`,
  (from, to, place) => `Le calendrier s'étend du ${from} au ${to}, avec des séances de travail ${place}.`,
]
const postwork: readonly Sentence[] = [
  (from, to, place) => `Le travail se déroule ${place}, du ${from} au ${to}.`,
  (from, to, place) => `La mission commence ${place} le ${from} et s'achève au plus tard le ${to}.`,
]
const position: readonly Sentence[] = [
  (from, _, place) => `Le poste, basé ${place}, est à pourvoir le ${from}.`,
  (from, _, place) => `Prise de fonctions souhaitée le ${from}, ${place}.`,
]

const byMedium: Readonly<Record<Medium, readonly Sentence[]>> = {
  film: shooting, short: shooting, series: shooting, documentary: shooting, advert: shootingDays, clip: shootingDays,
  photo: sittings, fashion: sittings, fitting: sittings, voice: studio, recording: studio, animation: making,
  broadcast: onAir, variety: onAir, radio: onAir,
  stage: creation, musical: creation, dance: creation, opera: creation, circus: creation, street: creation,
  orchestra: concerts, ancient: concerts, concert: tours, amateur: rehearsals,
  cabaret: run, comedy: run, park: run, event: oneDate, house: position,
}
const byPay: Partial<Record<Pay, readonly Sentence[]>> = { rights: commission, voice: studio }

/** When and where, in one sentence or two. */
export function dates(call: Call): string {
  const { brief, production } = call
  const short = brief.pay === 'extra' || brief.pay === 'day' || brief.pay === 'advert'
  const filmed = byMedium[production.medium] === shooting
  if (call.domain === 'POST' && call.production.medium !== 'animation' && call.production.medium !== 'house') return say(call, postwork)
  if (brief.pay === 'session' && production.medium === 'broadcast') return say(call, oneDate)
  const recorded = brief.pay === 'session' && filmed
  const sentences = byPay[brief.pay ?? 'cachet'] ?? (recorded ? studio : short && filmed ? shootingDays : byMedium[production.medium])
  return say(call, sentences)
}

const say = ({ startsOn, endsOn, town, random }: Call, sentences: readonly Sentence[]): string =>
  random.pick(sentences)(frenchDay(startsOn), frenchDay(endsOn), at(town))

/** Days from the first to the last: editing a film takes its own time. */
export const length = (domain: DomainCode, medium: Medium): readonly [low: number, high: number] =>
  domain === 'POST' && byMedium[medium] === shooting ? [95, 105] : lengthInDays[medium]

const lengthInDays: Readonly<Record<Medium, readonly [low: number, high: number]>> = {
  film: [25, 45], short: [5, 12], series: [40, 80], documentary: [15, 40], advert: [2, 8], clip: [2, 6], photo: [3, 12],
  fashion: [10, 25], fitting: [60, 90], voice: [14, 50], recording: [8, 12], animation: [120, 240],
  broadcast: [120, 240], variety: [120, 240], radio: [150, 270],
  stage: [45, 75], musical: [60, 100], dance: [45, 80], opera: [35, 55], circus: [60, 120], street: [30, 60], cabaret: [90, 180], comedy: [90, 180], park: [120, 150],
  orchestra: [5, 25], ancient: [12, 40], concert: [15, 60], amateur: [200, 300], event: [1, 3], house: [180, 330],
}
