import type { DomainCode } from '../../../casting/professionDomains.ts'
import { frenchDay, small } from '../../french.ts'
import { isPerforming, performing, type Call } from '../call.ts'

const files: Readonly<Record<DomainCode, readonly string[]>> = {
  JEU: ['un CV, deux photographies récentes et le lien vers une bande démo', 'un CV et une courte présentation filmée', 'deux photographies, un CV et quelques lignes sur ce qui vous attire dans le projet'],
  VOIX: ["une démo vocale d'une à trois minutes et un CV", 'un CV et deux extraits sonores contrastés'],
  DANSE: ['un CV et le lien vers une vidéo de trois minutes au plus', 'un CV, une photographie en mouvement et une vidéo non montée'],
  CHANT: ['un CV et deux enregistrements récents', 'un CV, une photographie et deux extraits contrastés'],
  MUSIQUE: ['un CV et un enregistrement de moins de deux ans', 'un CV et deux extraits sonores ou filmés'],
  CIRQUE: ['une vidéo, une fiche technique et un CV', 'un CV, une vidéo filmée en continu et vos besoins techniques'],
  MODE: ['un book ou quatre photographies sans retouche, et vos mensurations', 'deux photographies récentes, vos tailles et vos disponibilités'],
  ANIM: ['un CV et un extrait filmé ou sonore', 'un CV, une photographie et le lien vers une prestation récente'],
  MES: ['un CV et une note de quelques lignes', 'un CV et le lien vers deux réalisations'],
  PROD: ['un CV et une lettre de motivation', "un CV et une lettre d'une page"],
  HMC: ['un CV et un dossier de réalisations', 'un CV et quelques photographies de votre travail'],
  REGIE: ['un CV et vos disponibilités', 'un CV, vos habilitations et vos disponibilités'],
  TECH: ['un CV et vos disponibilités', 'un CV et le lien vers des travaux récents'],
  POST: ['un CV et une bande démo', 'un CV et le lien vers des travaux récents'],
}

const extras = ['deux photographies récentes, vos tailles de vêtements et vos disponibilités', 'une photographie de visage, une photographie en pied et un numéro de téléphone']
const letters = ['un CV et une lettre de motivation', "un CV et une lettre d'une page"]

function file(call: Call): string {
  if (call.brief.pay === 'unpaid') return 'quelques lignes sur vous et sur votre pratique'
  if (call.brief.pay === 'extra') return call.random.pick(extras)
  if (call.production.medium === 'house' && call.brief.contract !== 'CDDU' && !isPerforming(call)) return call.random.pick(letters)
  return call.random.pick(isPerforming(call) || !performing.has(call.domain) ? files[call.domain] : files.MES)
}

/** The last paragraph: what to send, to whom, until when. */
export function application(call: Call): string {
  const { client, reference, random, publicContact } = call
  const until = frenchDay(call.until)
  const sent = file(call)
  const sentence = random.pick([
    `Candidatures avant le ${until} à ${client.email}, avec ${sent}.`,
    `Pour postuler, envoyez ${sent} à ${client.email} avant le ${until}, en rappelant la référence ${reference}.`,
    `Merci d'adresser ${sent} à ${client.email}, sous la référence ${reference}. Clôture le ${until}.`,
    `Envoyez ${sent} à ${client.email} ; les candidatures sont closes le ${until}.`,
  ])
  const next = random.pick(nextSteps(call))
  const contact = publicContact === undefined ? '' : ` Renseignements : ${publicContact.firstName} ${publicContact.lastName}, ${small(publicContact.jobTitle)}.`
  return `${sentence}${call.brief.pay === 'unpaid' ? '' : next}${contact}`
}

function nextSteps(call: Call): readonly string[] {
  if (call.brief.pay === 'extra') return extrasNext
  if (call.domain === 'MODE') return modelsNext
  return isPerforming(call) ? performersNext : crewNext
}

const extrasNext = [' Les convocations sont envoyées par courriel.', ' Une réponse est donnée à toutes les candidatures.', '']
const modelsNext = [' Un casting en présence est prévu pour les personnes présélectionnées.', ' Une réponse est donnée à toutes les candidatures.', '']
const performersNext = [
  ' Les personnes retenues sur dossier seront invitées à une audition dans les dix jours.',
  ' Une réponse est donnée à toutes les candidatures.',
  " Les frais de déplacement sont remboursés à partir du second tour d'audition.",
  ' Premier tour sur dossier, second tour en présence.',
  '',
]
const crewNext = [
  ' Un entretien sera proposé aux candidatures retenues.',
  ' Une réponse est donnée à toutes les candidatures.',
  ' Poste ouvert à toutes et à tous, aménageable en cas de handicap.',
  '',
]
