import { typographic } from '../french.ts'
import type { Random } from '../random.ts'
import type { OfferState } from './types.ts'

const notes: Readonly<Record<OfferState, readonly string[]>> = {
  PUBLISHED: [
    'Budget confirmé par téléphone avec la production.',
    'Le client souhaite un point chaque vendredi sur les candidatures reçues.',
    'Dates susceptibles de glisser d’une semaine : vérifier avant toute relance.',
    'Deux profils déjà proposés, retour attendu.',
    'Offre reconduite : la première diffusion avait donné peu de réponses.',
    'Facturation au forfait annuel.',
    'Ne pas transmettre le budget exact aux candidats.',
    'À mettre en avant dans la lettre de la semaine.',
  ],
  DRAFT: [
    'Texte à faire relire par le client avant publication.',
    'Il manque le montant du cachet : relancer la production.',
    'En attente de la confirmation des dates.',
    'Vérifier avec le client si le contact peut être rendu public.',
  ],
  EXPIRED: ['Poste pourvu par un profil du fichier.', 'Pourvu hors plateforme.', 'Trente-deux candidatures reçues, sept entretiens.', 'Le client envisage une nouvelle session.'],
  WITHDRAWN: [
    'Retirée à la demande du client : production reportée à la saison prochaine.',
    'Retirée : rôle pourvu avant la clôture.',
    'Retirée : conditions de rémunération à revoir avec le client.',
    'Retirée : doublon avec une offre plus récente.',
  ],
}

/** A note for the desk; most published offers have none. */
export function internalNote(state: OfferState, { chance, pick }: Random): string | undefined {
  const probability = state === 'PUBLISHED' ? 0.3 : state === 'EXPIRED' ? 0.5 : 1
  return chance(probability) ? typographic(pick(notes[state])) : undefined
}
