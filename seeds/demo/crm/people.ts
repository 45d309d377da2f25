import type { Rep } from './types.ts'

type Row = readonly [fullName: string, company: string | undefined, rep: Rep]

/** Who has something organised: companies by their contact, and private people. */
export const customers: readonly Row[] = [
  ['Agathe Delvaux', 'Verrerie de la Sauldre', 'sales'], ['Bastien Corroyer', 'Meunerie Corroyer & filles', 'ferrand'], ['Clémence Rivoallan', 'Atelier Rivoallan', 'sales'],
  ['Désiré Mbarga', 'Transports Mbarga', 'ferrand'], ['Edwige Panckoucke', 'Librairie des Deux Quais', 'sales'], ['Fabrice Loiseleur', undefined, 'sales'],
  ['Gisèle Amouroux', 'Mutuelle des Gardiens de phare', 'ferrand'], ['Hippolyte Cazeneuve', 'Cazeneuve Horlogerie', 'sales'], ['Irène Szabó', 'Szabó Instruments', 'ferrand'],
  ['Jean-Baptiste Ortolan', undefined, 'sales'], ['Katell Guivarc’h', 'Conserverie du Menhir', 'ferrand'], ['Léopold Vandermeersch', 'Brasserie du Beffroi gris', 'sales'],
  ['Marguerite Assouline', undefined, 'ferrand'], ['Nadir Benyahia', 'Benyahia Énergies', 'sales'], ['Odile Perrachon', 'Tissages Perrachon', 'sales'],
  ['Pascal Quintard', 'Quintard & Associés', 'ferrand'], ['Quitterie de Lestrac', undefined, 'sales'], ['Raoul Ferdinandi', 'Ferdinandi Marbres', 'ferrand'],
  ['Sidonie Vasseur', 'Pépinières Vasseur', 'sales'], ['Tancrède Le Moal', 'Chantiers Le Moal', 'ferrand'], ['Ursule Gramont', undefined, 'sales'],
  ['Vincent Zeitoun', 'Zeitoun Optique', 'ferrand'], ['Wilhelmine Kopf', 'Orgues Kopf', 'sales'], ['Xavier Tournebize', 'Tournebize Conseil', 'ferrand'],
  ['Yolande Cissé', 'Laboratoires Cissé', 'sales'], ['Zacharie Monnier', undefined, 'ferrand'], ['Aurore Kerbrat', 'Régie des Trois Ponts', 'sales'],
  ['Blaise Fontanges', 'Fontanges Assurances', 'ferrand'], ['Corinne Dusautoir', undefined, 'sales'], ['Daphné Ioannou', 'Ioannou Céramiques', 'ferrand'],
  ['Évariste Bonpland', 'Jardins Bonpland', 'sales'], ['Flora Castelnau', undefined, 'ferrand'], ['Gontran Vilquin', 'Vilquin Mécanique', 'sales'],
  ['Huguette Salvat', 'Amicale des Cheminots du Val', 'ferrand'], ['Ismérie Duroc', undefined, 'sales'], ['Joris Haegelin', 'Haegelin Bois', 'ferrand'],
  ['Solveig Lindqvist', 'Lindqvist Möbler AB', 'sales'],
]

export const places = [
  'Château de Brindefeuille, 14 allée des Tilleuls, 45240 La Ferté-Saint-Aubin, France', 'Salle polyvalente de Trémargat-le-Vieux', 'Domaine des Hautes Sources, route du Lac, 74410 Saint-Jorioz, France',
  'Halle aux Grains neufs, 3 place du Marché-Couvert, 31000 Toulouse, France', 'Péniche L’Alouette, port de Solférino', 'La Grange du Pré-Sorel', 'Hôtel du Cap-Vert, 22 boulevard de la Corniche, 13007 Marseille, France',
  'Refuge des Trois-Becs (accès à pied, une heure de marche)', 'Musée de la Navigation fluviale, 10 quai des Bateliers, 78700 Conflans-Sainte-Honorine, France', 'Au siège du client, salle Garonne', 'Parc floral de la Beaujoire, 44300 Nantes, France', 'Théâtre de verdure de Mufflins',
] as const

export const parties = ['Anniversaire', 'Mariage', 'Noces d’or', 'Fête de départ', 'Arbre de Noël', 'Soirée des vingt ans', 'Bal d’été'] as const
export const meetings = ['Assemblée générale', 'Séminaire de direction', 'Convention commerciale', 'Remise de prix', 'Lancement de produit', 'Journée des fournisseurs'] as const
export const outings = ['Régate', 'Course d’orientation', 'Pique-nique géant', 'Rallye à vélo', 'Olympiades', 'Randonnée nocturne'] as const

export const notes = [
  'Traiteur réservé. Prévoir un vestiaire pour soixante manteaux.', 'Accès difficile aux camions : livraison avant 9 h par la cour.', 'Deux discours, puis le repas.\nLe client apporte son propre vin (droit de bouchon accepté).',
  'Prévoir une rampe et une boucle magnétique pour la salle.', 'En cas de pluie : repli sous la halle, décidé la veille à midi.', 'Le DJ finit à 2 h ; voisins prévenus par courrier.',
  'Menu sans arachide pour toute la table d’honneur.', 'Photographe de 15 h à 19 h. Interdiction de publier les photos des enfants.', 'Navette depuis la gare toutes les vingt minutes.', 'Budget serré : pas de location de mobilier.',
] as const
