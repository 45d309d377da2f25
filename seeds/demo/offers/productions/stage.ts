import type { Production } from '../types.ts'

/** Theatre, musicals, dance, puppets. */
export const stageProductions: readonly Production[] = [
  {
    key: 'misanthrope', client: 'corderie-neuve', medium: 'stage', title: 'Le Misanthrope', kind: 'une nouvelle mise en scène',
    categories: ['Théâtre'], towns: ['Rouen'],
    pitches: [
      "Agnès Lavoine situe la pièce de Molière dans les coulisses d'une soirée de gala où plus personne n'ose dire ce qu'il pense.",
      "L'alexandrin est travaillé comme une langue d'aujourd'hui, sans rien moderniser du texte.",
    ],
  },
  {
    key: 'dit-le-fleuve', client: 'corderie-neuve', medium: 'stage', title: 'Ce que dit le fleuve', kind: 'une création',
    categories: ['Théâtre'], towns: ['Le Havre', 'Rouen'],
    pitches: [
      "La pièce est née d'une année d'entretiens avec des dockers, des pilotes de Seine et des riverains inondés.",
      'Un chœur de voix raconte une crue, heure par heure, depuis les greniers où chacun a trouvé refuge.',
    ],
  },
  {
    key: 'cerisaie', client: 'deux-ecluses', medium: 'stage', title: 'La Cerisaie', kind: 'une nouvelle production',
    categories: ['Théâtre'], towns: ['Toulouse'],
    pitches: [
      "Dans cette version de la pièce de Tchekhov, la maison se vide réellement : à chaque acte, le public voit partir un peu du décor.",
      'La traduction, inédite, a été commandée pour cette distribution de douze rôles.',
    ],
  },
  {
    key: 'gare-centrale', client: 'deux-ecluses', medium: 'stage', title: 'Trois heures du matin, gare centrale', kind: 'une création',
    categories: ['Théâtre'], towns: ['Toulouse', 'Montpellier'],
    pitches: [
      "Huit inconnus attendent un train qui n'est plus affiché ; la nuit avance, les horaires reculent.",
      "Le texte de Louison Meunier, lauréat d'une aide à la création, alterne scènes réalistes et échappées burlesques.",
    ],
  },
  {
    key: 'savoir-perdre', client: 'envers-du-lustre', medium: 'stage', title: 'Les Règles du savoir-perdre', kind: 'une comédie',
    categories: ['Théâtre', 'Humour'], towns: ['Saint-Étienne', 'Lyon'],
    pitches: [
      "Un club d'échecs de quartier n'a pas gagné un match depuis 1987 et s'apprête, à son corps défendant, à disputer une finale.",
      'Notre compagnie retrouve le rire de troupe, à six sur scène, avec un décor qui tient dans une camionnette.',
    ],
  },
  {
    key: 'petit-poucet', client: 'sel-et-sable', medium: 'stage', title: 'Petit Poucet, grand vent', kind: 'un spectacle jeune public',
    categories: ['Théâtre', 'Jeune public'], towns: ['La Rochelle', 'Limoges'],
    pitches: [
      "À partir de six ans, le conte devient un récit de littoral : les cailloux sont des coquillages et l'ogre tient un phare.",
      'Le spectacle se joue en salle comme dans les écoles, avec un castelet, deux ventilateurs et beaucoup de papier.',
    ],
  },
  {
    key: 'baleine-placard', client: 'sel-et-sable', medium: 'stage', title: 'La Baleine dans le placard', kind: 'un spectacle pour la petite enfance',
    categories: ['Théâtre', 'Jeune public'], towns: ['Bordeaux', 'La Rochelle'],
    pitches: [
      'Trente-cinq minutes presque sans paroles, dès trois ans, autour d’un secret beaucoup trop grand pour la chambre.',
      'Ce projet mêle théâtre d’objets, ombres et sons fabriqués en direct, au plus près des enfants.',
    ],
  },
  {
    key: 'antigone', client: 'haut-ballon', medium: 'stage', title: 'Antigone', kind: 'une production de grand plateau',
    categories: ['Théâtre'], towns: ['Besançon'],
    pitches: [
      'La tragédie de Sophocle est donnée avec un chœur de vingt habitants encadré par quatre professionnels.',
      'Le metteur en scène Jaouen Maréchal installe la pièce dans une usine d’horlogerie occupée par ses ouvrières.',
    ],
  },
  {
    key: 'usine-reves', client: 'haut-ballon', medium: 'stage', title: "L'Usine à rêves", kind: 'une création',
    categories: ['Théâtre'], towns: ['Besançon', 'Strasbourg'],
    pitches: [
      "Que fabrique-t-on quand on ne fabrique plus rien ? La pièce suit la reconversion d'un atelier en studio de cinéma.",
      'Le spectacle convoque marionnettes portées, cinéma en direct et une partition jouée sur des machines-outils.',
    ],
  },
  {
    key: 'naufrageurs', client: 'vieux-phare', medium: 'stage', title: 'Les Naufrageurs', kind: 'une création en breton et en français',
    categories: ['Théâtre'], towns: ['Brest'],
    pitches: [
      "D'après une légende du littoral, la pièce retourne le mythe : et si les naufrageurs avaient été les seuls à porter secours ?",
      'Surtitrée dans les deux langues, la création partira en tournée dans quatorze communes de la côte et des îles.',
    ],
  },
  {
    key: 'roi-lear', client: 'bois-cornu', medium: 'stage', title: 'Le Roi Lear', kind: 'une production de troupe',
    categories: ['Théâtre'], towns: ['Liège', 'Bruxelles'],
    pitches: [
      'Neuf interprètes se partagent tous les rôles de la pièce de Shakespeare, dans une scénographie de terre et de tôle.',
      'La production est coréalisée avec trois scènes de Belgique et de France, où elle sera donnée pendant deux saisons.',
    ],
  },
  {
    key: 'monsieur-terre', client: 'pollen-argile', medium: 'stage', title: 'Monsieur Terre', kind: 'un spectacle de marionnettes',
    categories: ['Théâtre', 'Jeune public'], towns: ['Clermont-Ferrand'],
    pitches: [
      "Un potier à la retraite modèle chaque soir le personnage dont il a besoin pour ne pas dîner seul.",
      'Les marionnettes, en argile crue, se transforment et s’abîment pendant la représentation : aucune ne sert deux fois.',
    ],
  },
  {
    key: 'tisaneries', client: 'piton-bleu', medium: 'stage', title: 'Tisaneries', kind: 'une création',
    categories: ['Théâtre'], towns: ['Saint-Denis'],
    pitches: [
      "Une herboriste de l'île transmet ses recettes, et quelques secrets de famille, à une petite-fille venue de métropole.",
      "Le spectacle, en français et en créole réunionnais, tournera dans l'océan Indien avant une série dans l'Hexagone.",
    ],
  },
  {
    key: 'cour-ouverte', client: 'cours-ouvertes', medium: 'stage', title: 'La Cour des miracles ordinaires', kind: "un spectacle d'ouverture",
    categories: ['Théâtre', 'Arts de la rue'], towns: ['Avignon'],
    pitches: [
      "Pour ouvrir le festival, onze cours d'immeubles jouent en même temps la même soirée, vue par onze familles.",
      'Le public déambule librement d’une cour à l’autre ; chaque scène dure douze minutes et se rejoue huit fois par soir.',
    ],
  },
  {
    key: 'lady-garance', client: 'grand-zephyr', medium: 'musical', title: 'Lady Garance', kind: 'une comédie musicale',
    categories: ['Comédie musicale'], towns: ['Lille', 'Paris'],
    pitches: [
      'Une teinturière du Nord invente par accident un rouge qui ne passe pas, et toute l’Europe des cours vient frapper à sa porte.',
      'Livret original, vingt chansons, orchestre en direct : le spectacle est prévu pour une longue exploitation, puis une tournée.',
    ],
  },
  {
    key: 'monde-fanfare', client: 'grand-zephyr', medium: 'musical', title: 'Le Tour du monde en fanfare', kind: 'un spectacle musical familial',
    categories: ['Comédie musicale', 'Jeune public'], towns: ['Nantes', 'Paris'],
    pitches: [
      'Une fanfare de village prend par erreur le bateau d’une autre, et doit jouer à chaque escale une musique qu’elle ignore.',
      "Les interprètes jouent, chantent et tiennent tous un instrument : l'orchestre, c'est la distribution.",
    ],
  },
  {
    key: 'suzanne-aviateurs', client: 'grand-zephyr', medium: 'musical', title: 'Suzanne et les aviateurs', kind: 'une comédie musicale',
    categories: ['Comédie musicale'], towns: ['Toulouse', 'Paris'],
    pitches: [
      "Toulouse, 1927 : la standardiste d'une compagnie de courrier rêve de piloter et tient tête à toute une escadrille.",
      'Swing, claquettes et accents du Sud portent cette production, montée avec un big band de onze musiciens.',
    ],
  },
  {
    key: 'giselle', client: 'grand-estuaire', medium: 'dance', title: 'Giselle', kind: 'une reprise du ballet romantique',
    categories: ['Danse'], towns: ['Bordeaux'],
    pitches: [
      "La reprise garde la chorégraphie de tradition et renouvelle entièrement décors, costumes et lumières.",
      'Quarante danseurs et danseuses, dont des artistes invités pour la série, seront réunis pour quinze représentations.',
    ],
  },
  {
    key: 'marees', client: 'grand-estuaire', medium: 'dance', title: 'Marées', kind: 'une soirée contemporaine',
    categories: ['Danse'], towns: ['Bordeaux', 'La Rochelle'],
    pitches: [
      "Trois pièces courtes de trois chorégraphes se succèdent sans entracte, reliées par une même partition électronique.",
      'Le programme explore le poids, l’appui et la vague ; il se danse pieds nus sur un sol de sable noir.',
    ],
  },
  {
    key: 'tendons', client: 'cie-nervure', medium: 'dance', title: 'Tendons', kind: 'une pièce pour sept interprètes',
    categories: ['Danse'], towns: ['Lausanne', 'Grenoble'],
    pitches: [
      'Inspirée des gestes de cordée, la pièce met en jeu la confiance et la traction, entre danse et escalade.',
      'Salomé Perrin-Chatel poursuit avec cette pièce un travail sur l’appui, commencé en montagne avec des guides.',
    ],
  },
  {
    key: 'onze-manieres', client: 'cie-nervure', medium: 'dance', title: 'Onze manières de tomber', kind: 'une création de danse',
    categories: ['Danse'], towns: ['Genève', 'Grenoble'],
    pitches: [
      "Onze tableaux, onze chutes, du faux pas à l'effondrement : la pièce cherche ce qui, dans la chute, fait tenir debout.",
      "La création associe amateurs et professionnels, et voyagera avec un protocole d'ateliers dans chaque ville.",
    ],
  },
  {
    key: 'plein-phare', client: 'bitume-plumes', medium: 'dance', title: 'Plein phare', kind: 'une création hip-hop',
    categories: ['Danse'], towns: ['Reims'],
    pitches: [
      'Sur un parking reconstitué, huit danseurs et danseuses ne sont éclairés que par des phares de voitures.',
      'Moussa Traoré-Lenoir y croise popping, danse debout et théâtre physique sur une bande-son de moteurs.',
    ],
  },
  {
    key: 'block-notes', client: 'bitume-plumes', medium: 'dance', title: 'Block notes', kind: 'un spectacle de danse et de rap',
    categories: ['Danse', 'Jeune public'], towns: ['Metz', 'Reims'],
    pitches: [
      'Une classe de troisième écrit, un collectif danse : le spectacle met en mouvement des textes recueillis dans douze collèges.',
      "Le format, une heure, se joue en journée pour les scolaires et le soir pour toutes et tous.",
    ],
  },
]
