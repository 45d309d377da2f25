import { inWords } from '../../french.ts'
import type { Call } from '../call.ts'

/** The contract in a few words, to be followed by a full stop. */
export function contractWords({ contract, startsOn, endsOn, random }: Call): string {
  const months = inWords(Math.max(2, Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / (30 * 86_400_000))))
  const words: Readonly<Record<string, string>> = {
    CDDU: "CDD d'usage",
    CDD: `CDD de ${months} mois`,
    CDI: 'CDI à temps plein',
    SAI: `contrat saisonnier de ${months} mois`,
    GUSO: 'engagement déclaré au Guso',
    E2: "contrat d'apprentissage de deux ans",
    FS: "contrat de professionnalisation d'un an",
    STA: `stage conventionné de ${inWords(random.between(2, 5))} mois`,
    SVC: 'engagement de service civique de huit mois',
    BEN: 'participation bénévole, en amateur',
    MAN: 'contrat de mannequin',
    LIB: 'contrat de prestation de service',
    PIG: 'collaboration à la pige',
    CES: 'contrat de cession',
    AUT: "contrat de commande et de cession de droits d'auteur",
  }
  return words[contract] ?? contract
}
