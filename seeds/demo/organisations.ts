import { siren } from './siren.ts'
import { towns } from '../core/towns.ts'

/** NONE: nobody but the owner; MICRO: 1–9; SMALL: 10–49; MEDIUM: 50–249; LARGE: 250 and more. */
export type SizeBand = 'NONE' | 'MICRO' | 'SMALL' | 'MEDIUM' | 'LARGE'

export interface OrganisationSeed {
  readonly key: string
  readonly name: string
  /** The name as it stands inside a sentence, with its article: « le Théâtre du Vieux Phare ». */
  readonly inText: string
  readonly legalName: string
  /** Code, one of `legalStatuses`. */
  readonly legalStatus: string
  readonly registrationNo?: string
  readonly sizeBand: SizeBand
  readonly sector: string
  readonly email: string
  readonly phone: string
  readonly website: string
  /** City, one of `towns`. */
  readonly town: string
  readonly line1: string
  readonly isClient: boolean
  readonly prospect?: 'OPEN'
  readonly partner?: { readonly siteName: string; readonly siteUrl: string }
}

type Row = readonly [
  key: string,
  name: string,
  inText: string,
  legalName: string,
  legalStatus: string,
  sizeBand: SizeBand,
  sector: string,
  town: string,
  line1: string,
]

const foreign = '3220'

const clients: readonly Row[] = [
  ['films-reverbere', 'Les Films du Réverbère bleu', 'les Films du Réverbère bleu', 'Réverbère bleu', '5710', 'SMALL', 'Production cinématographique', 'Paris', '31 passage des Lanterniers'],
  ['braise-brume', 'Braise & Brume Productions', 'Braise & Brume Productions', 'Braise et Brume Productions', '5499', 'MICRO', 'Production cinématographique et audiovisuelle', 'Marseille', '8 montée des Calfats'],
  ['kermabon-images', 'Kermabon Images', 'Kermabon Images', 'Kermabon Images', '5499', 'MICRO', 'Production de films et de documentaires', 'Rennes', '17 rue du Four-à-Chaux'],
  ['delage-films', 'Octave Delage Films', 'Octave Delage Films', 'Octave Delage Films', '5710', 'SMALL', 'Production de séries', 'Lille', '52 rue des Filatiers'],
  ['pivoine-pictures', 'Pivoine Pictures', 'Pivoine Pictures', 'Pivoine Pictures', '5720', 'MICRO', 'Production de publicités et de clips', 'Montreuil', '6 impasse des Murs à pêches'],
  ['sept-rives', 'Sept Rives Télévision', 'Sept Rives Télévision', 'Sept Rives Télévision', '5599', 'MEDIUM', 'Chaîne de télévision', 'Lyon', '120 quai des Mariniers'],
  ['radio-garrigue', 'Radio Garrigue bleue', 'Radio Garrigue bleue', 'Association Garrigue bleue', '9220', 'SMALL', 'Radio associative', 'Montpellier', '4 rue du Pas-du-Loup'],
  ['studio-mandragore', 'Studio Mandragore', 'le Studio Mandragore', 'Studio Mandragore', '5710', 'MEDIUM', "Studio d'animation", 'Angoulême', '23 rue des Papetiers'],
  ['tournesol-numerique', 'Tournesol numérique', 'Tournesol numérique', 'Tournesol numérique', '5720', 'SMALL', "Studio d'animation et d'effets visuels", 'Annecy', '11 chemin des Roselières'],
  ['agence-bergamote', 'Agence Bergamote', "l'Agence Bergamote", 'Bergamote Conseil', '5710', 'SMALL', 'Agence de publicité', 'Paris', '77 rue du Grand-Prieuré-Vert'],
  ['echo-parallele', 'Écho parallèle', 'Écho parallèle', 'Écho parallèle', '5499', 'SMALL', 'Studio de doublage', 'Paris', '19 villa des Typographes'],
  ['grain-de-voix', 'Studio Grain de voix', 'le Studio Grain de voix', 'Grain de voix', '5498', 'MICRO', 'Livres audio et fictions sonores', 'Lyon', '3 montée du Gourguillon-Bas'],
  ['corderie-neuve', 'Théâtre de la Corderie neuve', 'le Théâtre de la Corderie neuve', 'Association Corderie neuve', '9220', 'SMALL', 'Théâtre', 'Rouen', '40 rue des Cordiers'],
  ['deux-ecluses', 'Théâtre des Deux Écluses', 'le Théâtre des Deux Écluses', 'Théâtre des Deux Écluses', '7373', 'MEDIUM', 'Théâtre', 'Toulouse', '2 allée des Éclusiers'],
  ['envers-du-lustre', "Compagnie L'Envers du lustre", "la Compagnie L'Envers du lustre", "Association L'Envers du lustre", '9220', 'MICRO', 'Compagnie de théâtre', 'Saint-Étienne', '15 rue des Passementiers'],
  ['sel-et-sable', 'Compagnie Sel et sable', 'la Compagnie Sel et sable', 'Association Sel et sable', '9220', 'MICRO', 'Compagnie de théâtre jeune public', 'La Rochelle', '9 quai des Sauniers'],
  ['haut-ballon', 'Comédie du Haut-Ballon', 'la Comédie du Haut-Ballon', 'Comédie du Haut-Ballon', '5458', 'MEDIUM', 'Théâtre de création', 'Besançon', '1 esplanade des Horlogers'],
  ['vieux-phare', 'Théâtre du Vieux Phare', 'le Théâtre du Vieux Phare', 'Régie du Vieux Phare', '4150', 'SMALL', 'Théâtre', 'Brest', '66 rue de la Digue-Haute'],
  ['bois-cornu', 'Théâtre du Bois cornu', 'le Théâtre du Bois cornu', 'Théâtre du Bois cornu ASBL', foreign, 'SMALL', 'Théâtre', 'Liège', '28 rue des Houilleurs'],
  ['pollen-argile', "Compagnie Pollen d'argile", "la Compagnie Pollen d'argile", "Association Pollen d'argile", '9220', 'MICRO', 'Compagnie de marionnettes', 'Clermont-Ferrand', '33 rue des Potiers'],
  ['piton-bleu', 'Théâtre du Piton bleu', 'le Théâtre du Piton bleu', 'Association du Piton bleu', '9220', 'SMALL', 'Théâtre', 'Saint-Denis', '12 rue des Flamboyants'],
  ['grand-estuaire', 'Ballet du Grand Estuaire', 'le Ballet du Grand Estuaire', 'Ballet du Grand Estuaire', '7373', 'MEDIUM', 'Ballet', 'Bordeaux', '5 quai des Gabares'],
  ['cie-nervure', 'Compagnie Nervure', 'la Compagnie Nervure', 'Association Nervure', '9220', 'MICRO', 'Compagnie de danse', 'Grenoble', '21 rue des Gantiers'],
  ['bitume-plumes', 'Collectif Bitume & Plumes', 'le Collectif Bitume & Plumes', 'Association Bitume et Plumes', '9220', 'MICRO', 'Compagnie de danse urbaine', 'Reims', '88 rue des Docks-Rémois'],
  ['opera-rade', 'Opéra de la Rade', "l'Opéra de la Rade", 'Opéra de la Rade', '4140', 'LARGE', 'Opéra', 'Toulon', '1 place des Mâtures'],
  ['trois-rivieres', 'Orchestre symphonique des Trois Rivières', "l'Orchestre symphonique des Trois Rivières", 'Orchestre des Trois Rivières', '9220', 'MEDIUM', 'Orchestre', 'Dijon', '14 rue des Tonneliers'],
  ['parnasse-vert', 'Ensemble Le Parnasse vert', "l'Ensemble Le Parnasse vert", 'Association Le Parnasse vert', '9220', 'SMALL', 'Ensemble de musique ancienne', 'Angers', '7 rue du Luthier-Noir'],
  ['caravelle-live', 'Caravelle Live', 'Caravelle Live', 'Caravelle Live', '5710', 'SMALL', 'Production de concerts et de tournées', 'Nantes', '60 boulevard des Antipodes'],
  ['paves-rouges', 'Fanfare des Pavés rouges', 'la Fanfare des Pavés rouges', 'Association des Pavés rouges', '9220', 'NONE', 'Fanfare', 'Limoges', '18 rue des Porcelainiers'],
  ['grand-zephyr', 'Grand Zéphyr Productions', 'Grand Zéphyr Productions', 'Grand Zéphyr Productions', '5710', 'SMALL', 'Production de comédies musicales', 'Paris', '45 rue des Souffleurs'],
  ['nuit-ambre', "Label Nuit d'ambre", "le Label Nuit d'ambre", "Nuit d'ambre", '5499', 'MICRO', 'Maison de disques', 'Metz', '10 rue des Récollettes'],
  ['cirque-valdore', 'Cirque Valdoré', 'le Cirque Valdoré', 'Cirque Valdoré', '5499', 'SMALL', 'Cirque', 'Le Mans', "2 route de l'Hippodrome-Vieux"],
  ['cirque-mirobolle', 'Cirque Mirobolle', 'le Cirque Mirobolle', 'Association Mirobolle', '9220', 'MICRO', 'Cirque', 'Nîmes', '130 chemin des Mûriers'],
  ['echasses-brume', 'Compagnie Les Échasses de brume', 'la Compagnie Les Échasses de brume', 'Association Les Échasses de brume', '9220', 'MICRO', 'Arts de la rue', 'Amiens', '24 rue des Hortillons'],
  ['plume-noire', 'Cabaret La Plume noire', 'le Cabaret La Plume noire', 'La Plume noire', '5499', 'SMALL', 'Cabaret', 'Strasbourg', '13 quai des Bateliers-Gris'],
  ['mille-veillees', 'Parc des Mille Veillées', 'le Parc des Mille Veillées', 'Mille Veillées', '5710', 'LARGE', 'Parc de spectacles', 'Tours', 'Domaine de la Varenne-aux-Fées'],
  ['cours-ouvertes', 'Festival des Cours ouvertes', 'le Festival des Cours ouvertes', 'Association Cours ouvertes', '9220', 'MICRO', 'Festival de théâtre', 'Avignon', '26 rue des Teinturières'],
  ['nuits-aquilon', "Festival Les Nuits d'Aquilon", "le Festival Les Nuits d'Aquilon", "Association Les Nuits d'Aquilon", '9220', 'MICRO', 'Festival de musique', 'Ajaccio', '3 cours des Myrtes'],
  ['grand-soir', 'Agence Grand Soir', "l'Agence Grand Soir", 'Grand Soir Événements', '5710', 'SMALL', 'Agence événementielle', 'Nice', '58 avenue des Citronniers'],
  ['alizarine', 'Maison Alizarine', 'la Maison Alizarine', 'Alizarine', '5599', 'MEDIUM', 'Maison de couture', 'Paris', "9 rue du Dé-d'Argent"],
]

const partners: readonly (readonly [row: Row, siteName: string])[] = [
  [['planches-plateaux', 'Planches & Plateaux', 'Planches & Plateaux', 'Planches et Plateaux Éditions', '5710', 'SMALL', "Site d'annonces de spectacle", 'Paris', '16 rue des Régisseurs'], 'Planches & Plateaux'],
  [['crieur-scenes', 'Le Crieur des scènes', 'le Crieur des scènes', 'Crieur des scènes SRL', foreign, 'MICRO', "Site d'annonces de spectacle", 'Bruxelles', '71 rue du Marché-aux-Voix'], 'Crieur des scènes'],
  [['ouest-distribution', 'Ouest Distribution artistique', 'Ouest Distribution artistique', 'Ouest Distribution artistique', '5499', 'MICRO', 'Portail régional de castings', 'Nantes', '5 rue des Gréeurs'], 'Castings du Grand Ouest'],
  [['scene-lemanique', 'Scène lémanique', 'Scène lémanique', 'Scène lémanique Sàrl', foreign, 'MICRO', 'Portail régional de castings', 'Lausanne', "2 ruelle de l'Hermine"], 'Scène lémanique'],
  [['figurama', 'Figurama', 'Figurama', 'Figurama', '5720', 'MICRO', 'Application de figuration', 'Lyon', '90 cours des Canuts-Gris'], 'Figurama'],
  [['affiche-jaune', "L'Affiche jaune", "l'Affiche jaune", "Coopérative L'Affiche jaune", '5458', 'SMALL', 'Presse culturelle', 'Toulouse', '38 rue des Briquetiers'], "L'Affiche jaune – Emplois"],
]

const prospects: readonly Row[] = [
  ['silhouettes-libres', 'Agence Silhouettes libres', "l'Agence Silhouettes libres", 'Silhouettes libres', '5710', 'MICRO', 'Agence de mannequins', 'Paris', '22 rue des Épingliers'],
  ['anse-doree', "Théâtre de l'Anse dorée", "le Théâtre de l'Anse dorée", "Association de l'Anse dorée", '9220', 'MICRO', 'Théâtre', 'Fort-de-France', '48 rue des Balisiers'],
  ['confetti-noir', 'Confetti noir', 'Confetti noir', 'Confetti noir Sàrl', foreign, 'MICRO', 'Agence événementielle', 'Genève', '6 rue des Lampistes'],
  ['argentique-neuf', 'Studio Argentique neuf', 'le Studio Argentique neuf', 'Argentique neuf', '5498', 'NONE', 'Studio de photographie', 'Bordeaux', '14 rue des Faïenciers'],
  ['cirque-helianthe', 'Cirque Hélianthe', 'le Cirque Hélianthe', 'Association Hélianthe', '9220', 'MICRO', 'Cirque', 'Le Havre', '101 rue des Docks-Neufs'],
  ['grand-duc', 'Les Productions du Grand-Duc', 'les Productions du Grand-Duc', 'Productions du Grand-Duc', '5499', 'MICRO', 'Production de spectacles', 'Strasbourg', '8 rue des Cigognes-Blanches'],
  ['bruits-de-quai', 'Festival Bruits de quai', 'le Festival Bruits de quai', 'Association Bruits de quai', '9220', 'NONE', 'Festival de musique', 'Le Havre', '12 quai des Remorqueurs'],
  ['val-ombre', "Ville de Val-d'Ombre", "la Ville de Val-d'Ombre", "Commune de Val-d'Ombre", '7210', 'MEDIUM', 'Service culturel municipal', 'Tours', '1 place du Marché-Couvert'],
  ['la-mue', 'Compagnie La Mue', 'la Compagnie La Mue', 'La Mue ASBL', foreign, 'MICRO', 'Compagnie de danse', 'Bruxelles', '57 rue des Brodeuses'],
  ['echo-du-lac', "Harmonie L'Écho du lac", "l'Harmonie L'Écho du lac", "Association L'Écho du lac", '9220', 'NONE', "Orchestre d'harmonie", 'Annecy', '20 avenue des Vieux-Moulins'],
  ['arpege-gris', 'Orchestre de chambre Arpège gris', "l'Orchestre de chambre Arpège gris", 'Fondation Arpège gris', foreign, 'SMALL', 'Orchestre', 'Lausanne', '30 avenue des Tilleuls-Hauts'],
  ['vif-tele', 'Vif Télé', 'Vif Télé', 'Vif Télé', '5699', 'LARGE', 'Chaîne de télévision', 'Paris', '200 rue des Émetteurs'],
  ['azur-lumiere', 'Croisières Azur & Lumière', 'les Croisières Azur & Lumière', 'Azur et Lumière Croisières', '5599', 'LARGE', 'Compagnie de croisières', 'Marseille', '77 quai du Grand-Large'],
  ['quatre-voix', 'Studio Quatre-Voix', 'le Studio Quatre-Voix', 'Quatre-Voix', '1000', 'NONE', 'Studio de balados', 'Montreuil', '3 rue des Grands-Pêchers'],
]

/** Numbers kept for fiction in France: 01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36 49, by region. */
const fictionRanges: Readonly<Record<string, string>> = {
  'FR-BRE': '02 61 91', 'FR-PDL': '02 61 91', 'FR-NOR': '02 61 91', 'FR-CVL': '02 61 91', 'FR-974': '02 61 91',
  'FR-HDF': '03 53 01', 'FR-GES': '03 53 01', 'FR-BFC': '03 53 01',
  'FR-ARA': '04 65 71', 'FR-PAC': '04 65 71', 'FR-20R': '04 65 71',
  'FR-NAQ': '05 36 49', 'FR-OCC': '05 36 49', 'FR-972': '05 36 49',
}

const regionOf = new Map(towns.map(({ city, region }) => [city, region]))

function organisation(row: Row, serial: number): Omit<OrganisationSeed, 'isClient'> {
  const [key, name, inText, legalName, legalStatus, sizeBand, sector, town, line1] = row
  const range = fictionRanges[regionOf.get(town) ?? ''] ?? '01 99 00'
  return {
    key,
    name,
    inText,
    legalName,
    legalStatus,
    ...(legalStatus !== foreign && { registrationNo: siren(100 + serial * 7) }),
    sizeBand,
    sector,
    email: `contact@${key}.example`,
    phone: `${range} ${String(10 + serial)} ${String((serial * 37) % 100).padStart(2, '0')}`,
    website: `https://www.${key}.example`,
    town,
    line1,
  }
}

/** Forty clients, six diffusion partners, fourteen open prospects. All names are invented. */
export const organisations: readonly OrganisationSeed[] = [
  ...clients.map((row, index) => ({ ...organisation(row, index), isClient: true })),
  ...partners.map(([row, siteName], index) => ({
    ...organisation(row, clients.length + index),
    isClient: false,
    partner: { siteName, siteUrl: `https://offres.${row[0]}.example` },
  })),
  ...prospects.map((row, index) => ({ ...organisation(row, clients.length + partners.length + index), isClient: false, prospect: 'OPEN' as const })),
]
