import type { Brief } from '../types.ts'

export const hostingBriefs: readonly Brief[] = [
  {
    trade: 'Animateur / Animatrice de soirées', on: ['event', 'cabaret'], forms: ['animateur de soirées', 'animatrice de soirées'],
    text: "Vous tenez le fil de la soirée, de l'accueil au dernier morceau, en laissant toute la place aux artistes et aux invités.",
    wanted: ['une élocution claire et un humour de bon aloi', "l'anglais courant", 'une capacité à absorber les retards sans que rien ne se voie'],
  },
  {
    trade: 'Animateur / Animatrice disc-jockey', on: ['event'], forms: ['animateur DJ', 'animatrice DJ'], pay: 'day',
    text: "Après le repas, vous prenez le relais de l'orchestre et faites danser trois générations jusqu'à deux heures du matin.",
    wanted: ['une culture musicale très large', 'un matériel de mixage personnel', "le respect des limites sonores du lieu"],
  },
  {
    trade: 'Disc-jockey', production: 'terres-brulees', who: 'un ou une disc-jockey', contract: 'GUSO', pay: 'day',
    text: "Vous composez une bande musicale sans rupture, mixée en direct, dont chaque passage répond à un changement de lumière.",
    wanted: ['une sélection personnelle, loin des tubes attendus', 'un sens du minutage', 'une préparation en amont avec la direction artistique'],
  },
  {
    trade: 'Animateur / Animatrice de spectacles', on: ['park'], forms: ['animateur de spectacles', 'animatrice de spectacles'], contract: 'SAI', pay: 'monthly',
    text: "Vous accueillez le public, présentez les spectacles, relancez l'attention entre deux représentations et veillez aux consignes de sécurité.",
    wanted: ['une aisance au micro en extérieur', 'deux langues étrangères, dont l’anglais', 'une résistance aux journées longues'],
  },
  {
    trade: 'Animateur / Animatrice radio', production: 'matins-garrigue', contract: 'CDI', pay: 'monthly',
    text: "Vous présentez la matinale en duo, préparez les entretiens, tenez l'horaire à la seconde et réalisez un reportage par semaine.",
    wanted: ['une expérience du direct', 'une curiosité pour la vie associative', "un réveil à quatre heures qui ne vous fait pas peur"],
  },
  {
    trade: 'Animateur / Animatrice TV', production: 'samedi-grand-angle', contract: 'CDD', pay: 'monthly', as: 'coprésentation',
    text: "Vous coprésentez le direct du samedi, menez les entretiens de loges et animez les rendez-vous de la semaine en ligne.",
    wanted: ['une pratique de l’oreillette et du prompteur', 'un sens de la conversation', 'une réelle connaissance du spectacle vivant'],
  },
  {
    trade: 'Chauffeur / Chauffeuse de salle', on: ['variety'], 
    text: "Vous accueillez cent quatre-vingts personnes, leur expliquez l'émission, réglez les applaudissements et tenez l'énergie pendant les coupures.",
    wanted: ['une bonne humeur inépuisable', 'un répertoire de jeux courts', 'une écoute fine de la régie'],
  },
  {
    trade: 'Chroniqueur / Chroniqueuse TV / Radio', on: ['broadcast', 'radio'], forms: ['chroniqueur', 'chroniqueuse'], contract: 'PIG', pay: 'fee',
    text: "Livres, scènes ou musiques : vous proposez et présentez une chronique de quatre minutes, écrite, vivante et vérifiée.",
    wanted: ['un domaine que vous connaissez à fond', 'une plume orale', 'deux chroniques pilotes à nous faire entendre'],
  },
  {
    trade: 'Présentateur / Présentatrice de spectacles', on: ['comedy', 'event', 'circus'], forms: ['présentateur de spectacles', 'présentatrice de spectacles'],
    text: "Vous présentez les artistes en quelques phrases, meublez avec grâce les changements de plateau et clôturez la soirée en chanson ou en vers.",
    wanted: ['une élégance de langue', "un sens de l'à-propos", 'une mémoire des noms propres'],
  },
  {
    trade: 'Présentateur / Présentatrice TV', production: 'plateau-sept', contract: 'CDD', pay: 'monthly',
    text: "Vous menez les entretiens du magazine, chaque fois dans un lieu différent, et participez au choix des invités.",
    wanted: ['une carte de presse ou une expérience de rédaction', 'une curiosité pour toutes les disciplines', 'une mobilité dans la région'],
  },
  {
    trade: 'Présentateur / Présentatrice radio', production: 'ondes-courtes', contract: 'CDDU', pay: 'day',
    text: "Vous accueillez le public sur le lieu d'enregistrement, présentez la nouvelle du mois et menez l'échange qui suit avec l'autrice ou l'auteur.",
    wanted: ['une voix posée', 'une lecture attentive des textes', 'une aisance sans filet devant un public'],
  },
  {
    trade: 'Maître / Maîtresse de cérémonie', on: ['event', 'cabaret'], forms: ['maître de cérémonie', 'maîtresse de cérémonie'],
    text: "Protocole, discours, remises de prix : vous ordonnez la soirée avec autorité et un brin de malice.",
    wanted: ['une tenue irréprochable du temps', "l'usage du français et de l'anglais sans notes", "une expérience de cérémonies d'au moins deux cents personnes"],
  },
  {
    trade: 'Animateur / Animatrice de village vacances', production: 'house-mille-veillees', forms: ['animateur de soirées en résidence', 'animatrice de soirées en résidence'], contract: 'SAI', pay: 'monthly', many: 'animateurs et animatrices', posts: [5],
    text: "Le parc ouvre trois hôtels à thème : vous y imaginez des veillées, jouez de petits rôles et animez les petits déjeuners costumés.",
    wanted: ["un brevet d'aptitude aux fonctions d'animateur (Bafa) ou une expérience équivalente", 'une pratique du chant, du conte ou de la magie', 'un hébergement possible sur place'],
  },
]
