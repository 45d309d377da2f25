import { isAbroad, type Call } from '../call.ts'
import type { Medium, Pay } from '../types.ts'

const euros = (amount: number): string => `${amount >= 1000 ? `${String(Math.floor(amount / 1000))} ${String(amount % 1000).padStart(3, '0')}` : String(amount)} €`

const agreements: Partial<Record<Medium, string>> = {
  stage: 'des entreprises artistiques et culturelles',
  dance: 'des entreprises artistiques et culturelles',
  opera: 'des entreprises artistiques et culturelles',
  musical: 'du spectacle vivant privé',
  cabaret: 'du spectacle vivant privé',
  comedy: 'du spectacle vivant privé',
  film: 'de la production cinématographique',
  short: 'de la production cinématographique',
  series: 'de la production audiovisuelle',
  documentary: 'de la production audiovisuelle',
  broadcast: 'de la production audiovisuelle',
  variety: 'de la production audiovisuelle',
  orchestra: 'des entreprises artistiques et culturelles',
  ancient: 'des entreprises artistiques et culturelles',
  animation: "de la production de films d'animation",
}

const agreement = (call: Call): string => {
  const name = agreements[call.production.medium]
  return name === undefined ? 'selon la convention collective applicable' : `selon la convention collective ${name}`
}

const senior = /^(Direct|Administrat|Programmat|Maître|Chef)/

/** What is paid, in one sentence; amounts are gross. */
export function pay(call: Call): string {
  if (isAbroad(call)) return `Rémunération selon le barème en vigueur en Belgique, environ ${euros(step(call, 130, 210, 10))} brut par jour.`
  return byPay[call.brief.pay ?? defaultPay(call)](call)
}

const defaultPay = (call: Call): Pay => {
  if (call.domain === 'VOIX') return 'voice'
  return ['film', 'short', 'series', 'documentary', 'advert', 'clip', 'broadcast', 'variety', 'radio', 'event'].includes(call.production.medium) ? 'day' : 'cachet'
}

const step = ({ random }: Call, low: number, high: number, by: number): number => low + by * random.between(0, Math.floor((high - low) / by))

const byPay: Readonly<Record<Pay, (call: Call) => string>> = {
  cachet: (call) =>
    call.random.pick([
      `Cachet de ${euros(step(call, 150, 230, 10))} brut par représentation, répétitions rémunérées à la journée (${euros(step(call, 110, 140, 5))} brut).`,
      `Rémunération de ${euros(step(call, 150, 220, 10))} brut le cachet, défraiements ${agreement(call)}.`,
      `Chaque représentation est payée ${euros(step(call, 150, 240, 10))} brut ; répétitions et voyages sont rémunérés ${agreement(call)}.`,
    ]),
  session: (call) =>
    call.random.pick([
      `Service de répétition à ${euros(step(call, 80, 110, 5))} brut, représentation à ${euros(step(call, 150, 240, 10))} brut.`,
      `Le service est payé ${euros(step(call, 80, 115, 5))} brut en répétition, ${euros(step(call, 160, 230, 10))} brut en public ou en enregistrement.`,
    ]),
  day: (call) =>
    call.random.pick([
      `La journée est payée ${euros(step(call, 260, 460, 20))} brut.`,
      `Rémunération de ${euros(step(call, 250, 450, 20))} brut par jour de travail.`,
      `Le tarif est de ${euros(step(call, 260, 460, 20))} brut la journée, repas et transports pris en charge.`,
    ]),
  extra: (call) =>
    call.random.pick([
      `La journée de huit heures est payée ${euros(step(call, 115, 140, 5))} brut, heures de nuit majorées.`,
      `Le cachet est de ${euros(step(call, 115, 145, 5))} brut par jour, repas sur place et indemnité pour tenue personnelle en sus.`,
    ]),
  advert: (call) =>
    call.random.pick([
      `Journée à ${euros(step(call, 350, 600, 50))} brut, plus ${euros(step(call, 1200, 3600, 200))} brut de droits pour un an d'exploitation en France.`,
      `Salaire de ${euros(step(call, 350, 600, 50))} brut par jour ; la cession de droits (${euros(step(call, 1500, 4000, 250))} brut, un an, France et internet) est versée à la diffusion.`,
    ]),
  voice: (call) =>
    call.random.pick([
      `Séance de trois heures à ${euros(step(call, 280, 440, 20))} brut, droits d'exploitation en sus.`,
      `Rémunération ${agreement(call)}, soit ${euros(step(call, 280, 420, 20))} brut environ par demi-journée.`,
    ]),
  model: (call) =>
    call.random.pick([
      `Vacation de ${euros(step(call, 220, 420, 20))} brut, droits à l'image négociés séparément.`,
      `La journée est payée ${euros(step(call, 260, 480, 20))} brut, essayages rémunérés.`,
    ]),
  crew: (call) =>
    call.random.pick([
      `Salaire ${agreement(call)}, autour de ${euros(step(call, 190, 280, 10))} brut par jour.`,
      `Base de ${euros(step(call, 200, 290, 10))} brut la journée, heures supplémentaires et majorations ${agreement(call)}.`,
    ]),
  hourly: (call) => {
    const rate = `${String(step(call, 16, 21, 1))},${call.random.pick(['20', '50', '80'])} € brut`
    return call.random.pick([
      `Rémunération de ${rate} de l'heure, majorations légales la nuit et les jours fériés.`,
      `Le taux horaire est de ${rate}, paniers et déplacements en sus.`,
    ])
  },
  monthly: (call) => {
    const low = senior.test(call.profession.masculine) ? step(call, 3000, 4200, 100) : step(call, 2100, 2700, 50)
    return call.random.pick([
      `Salaire mensuel de ${euros(low)} à ${euros(low + 300)} brut selon l'expérience.`,
      `Rémunération de ${euros(low)} brut par mois, complémentaire santé et titres-restaurant.`,
    ])
  },
  apprentice: (call) =>
    call.contract === 'SVC'
      ? "L'indemnité est celle du service civique, complétée par une aide au transport."
      : "Rémunération légale de l'alternance, variable selon l'âge et l'année de formation.",
  intern: (call) =>
    call.random.pick([
      'Gratification au taux légal et remboursement de la moitié des frais de transport.',
      'Le stage est gratifié au taux légal ; les repas sont pris en charge les jours de travail en équipe.',
    ]),
  unpaid: (call) =>
    call.random.pick([
      'La fanfare prend en charge les partitions, les tenues et les déplacements.',
      "Aucune sortie n'est vendue au profit d'un tiers ; instruments prêtés, trajets remboursés.",
    ]),
  rights: (call) =>
    call.random.pick([
      `Commande de ${euros(step(call, 2500, 8000, 250))} brut, à laquelle s'ajoutent les droits d'auteur proportionnels.`,
      `Prime de commande de ${euros(step(call, 2500, 7000, 250))} brut, puis droits d'auteur selon l'exploitation.`,
    ]),
  fee: (call) => {
    if (call.contract === 'CES') return `Prix de cession à proposer, dans une fourchette de ${euros(step(call, 900, 1500, 100))} à ${euros(step(call, 1800, 2600, 100))} par jour.`
    if (call.contract === 'PIG') return `Pige de ${euros(step(call, 70, 130, 5))} brut, réglée le mois suivant.`
    return `Honoraires de ${euros(step(call, 280, 420, 20))} hors taxes par journée.`
  },
}
