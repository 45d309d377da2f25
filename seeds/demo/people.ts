import { organisations } from './organisations.ts'

export interface PersonSeed {
  readonly key: string
  readonly firstName: string
  readonly lastName: string
  readonly jobTitle: string
  readonly email: string
  readonly phone: string
  /** Key, one of `organisations`. */
  readonly organisation: string
}

type Row = readonly [firstName: string, lastName: string, jobTitle: string]

/** The people of each organisation; the first is the one to whom applications are addressed. */
const staff: Readonly<Record<string, readonly Row[]>> = {
  'films-reverbere': [['Clarisse', 'Vauquelin', 'Directrice de production'], ['Idriss', 'Belkacem', 'Directeur de casting']],
  'braise-brume': [['Lucien', 'Castagnol', 'Producteur'], ['Maud', 'Rivoire', 'Chargée de production']],
  'kermabon-images': [['Nolwenn', 'Kermabon', 'Gérante'], ['Titouan', 'Le Garrec', 'Assistant de production']],
  'delage-films': [['Octave', 'Delage', 'Producteur délégué'], ['Samira', 'Haddadi', 'Directrice de casting']],
  'pivoine-pictures': [['Jeanne', 'Tricot', 'Productrice exécutive']],
  'sept-rives': [['Bertrand', 'Chaumeil', "Directeur d'antenne"], ['Aïcha', 'Diarra', 'Responsable de la production']],
  'radio-garrigue': [['Pauline', 'Escoffre', "Directrice d'antenne"]],
  'studio-mandragore': [['Thibault', 'Ferrandon', 'Directeur de production'], ['Yuna', 'Masset', 'Responsable du recrutement']],
  'tournesol-numerique': [['Élodie', 'Carraz', 'Fondatrice']],
  'agence-bergamote': [['Quentin', 'Lesage', 'Responsable TV et photo'], ['Inès', 'Marchetti', "Acheteuse d'art"]],
  'echo-parallele': [['Marion', 'Delcambre', 'Chargée de production'], ['Hugues', 'Parentin', 'Directeur artistique']],
  'grain-de-voix': [['Anatole', 'Brun', 'Gérant']],
  'corderie-neuve': [['Sylvie', 'Lemonnier', 'Administratrice'], ['Gaspard', 'Heurtevent', 'Directeur technique']],
  'deux-ecluses': [['Violaine', 'Carbonnel', 'Directrice adjointe'], ['Rémi', 'Sarrazy', 'Régisseur général']],
  'envers-du-lustre': [['Ludivine', 'Poyet', 'Metteuse en scène'], ['Karim', 'Saadi', 'Administrateur']],
  'sel-et-sable': [['Maëlle', 'Drouineau', 'Codirectrice artistique']],
  'haut-ballon': [['Étienne', 'Vuillemin', 'Secrétaire général'], ['Colette', 'Jacquot', 'Responsable des ressources humaines']],
  'vieux-phare': [['Gwenaëlle', 'Abgrall', 'Directrice'], ['Yann', 'Quéméner', 'Chargé de production']],
  'bois-cornu': [['Benoît', 'Lambermont', 'Directeur']],
  'pollen-argile': [['Capucine', 'Rouvet', 'Marionnettiste, responsable artistique']],
  'piton-bleu': [['Jocelyne', 'Hoarau', 'Directrice'], ['Mickaël', 'Payet', 'Chargé de production']],
  'grand-estuaire': [['Alexandra', 'Duvignac', 'Administratrice'], ['Pablo', 'Arrizabal', 'Maître de ballet']],
  'cie-nervure': [['Salomé', 'Perrin-Chatel', 'Chorégraphe']],
  'bitume-plumes': [['Moussa', 'Traoré-Lenoir', 'Chorégraphe'], ['Léna', 'Goujard', 'Chargée de production']],
  'opera-rade': [['Constance', 'Aubanel', 'Directrice de production'], ['Raphaël', 'Orsatelli', 'Délégué artistique']],
  'trois-rivieres': [['Hélène', 'Mugnier', 'Régisseuse générale'], ['François-Xavier', 'Baudot', 'Administrateur']],
  'parnasse-vert': [['Ombeline', 'de Saint-Aubert', 'Déléguée générale']],
  'caravelle-live': [['Romain', 'Guilbaud', 'Directeur des tournées'], ['Fanny', 'Brossard', 'Chargée de production']],
  'paves-rouges': [['Didier', 'Mazabraud', 'Président']],
  'grand-zephyr': [['Viviane', 'Orsini', 'Productrice'], ['Loïc', 'Tanguy', 'Directeur de casting']],
  'nuit-ambre': [['Célia', 'Wagner-Petit', 'Responsable artistique']],
  'cirque-valdore': [['Armand', 'Valdoré', 'Directeur'], ['Zoé', 'Malherbe', 'Responsable de la programmation']],
  'cirque-mirobolle': [['Blanche', 'Roumestan', 'Metteuse en piste']],
  'echasses-brume': [['Corentin', 'Hennebique', 'Directeur artistique']],
  'plume-noire': [['Rosalie', 'Schmittlin', 'Directrice artistique'], ['Florent', 'Ubersfeld', 'Régisseur général']],
  'mille-veillees': [['Grégoire', 'Montbazin', 'Directeur artistique'], ['Sabrina', 'Chollet', 'Chargée de recrutement']],
  'cours-ouvertes': [['Noémie', 'Fabrègues', 'Coordinatrice générale'], ['Justin', 'Arnoux', 'Directeur technique']],
  'nuits-aquilon': [['Ghjulia', 'Santoni', 'Directrice']],
  'grand-soir': [['Stéphanie', 'Giordanengo', 'Cheffe de projet'], ['Malo', 'Verdier', 'Directeur de création']],
  alizarine: [['Hortense', 'Valcroze', 'Responsable des défilés'], ['Dario', 'Pellerin', 'Directeur du studio']],
  'planches-plateaux': [['Emmanuelle', 'Rochebrune', 'Directrice de la publication'], ['Ismaël', 'Kouadio', 'Responsable technique']],
  'crieur-scenes': [['Joachim', 'Verlinden', 'Développeur'], ['Axelle', 'Dubois-Servais', 'Rédactrice en chef']],
  'ouest-distribution': [['Marine', 'Coutanceau', 'Responsable du portail']],
  'scene-lemanique': [['Valentine', 'Rochat-Favre', 'Responsable éditoriale']],
  figurama: [['Sofiane', 'Meziani', 'Responsable technique'], ['Julie', 'Berthollet', 'Directrice générale']],
  'affiche-jaune': [['Bastien', 'Cazeneuve-Roux', 'Responsable des annonces']],
  'silhouettes-libres': [['Solenn', 'Arzel', 'Bookeuse']],
  'anse-doree': [['Marie-Line', 'Sainte-Rose', 'Directrice']],
  'confetti-noir': [['Tristan', 'Bovet', 'Associé'], ['Camille', 'Rey-Mermet', 'Cheffe de projet']],
  'argentique-neuf': [['Wilfried', 'Lacaze', 'Photographe']],
  'cirque-helianthe': [['Perrine', 'Duchemin', 'Administratrice']],
  'grand-duc': [['Matthias', 'Klingenberg', 'Producteur']],
  'bruits-de-quai': [['Agathe', 'Levasseur', 'Présidente']],
  'val-ombre': [['Jean-Christophe', 'Marteau', 'Responsable du service culturel'], ['Nadia', 'Benhaddou', 'Programmatrice']],
  'la-mue': [['Liesbeth', 'Van Damme', 'Chorégraphe']],
  'echo-du-lac': [['Régine', 'Tissot-Dupont', "Cheffe d'orchestre"]],
  'arpege-gris': [['Laurence', 'Chevalley', 'Déléguée artistique']],
  'vif-tele': [['Cyril', 'Damboise', 'Directeur des variétés'], ['Ophélie', 'Grandjean', 'Responsable du casting plateau']],
  'azur-lumiere': [['Gianni', 'Rossetto', 'Directeur des spectacles à bord']],
  'quatre-voix': [['Ariane', 'Dumoulinet', 'Fondatrice']],
}

/** « Marie-Line de Saint-Aubert » → `marie-line.de-saint-aubert`. */
const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')

const rows = organisations.flatMap(({ key }) => (staff[key] ?? []).map((row) => [key, row] as const))

/** Contacts of the organisations, all invented; mobile numbers of the range kept for fiction (06 39 98). */
export const people: readonly PersonSeed[] = rows.map(([organisation, [firstName, lastName, jobTitle]], index) => {
  const key = `${slug(firstName)}.${slug(lastName)}`
  const digits = String(index * 53 + 1000).padStart(4, '0')
  return {
    key,
    firstName,
    lastName,
    jobTitle,
    email: `${key}@${organisation}.example`,
    phone: `06 39 98 ${digits.slice(0, 2)} ${digits.slice(2)}`,
    organisation,
  }
})
