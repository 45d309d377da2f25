import type { Production } from '../types.ts'

/** Opera, concerts, circus, street, cabaret, parks, events, fashion. */
export const liveProductions: readonly Production[] = [
  {
    key: 'carmen', client: 'opera-rade', medium: 'opera', title: 'Carmen', kind: 'une nouvelle production lyrique',
    categories: ['Opéra'], towns: ['Toulon'],
    pitches: [
      "L'opéra de Bizet est transposé dans une conserverie de sardines des années cinquante, avec chœur d'enfants et troupe de danse.",
      'Cinq représentations sont programmées sur la grande scène, suivies d’une version de concert en plein air.',
    ],
  },
  {
    key: 'flute-enchantee', client: 'opera-rade', medium: 'opera', title: 'La Flûte enchantée', kind: 'une production lyrique participative',
    categories: ['Opéra', 'Jeune public'], towns: ['Toulon', 'Avignon'],
    pitches: [
      "Le singspiel de Mozart est donné en quatre-vingt-dix minutes, dialogues en français, le public chantant quelques ensembles.",
      'Cette version de tournée se joue avec quatorze musiciens et un décor de papier plié.',
    ],
  },
  {
    key: 'didon-enee', client: 'parnasse-vert', medium: 'ancient', title: 'Didon et Énée', kind: 'une production scénique',
    categories: ['Opéra', 'Concert et musique'], towns: ['Angers'],
    pitches: [
      "L'ouvrage de Purcell est mis en espace dans une galerie de château, les chanteurs parmi les instrumentistes.",
      'L’ensemble joue sur instruments anciens, au diapason de 415 hertz, sous la direction de son fondateur.',
    ],
  },
  {
    key: 'romantiques', client: 'trois-rivieres', medium: 'orchestra', title: 'La Saison des romantiques', kind: 'une saison symphonique',
    categories: ['Concert et musique'], towns: ['Dijon', 'Besançon'],
    pitches: [
      'Cinq programmes, de Louise Farrenc à Brahms, seront donnés deux fois chacun dans la métropole et en région.',
      "L'orchestre, fort de soixante-deux musiciens permanents, complète ses pupitres pour les grandes formations.",
    ],
  },
  {
    key: 'cine-concert', client: 'trois-rivieres', medium: 'orchestra', title: 'Voyages de Méliès', kind: 'un ciné-concert',
    categories: ['Concert et musique', 'Jeune public'], towns: ['Dijon'],
    pitches: [
      'Neuf films de Georges Méliès, restaurés, sont accompagnés par une partition commandée à la compositrice Irène Solvay.',
      'Le programme sera donné douze fois, dont huit séances scolaires, avec synchronisation au clic.',
    ],
  },
  {
    key: 'lumieres-versailles', client: 'parnasse-vert', medium: 'ancient', title: 'Leçons de nuit', kind: 'un programme de musique française',
    categories: ['Concert et musique'], towns: ['Tours', 'Angers'],
    pitches: [
      "Airs de cour, leçons de ténèbres et pièces de viole composent ce programme donné à la bougie.",
      "Le programme, déjà enregistré par l'ensemble, part en tournée dans une dizaine d'abbayes et de petites salles.",
    ],
  },
  {
    key: 'tournee-sarment', client: 'caravelle-live', medium: 'concert', title: 'Noé Sarment en tournée', kind: 'une tournée de chanson',
    categories: ['Concert et musique'], towns: ['Nantes', 'Clermont-Ferrand'],
    pitches: [
      "Après un deuxième album très remarqué, Noé Sarment reprend la route avec un groupe de cinq musiciens et une scénographie légère.",
      'Vingt-huit dates sont confirmées dans des salles de quatre cents à mille deux cents places, plus quelques festivals.',
    ],
  },
  {
    key: 'bal-antipodes', client: 'caravelle-live', medium: 'concert', title: 'Le Bal des Antipodes', kind: 'un bal populaire',
    categories: ['Concert et musique', 'Événementiel'], towns: ['Nantes', 'Le Mans'],
    pitches: [
      'Musette, cumbia, rondes bretonnes et tubes de toujours : le bal s’installe sous parquet couvert et fait danser trois générations.',
      'L’orchestre tourne de place en place avec son propre parquet, ses guirlandes et son meneur de danse.',
    ],
  },
  {
    key: 'fanfare-roulettes', client: 'paves-rouges', medium: 'amateur', title: 'Fanfare sur roulettes', kind: 'un spectacle de fanfare',
    categories: ['Concert et musique', 'Arts de la rue'], towns: ['Limoges'],
    pitches: [
      'Notre fanfare de quartier, née il y a quinze ans dans un atelier de porcelaine, prépare un répertoire balkanique et funk.',
      "Répétition chaque mardi soir, une quinzaine de sorties par an : nous jouons pour le plaisir, et nous y tenons.",
    ],
  },
  {
    key: 'heures-creuses', client: 'nuit-ambre', medium: 'recording', title: 'Les Heures creuses', kind: 'un album',
    categories: ['Concert et musique'], towns: ['Metz', 'Strasbourg'],
    pitches: [
      "Le prochain disque de la chanteuse Alma Reiss sera enregistré en dix jours, en prise directe, dans une filature reconvertie en studio.",
      'Arrangements de chambre, chansons courtes, peu de pistes : le label mise sur un son acoustique et proche.',
    ],
  },
  {
    key: 'nuits-aquilon-prog', client: 'nuits-aquilon', medium: 'concert', title: "Les Nuits d'Aquilon", kind: 'un festival de musiques méditerranéennes',
    categories: ['Concert et musique'], towns: ['Ajaccio'],
    pitches: [
      'Six soirées face à la mer réunissent polyphonies, chanson, jazz et musiques du Maghreb.',
      'Deux plateaux, une scène flottante pour les concerts de l’aube et une équipe qui triple pendant dix jours.',
    ],
  },
  {
    key: 'horizon-cirque', client: 'cirque-valdore', medium: 'circus', title: 'Horizon', kind: 'un spectacle de piste',
    categories: ['Cirque'], towns: ['Le Mans', 'Tours'],
    pitches: [
      'Sous un chapiteau de mille places, treize numéros s’enchaînent sans monsieur Loyal, portés par un orchestre de six musiciens.',
      'La nouvelle création du cirque, sans animaux sauvages, renoue avec les grandes disciplines aériennes.',
    ],
  },
  {
    key: 'cavales', client: 'cirque-valdore', medium: 'circus', title: 'Cavales', kind: 'un spectacle équestre',
    categories: ['Cirque'], towns: ['Le Mans'],
    pitches: [
      "Douze chevaux et neuf artistes racontent une traversée, de l'aube à la nuit, sur une piste de treize mètres.",
      'Travail en liberté, voltige et théâtre se répondent dans cette création conçue avec une éthologue.',
    ],
  },
  {
    key: 'rouages', client: 'cirque-mirobolle', medium: 'circus', title: 'Rouages', kind: 'une création de cirque contemporain',
    categories: ['Cirque'], towns: ['Nîmes'],
    pitches: [
      "Six acrobates et une immense machine de bois cherchent, engrenage après engrenage, à inventer le mouvement perpétuel.",
      'La pièce se joue en frontal ou en circulaire, avec une structure autonome de neuf mètres de haut.',
    ],
  },
  {
    key: 'toile-vent', client: 'cirque-mirobolle', medium: 'circus', title: 'Sous la toile, le vent', kind: 'un spectacle sous chapiteau',
    categories: ['Cirque', 'Jeune public'], towns: ['Montpellier', 'Nîmes'],
    pitches: [
      'Le vent est le personnage principal de ce spectacle tout public, où voiles, cerfs-volants et corps prennent la même courbe.',
      'Notre petite troupe voyage en roulotte, monte elle-même son chapiteau et partage la table après la représentation.',
    ],
  },
  {
    key: 'grands-errants', client: 'echasses-brume', medium: 'street', title: 'Les Grands Errants', kind: 'une parade',
    categories: ['Arts de la rue'], towns: ['Amiens', 'Lille'],
    pitches: [
      'Sept géants de toile et d’osier traversent la ville à la tombée du jour, guidés par un orchestre de soufflants.',
      "La parade, créée il y a trois ans, est reprise avec une nouvelle distribution et un itinéraire adapté à chaque ville.",
    ],
  },
  {
    key: 'carnaval-brouillards', client: 'echasses-brume', medium: 'street', title: 'Le Carnaval des brouillards', kind: 'un spectacle déambulatoire',
    categories: ['Arts de la rue', 'Événementiel'], towns: ['Amiens', 'Reims'],
    pitches: [
      'Lanternes, fumées et silhouettes sur échasses composent une veillée itinérante, presque silencieuse.',
      'Le spectacle se joue de nuit, dans les parcs et les jardins, pour des jauges de six cents personnes en marche.',
    ],
  },
  {
    key: 'noir-paillettes', client: 'plume-noire', medium: 'cabaret', title: 'Noir Paillettes', kind: 'une revue',
    categories: ['Cabaret et revue'], towns: ['Strasbourg'],
    pitches: [
      "La revue associe plumes, chansons réalistes et numéros visuels, six soirs sur sept, devant deux cents convives.",
      'Nouveaux tableaux, orchestre à vue, costumes cousus sur place : la maison renouvelle un tiers de son spectacle.',
    ],
  },
  {
    key: 'lundis-plume', client: 'plume-noire', medium: 'comedy', title: 'Les Lundis de la Plume', kind: "un plateau d'humour",
    categories: ['Humour', 'Cabaret et revue'], towns: ['Strasbourg', 'Metz'],
    pitches: [
      "Chaque lundi, quatre artistes se partagent la scène pour un quart d'heure chacun, sous l'œil d'un meneur de soirée redoutable.",
      "Le plateau a servi de tremplin à plusieurs humoristes d'aujourd'hui ; il se joue à guichets fermés.",
    ],
  },
  {
    key: 'forge-dragons', client: 'mille-veillees', medium: 'park', title: 'La Forge des dragons', kind: 'un spectacle de plein air',
    categories: ["Parc d'attractions"], towns: ['Tours'],
    pitches: [
      'Quatre représentations par jour, trente minutes de combats, de cascades et de feu devant deux mille spectateurs.',
      "Le parc renouvelle l'un de ses spectacles phares : nouvelle partition, nouveau village, nouveau dragon.",
    ],
  },
  {
    key: 'bal-feux', client: 'mille-veillees', medium: 'park', title: 'Le Bal des feux', kind: 'un grand spectacle nocturne',
    categories: ["Parc d'attractions", 'Événementiel'], towns: ['Tours', 'Angers'],
    pitches: [
      "Sur l'étang du domaine, barques, chevaux et artificiers racontent un bal interrompu par la Révolution.",
      'Cent vingt participants, dont une trentaine de professionnels, donnent ce spectacle à la nuit tombée.',
    ],
  },
  {
    key: 'etoiles-port', client: 'grand-soir', medium: 'event', title: 'Les Étoiles du port', kind: 'une soirée de gala',
    categories: ['Événementiel'], towns: ['Nice', 'Toulon'],
    pitches: [
      "Quatre cent cinquante invités d'une fondation dîneront sur un quai privatisé, ponctué de numéros entre les plats.",
      "Le fil conducteur de la soirée est celui des bals de paquebot : élégance, humour et un soupçon d'aventure.",
    ],
  },
  {
    key: 'convention-alpilles', client: 'grand-soir', medium: 'event', title: 'Convention Alpilles', kind: "une convention d'entreprise",
    categories: ['Événementiel'], towns: ['Avignon', 'Marseille'],
    pitches: [
      "Une entreprise de cosmétiques réunit pendant deux jours six cents collaborateurs autour d'une scénographie de verger.",
      'Plénières, ateliers et soirée de clôture s’enchaînent dans d’anciennes halles ; le client attend du rythme et de la finesse.',
    ],
  },
  {
    key: 'nuit-lac', client: 'grand-soir', medium: 'event', title: 'La Nuit du Lac', kind: "une soirée d'inauguration",
    categories: ['Événementiel'], towns: ['Genève', 'Lausanne'],
    pitches: [
      'Pour l’ouverture d’un hôtel au bord de l’eau, trois tableaux vivants accueillent les invités, du ponton à la terrasse.',
      "L'inauguration s'achève par un final visible depuis l'autre rive, que l'agence veut poétique plutôt que spectaculaire.",
    ],
  },
  {
    key: 'terres-brulees', client: 'alizarine', medium: 'fashion', title: 'Terres brûlées', kind: 'un défilé',
    categories: ['Défilé'], towns: ['Paris'],
    pitches: [
      'La collection, teinte aux pigments naturels, sera présentée en trente-deux passages dans une ancienne halle de briques.',
      'Le défilé est réglé comme une marche de groupe, sans podium, au milieu des invités debout.',
    ],
  },
  {
    key: 'atelier-12', client: 'alizarine', medium: 'fitting', title: 'Atelier n° 12', kind: 'une ligne de prêt-à-porter',
    categories: ['Défilé', 'Photo'], towns: ['Paris', 'Lyon'],
    pitches: [
      'La maison développe une ligne de saison en tailles du 34 au 50, mise au point directement sur le corps.',
      "Les séances se déroulent à l'atelier, avec la modéliste et la première d'atelier, dans un planning régulier.",
    ],
  },
]
