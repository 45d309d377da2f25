import type { Brief } from '../types.ts'

export const voiceBriefs: readonly Brief[] = [
  {
    trade: 'Comédien / Comédienne de doublage', production: 'port-neuf', sex: 'F', as: 'voix de la capitaine Holm',
    text: "Vous doublez le rôle principal sur dix épisodes : une voix grave, posée, qui se brise deux fois dans la saison. Timbre attendu : 45 à 55 ans.",
    wanted: ['une expérience confirmée de la bande rythmo', 'une grande sobriété', 'une disponibilité de deux demi-journées par semaine'],
  },
  {
    trade: 'Comédien / Comédienne de doublage', production: 'port-neuf', many: 'comédiens et comédiennes de doublage', posts: [6], as: 'rôles secondaires et ambiances',
    text: "Dockers, avocates, enfants du port : chaque voix retenue tiendra deux ou trois petits rôles et participera aux ambiances de groupe.",
    wanted: ['une palette de timbres variée', 'une lecture à vue fiable', "une première expérience en synchronisation"],
  },
  {
    trade: 'Comédien / Comédienne de doublage', production: 'renard-vent', sex: 'F', as: 'voix de Sora',
    text: "Sora, la petite renarde, parle vite, chante deux chansons et ne tient pas en place. La voix, enfantine, sera tenue par une interprète adulte.",
    wanted: ['une voix claire sans caricature', 'la capacité de chanter sur une version orchestrée', 'une énergie constante sur des séances de trois heures'],
  },
  {
    trade: 'Comédien / Comédienne de jeu vidéo', production: 'cendres-ilmar', many: 'comédiens et comédiennes', posts: [9], as: 'compagnons de route',
    text: "Neuf personnages accompagnent le joueur : vous enregistrez entre six cents et deux mille lignes chacun, cris d'effort compris, sans image et parfois sans partenaire.",
    wanted: ["une imagination solide pour jouer hors contexte", 'une voix endurante et bien échauffée', 'une constance de timbre d’une séance à l’autre'],
  },
  {
    trade: 'Comédien / Comédienne de jeu vidéo', production: 'cendres-ilmar', sex: 'M', as: 'voix du Chroniqueur',
    text: "Le Chroniqueur raconte, commente et parfois ment : c'est la voix que l'on entend du premier au dernier écran. Timbre attendu : mûr, ironique, sans grandiloquence.",
    wanted: ['un talent de conteur', 'une disponibilité répartie sur six mois', "une aisance dans les textes d'inspiration médiévale"],
  },
  {
    trade: 'Narrateur / Narratrice de livres audio', production: 'volets-clos', many: 'narrateurs et narratrices', posts: [3],
    text: "Chacun des trois narrateurs du roman a sa propre voix : une adolescente, un notaire, une tante exilée. Comptez dix à douze demi-journées d'enregistrement par personne.",
    wanted: ['une expérience de la lecture longue', 'une préparation rigoureuse du texte', 'une diction nette, sans bruits de bouche'],
  },
  {
    trade: 'Comédien / Comédienne de fiction sonore', production: 'station-9', many: 'comédiens et comédiennes', posts: [6],
    text: "Les six hivernants vivent ensemble pendant douze épisodes. L'enregistrement se fait en mouvement, en combinaison de ski s'il le faut, autour d'un dispositif de huit micros.",
    wanted: ['une pratique du plateau autant que du micro', 'une bonne écoute de groupe', 'trois semaines pleines de disponibilité'],
  },
  {
    trade: 'Comédien / Comédienne de fiction sonore', production: 'ondes-courtes', many: 'comédiens et comédiennes', posts: [4],
    text: "En public et sans filet, vous créez une nouvelle par mois après trois services de répétition. Les bruitages sont partagés entre tous les interprètes.",
    wanted: ['une voix souple', "un goût pour l'objet et le bruitage", 'une présence un samedi par mois'],
  },
  {
    trade: 'Voix off', production: 'verger-sauvage', who: 'une voix off', pay: 'voice', categories: ['Voix et doublage'],
    text: "La marque cherche la voix de ses prochains films : proche, un peu amusée, sans ton publicitaire. Des essais rémunérés sont prévus pour les trois finalistes.",
    wanted: ['une démo récente de moins d’une minute', "l'absence d'engagement chez un concurrent direct", 'une cabine personnelle, appréciée pour les retouches'],
  },
  {
    trade: 'Voix off', on: ['documentary', 'broadcast'], who: 'une voix off', pay: 'voice', categories: ['Voix et doublage'],
    text: "Vous portez le commentaire, quarante minutes de texte environ, avec une présence chaleureuse qui laisse toute leur place aux témoins.",
    wanted: ['une expérience du documentaire', 'une respiration ample', 'une disponibilité pour une séance de reprises'],
  },
  {
    trade: 'Voix off', production: 'musee-gestes', who: 'une voix off', many: 'voix off', posts: [5], pay: 'voice', as: 'les outils qui parlent',
    text: "Rabot, métier à tisser, presse, burin et balance : cinq objets bavards racontent leur histoire aux visiteurs de tous âges.",
    wanted: ['une fantaisie vocale maîtrisée', 'un texte parfaitement audible par des personnes malentendantes', 'une demi-journée d’enregistrement par rôle'],
  },
  {
    trade: 'Audiodescripteur / Audiodescriptrice', on: ['film', 'series'], contract: 'AUT', pay: 'rights',
    text: "Vous écrivez l'audiodescription, en lien avec une relectrice non voyante, puis dirigez son enregistrement.",
    wanted: ["une formation à l'audiodescription", 'un style précis et sans commentaire', 'le respect d’un calendrier de livraison serré'],
  },
  {
    trade: 'Adaptateur / Adaptatrice de doublage', production: 'renard-vent', contract: 'AUT', pay: 'rights',
    text: "Vous adaptez dialogues et chansons depuis le coréen ou l'anglais, en respectant les appuis labiaux et la prosodie de la musique.",
    wanted: ["des adaptations déjà diffusées", "une oreille musicale", 'la pratique d’un logiciel de bande rythmo'],
  },
  {
    trade: 'Adaptateur / Adaptatrice de doublage', production: 'port-neuf', contract: 'AUT', pay: 'rights', as: 'épisodes 6 à 10',
    text: "La seconde moitié de la saison reste à adapter, à partir d'une traduction littérale du danois et de la version anglaise.",
    wanted: ['un français parlé, vif et actuel', 'une bonne documentation du vocabulaire maritime', 'un travail en binôme avec l’autrice des premiers épisodes'],
  },
  {
    trade: 'Détecteur / Détectrice son', production: 'renard-vent', pay: 'crew',
    text: "Vous préparez la bande rythmo : repérage des labiales, des respirations, des plans et des boucles, avant le passage à l'adaptation.",
    wanted: ['une maîtrise des outils de détection', 'une rapidité alliée à une grande exactitude', 'la possibilité de travailler en partie à distance'],
  },
  {
    trade: 'Directeur / Directrice de doublage', production: 'port-neuf', pay: 'day',
    text: "Vous distribuez les voix avec la production, dirigez les interprètes au plateau et suivez le mixage jusqu'à la livraison.",
    wanted: ['une expérience de direction d’au moins deux séries ou longs métrages', 'un carnet de voix étendu', 'une attention au confort des interprètes'],
  },
]
