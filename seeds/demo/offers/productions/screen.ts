import type { Production } from '../types.ts'

/** Cinema, television, advertising, photography and sound. */
export const screenProductions: readonly Production[] = [
  {
    key: 'eaux-dormantes', client: 'films-reverbere', medium: 'film', title: 'Les Eaux dormantes', kind: 'un long métrage',
    categories: ['Long métrage'], towns: ['Le Havre', 'Rouen'],
    pitches: [
      "Le jour de sa retraite, une éclusière apprend que le canal où elle a passé sa vie va être comblé ; avec les mariniers du coin, elle décide de retarder l'échéance.",
      "Premier film d'Ève Marsaudon, cette chronique d'une petite communauté de mariniers mêle comédie sociale et fable écologique.",
    ],
  },
  {
    key: 'nuit-tanneurs', client: 'films-reverbere', medium: 'film', title: 'La Nuit des tanneurs', kind: "un long métrage d'époque",
    categories: ['Long métrage'], towns: ['Amiens', 'Paris'],
    pitches: [
      "Hiver 1848 : dans un faubourg d'artisans, une famille cache pendant une nuit un inconnu que toute la ville recherche.",
      "Huis clos en costumes réalisé par Paul-Henri Dastier, le film se passe presque entièrement dans un atelier de tannerie reconstitué en studio.",
    ],
  },
  {
    key: 'terminus-corniche', client: 'braise-brume', medium: 'short', title: 'Terminus Corniche', kind: 'un court métrage',
    categories: ['Court métrage'], towns: ['Marseille'],
    pitches: [
      "Une conductrice de bus de nuit et son dernier passager cherchent ensemble, d'un arrêt à l'autre, le chien qu'il vient de perdre.",
      'Ce film de vingt-deux minutes, écrit par Dounia Ferrat, se tourne de nuit, caméra à l’épaule, dans un bus en circulation réservée.',
    ],
  },
  {
    key: 'mornes-rouges', client: 'braise-brume', medium: 'film', title: 'Les Mornes rouges', kind: 'un long métrage',
    categories: ['Long métrage'], towns: ['Fort-de-France'],
    pitches: [
      "Revenue enterrer son père en Martinique, une ingénieure découvre qu'il avait promis la maison familiale à trois personnes différentes.",
      "Comédie dramatique tournée en français et en créole, le film réunit une équipe recrutée pour plus de la moitié sur l'île.",
    ],
  },
  {
    key: 'lande-haute', client: 'kermabon-images', medium: 'short', title: 'La Lande haute', kind: 'un court métrage',
    categories: ['Court métrage'], towns: ['Rennes', 'Brest'],
    pitches: [
      "Deux sœurs que tout oppose se retrouvent pour vendre le troupeau de leur mère et s'égarent une nuit entière dans la lande.",
      'Soutenu par un fonds régional, ce film de vingt-cinq minutes repose sur deux interprètes, un troupeau et beaucoup de brouillard.',
    ],
  },
  {
    key: 'homme-sel', client: 'kermabon-images', medium: 'film', title: "L'Homme de sel", kind: 'un long métrage fantastique',
    categories: ['Long métrage'], towns: ['La Rochelle', 'Rennes'],
    pitches: [
      'Un saunier ramène des marais un homme sans mémoire dont la peau se couvre de cristaux dès que le temps est sec.',
      "Film de genre intimiste de Soizic Daniélou, il fait la part belle aux effets réalisés sur le plateau plutôt qu'à l'image de synthèse.",
    ],
  },
  {
    key: 'cote-112', client: 'delage-films', medium: 'series', title: 'Cote 112', kind: 'une série historique',
    categories: ['Série et téléfilm'], towns: ['Lille', 'Amiens'],
    pitches: [
      "Huit épisodes de cinquante-deux minutes suivent un poste de secours de la Grande Guerre, de l'arrivée des premières infirmières à l'armistice.",
      "La deuxième saison quitte les tranchées pour l'arrière : hôpital, usine d'obus, gare de triage, et des personnages qui ont tous quelque chose à taire.",
    ],
  },
  {
    key: 'service-nuit', client: 'delage-films', medium: 'series', title: 'Service de nuit', kind: 'une série policière',
    categories: ['Série et téléfilm'], towns: ['Bruxelles', 'Lille'],
    pitches: [
      'Une brigade transfrontalière ne travaille que de vingt-deux heures à six heures : chaque épisode couvre une seule nuit.',
      'Coproduite avec la Belgique, la série compte six épisodes tournés presque entièrement en décors naturels.',
    ],
  },
  {
    key: 'voisins-sixieme', client: 'sept-rives', medium: 'series', title: 'Les Voisins du sixième', kind: 'une comédie quotidienne',
    categories: ['Série et téléfilm', 'Humour'], towns: ['Lyon'],
    pitches: [
      "Format court diffusé avant le journal, la série raconte la vie d'un immeuble dont l'ascenseur est en panne depuis onze ans.",
      "Cent vingt épisodes de quatre minutes par saison, un décor unique, et une troupe qui s'agrandit de quelques personnages récurrents.",
    ],
  },
  {
    key: 'calanque', client: 'braise-brume', medium: 'series', title: 'Calanque', kind: 'une mini-série',
    categories: ['Série et téléfilm'], towns: ['Nice', 'Marseille'],
    pitches: [
      "Quatre amis d'enfance rouvrent le club de plongée de leurs vingt ans ; la première sortie remonte à la surface une affaire classée.",
      'Ce thriller en quatre épisodes alterne deux époques, 1994 et aujourd’hui, avec les mêmes personnages à trente ans de distance.',
    ],
  },
  {
    key: 'gardiennes', client: 'kermabon-images', medium: 'documentary', title: 'Gardiennes de phare', kind: 'un documentaire',
    categories: ['Documentaire'], towns: ['Brest'],
    pitches: [
      "Le film retrouve la trace des femmes qui, sans en porter le titre, ont tenu les phares de la côte pendant près d'un siècle.",
      'Lettres lues, archives et courtes scènes jouées composent ce documentaire de soixante-dix minutes.',
    ],
  },
  {
    key: 'passementiers', client: 'kermabon-images', medium: 'documentary', title: 'Le Bruit des métiers', kind: 'un documentaire musical',
    categories: ['Documentaire'], towns: ['Saint-Étienne'],
    pitches: [
      "Des anciens ateliers de rubans à une salle de répétition, le film écoute comment le rythme des machines est devenu celui d'un orchestre.",
      'Tourné sur trois saisons dans un quartier en pleine transformation, il accompagne la création d’une pièce pour métiers à tisser et cuivres.',
    ],
  },
  {
    key: 'verger-sauvage', client: 'agence-bergamote', medium: 'advert', title: 'Verger sauvage', kind: 'un film publicitaire',
    categories: ['Publicité'], towns: ['Angers', 'Paris'],
    pitches: [
      "Pour une marque de jus de fruits, l'agence imagine une fête de village où chaque convive raconte une récolte un peu trop belle pour être vraie.",
      'Le film, prévu en formats de trente et de quinze secondes, sera diffusé en télévision et en ligne.',
    ],
  },
  {
    key: 'horizon-clair', client: 'agence-bergamote', medium: 'advert', title: 'Mutuelle Horizon clair', kind: 'une campagne publicitaire',
    categories: ['Publicité', 'Photo'], towns: ['Paris', 'Lille'],
    pitches: [
      'La campagne montre de vrais duos de la vie courante : voisins, collègues, grand-mère et petit-fils, apprentie et patronne.',
      "Trois films courts et une série d'affiches seront tournés la même semaine, avec les mêmes interprètes.",
    ],
  },
  {
    key: 'velos-tramontane', client: 'pivoine-pictures', medium: 'advert', title: 'Vélos Tramontane', kind: 'un film publicitaire',
    categories: ['Publicité'], towns: ['Montreuil', 'Nîmes'],
    pitches: [
      'Un plan-séquence suit un vélo qui change douze fois de mains au cours d’une journée en ville.',
      'La marque veut un film sans dialogue, réglé comme une chorégraphie, avec de vrais trajets et de vraies chutes.',
    ],
  },
  {
    key: 'biscuits-mireille', client: 'pivoine-pictures', medium: 'advert', title: 'Biscuits Mireille', kind: 'une saga publicitaire',
    categories: ['Publicité'], towns: ['Nantes', 'Montreuil'],
    pitches: [
      "Quatre films de vingt secondes mettent en scène la famille Mireille, qui dissimule ses biscuits avec un sérieux d'espions.",
      'Ton pince-sans-rire, décors miniatures et accessoires démesurés : la saga revient pour une troisième saison.',
    ],
  },
  {
    key: 'minuit-a7', client: 'pivoine-pictures', medium: 'clip', title: "Minuit sur l'A7", kind: 'un clip',
    categories: ['Clip'], towns: ['Avignon', 'Montreuil'],
    pitches: [
      "Le groupe Basse Marée traverse une aire d'autoroute endormie qui se transforme peu à peu en salle de bal.",
      'Réalisé par Toma Eskenazi, le clip se tourne en deux nuits, en pellicule, sur une aire fermée à la circulation.',
    ],
  },
  {
    key: 'sang-encre', client: 'nuit-ambre', medium: 'clip', title: "Sang d'encre", kind: 'un clip',
    categories: ['Clip'], towns: ['Metz'],
    pitches: [
      'Pour le nouveau titre de la rappeuse Ysé K., la caméra suit une lettre qui passe de main en main dans une imprimerie désaffectée.',
      'Le scénario tient en une phrase : plus le morceau avance, plus l’encre déborde des pages et gagne les corps.',
    ],
  },
  {
    key: 'coeur-fossile', client: 'pivoine-pictures', medium: 'clip', title: 'Cœur fossile', kind: 'un clip',
    categories: ['Clip', 'Danse'], towns: ['Montpellier'],
    pitches: [
      'La chanteuse Lou Verhaegen rejoue une histoire d’amour à l’envers, dans un musée de paléontologie.',
      'Ce clip de quatre minutes se construit autour d’un duo dansé entre les vitrines, filmé en une seule prise.',
    ],
  },
  {
    key: 'alouette', client: 'agence-bergamote', medium: 'photo', title: 'Alouette, nouvelle collection', kind: 'une campagne photographique',
    categories: ['Photo', 'Publicité'], towns: ['Paris', 'La Rochelle'],
    pitches: [
      'La marque de vêtements Alouette renouvelle son catalogue et le site qui l’accompagne, avec des silhouettes de tous les âges.',
      'Cinq journées de prises de vues sont prévues, en studio puis en lumière naturelle au bord de l’eau.',
    ],
  },
  {
    key: 'terres-brulees-photo', client: 'alizarine', medium: 'photo', title: 'Terres brûlées', kind: 'un cahier de collection photographique',
    categories: ['Photo'], towns: ['Paris'],
    pitches: [
      'La maison édite pour chaque collection un cahier tiré à deux mille exemplaires, confié cette fois à la photographe Ilona Kessel.',
      'Le cahier accompagne la présentation aux acheteurs : pièces portées, détails de matières et de mains au travail.',
    ],
  },
  {
    key: 'port-neuf', client: 'echo-parallele', medium: 'voice', title: 'Port Neuf', kind: 'une série à doubler',
    categories: ['Voix et doublage'], towns: ['Paris'],
    pitches: [
      'Saga portuaire en dix épisodes venue du Danemark, la série sera diffusée en version française sur une plateforme.',
      'La version française demande une distribution de dix-huit voix, enregistrées en binôme chaque fois que la scène le permet.',
    ],
  },
  {
    key: 'renard-vent', client: 'echo-parallele', medium: 'voice', title: 'Le Renard du vent', kind: "un film d'animation à doubler",
    categories: ['Voix et doublage', "Film d'animation"], towns: ['Paris'],
    pitches: [
      "Ce conte coréen pour tous les publics suit une petite renarde chargée d'apprendre à souffler aux vents débutants.",
      'Le distributeur attend une version française vive et chantée, prête pour une sortie en salles.',
    ],
  },
  {
    key: 'cendres-ilmar', client: 'echo-parallele', medium: 'voice', title: "Les Cendres d'Ilmar", kind: 'un jeu vidéo',
    categories: ['Voix et doublage'], towns: ['Paris'],
    pitches: [
      'Jeu de rôle médiéval développé à Bordeaux, il compte près de quarante mille lignes de dialogue et des choix qui changent la fin.',
      'Le studio enregistre les voix françaises originales, qui serviront de référence à toutes les autres langues.',
    ],
  },
  {
    key: 'volets-clos', client: 'grain-de-voix', medium: 'voice', title: 'La Maison aux volets clos', kind: 'un livre audio',
    categories: ['Voix et doublage'], towns: ['Lyon'],
    pitches: [
      "Ce roman à trois narrateurs, best-seller de l'an passé, devient un livre audio d'environ onze heures.",
      'L’éditeur souhaite une lecture incarnée mais sobre, sans musique, au plus près de la phrase.',
    ],
  },
  {
    key: 'station-9', client: 'grain-de-voix', medium: 'voice', title: 'Station polaire 9', kind: 'une fiction sonore',
    categories: ['Voix et doublage'], towns: ['Lyon'],
    pitches: [
      "Six scientifiques hivernent dans une base isolée et captent chaque nuit, à la même heure, une émission de radio des années soixante.",
      'Feuilleton en douze épisodes de vingt minutes, la fiction est enregistrée en son immersif, les interprètes en mouvement autour des micros.',
    ],
  },
  {
    key: 'musee-gestes', client: 'grain-de-voix', medium: 'voice', title: 'Le Musée des gestes', kind: 'un parcours audioguidé',
    categories: ['Voix et doublage'], towns: ['Lyon', 'Annecy'],
    pitches: [
      'Un musée des métiers propose une visite à l’oreille, où les outils prennent la parole à tour de rôle.',
      'Le parcours réunit trente stations de deux minutes, dont une version simplifiée et une version en audiodescription.',
    ],
  },
  {
    key: 'peuple-racines', client: 'studio-mandragore', medium: 'animation', title: 'Le Peuple des racines', kind: "un long métrage d'animation",
    categories: ["Film d'animation", 'Long métrage'], towns: ['Angoulême'],
    pitches: [
      'Sous un parc promis au béton, un peuple minuscule apprend la langue des humains pour leur écrire une lettre.',
      'Le film, en deux dimensions sur décors peints, mobilisera une centaine de personnes pendant deux ans.',
    ],
  },
  {
    key: 'ficelle-bobine', client: 'studio-mandragore', medium: 'animation', title: 'Ficelle et Bobine', kind: 'une série en volume',
    categories: ["Film d'animation", 'Jeune public'], towns: ['Angoulême'],
    pitches: [
      'Vingt-six épisodes de sept minutes mettent en scène deux poupées de chiffon, couturières de leur état, dans un atelier où tout se répare.',
      "Entièrement animée image par image, la série se fabrique sur six plateaux qui tournent en parallèle.",
    ],
  },
  {
    key: 'glacier', client: 'tournesol-numerique', medium: 'animation', title: 'Glacier', kind: "les effets visuels d'un long métrage",
    categories: ["Film d'animation", 'Long métrage'], towns: ['Annecy', 'Grenoble'],
    pitches: [
      'Notre studio livre deux cent quarante plans truqués : crevasses, avalanches et une ville ensevelie que l’on devine sous la glace.',
      'Le réalisateur veut une montagne crédible, nourrie de relevés de terrain plutôt que de bibliothèques toutes faites.',
    ],
  },
  {
    key: 'comete-chat', client: 'tournesol-numerique', medium: 'animation', title: 'Comète, mon chat', kind: 'une série en animation 2D',
    categories: ["Film d'animation", 'Jeune public'], towns: ['Annecy'],
    pitches: [
      "Comète est un chat d'appartement persuadé de venir de l'espace, et la série, hélas pour ses maîtres, lui donne souvent raison.",
      'Cinquante-deux épisodes de onze minutes sont commandés ; la fabrication se fait pour moitié à distance.',
    ],
  },
  {
    key: 'samedi-grand-angle', client: 'sept-rives', medium: 'variety', title: 'Samedi grand angle', kind: 'une émission de divertissement',
    categories: ['Émission de radio ou de télévision'], towns: ['Lyon'],
    pitches: [
      "Chaque samedi soir, deux heures de direct mêlent chansons, numéros et conversations devant cent quatre-vingts spectateurs.",
      'L’émission fête ses dix ans avec une nouvelle formule, un plateau agrandi et un orchestre à demeure.',
    ],
  },
  {
    key: 'grande-tablee', client: 'sept-rives', medium: 'variety', title: 'La Grande Tablée', kind: 'un divertissement dominical',
    categories: ['Émission de radio ou de télévision'], towns: ['Grenoble', 'Lyon'],
    pitches: [
      'Chaque dimanche midi, une ville de la région dresse une table de cent couverts et la chaîne y plante son orchestre.',
      'Produit en extérieur, ce rendez-vous mêle recettes, chansons reprises en chœur et talents des environs.',
    ],
  },
  {
    key: 'plateau-sept', client: 'sept-rives', medium: 'broadcast', title: 'Le Plateau des sept', kind: 'un magazine culturel',
    categories: ['Émission de radio ou de télévision'], towns: ['Lyon', 'Saint-Étienne'],
    pitches: [
      "Sept invités, sept minutes chacun : le magazine passe en revue l'actualité du spectacle dans toute la région.",
      'Enregistré une semaine sur deux dans un lieu de spectacle différent, le magazine demande une équipe légère et mobile.',
    ],
  },
  {
    key: 'sept-scenes', client: 'sept-rives', medium: 'broadcast', title: 'Sept scènes', kind: 'une collection de captations',
    categories: ['Émission de radio ou de télévision', 'Concert et musique'], towns: ['Clermont-Ferrand', 'Lyon'],
    pitches: [
      'La chaîne filme cette année vingt-quatre concerts et spectacles, du club de jazz au grand plateau.',
      'Chaque captation se prépare avec les artistes et se tourne en une soirée, à six caméras.',
    ],
  },
  {
    key: 'matins-garrigue', client: 'radio-garrigue', medium: 'radio', title: 'Matins de garrigue', kind: 'une matinale de radio',
    categories: ['Émission de radio ou de télévision'], towns: ['Montpellier'],
    pitches: [
      "De six heures à neuf heures, la matinale donne la parole à celles et ceux qui font la vie locale, avec un invité musical en direct.",
      'Radio associative, nous préparons une nouvelle grille et ouvrons notre antenne à de nouvelles voix.',
    ],
  },
  {
    key: 'ondes-courtes', client: 'radio-garrigue', medium: 'radio', title: 'Ondes courtes', kind: 'une émission de fiction radiophonique',
    categories: ['Émission de radio ou de télévision', 'Voix et doublage'], towns: ['Montpellier', 'Nîmes'],
    pitches: [
      'Une fois par mois, une nouvelle inédite est jouée et bruitée en public, dans un café, une gare ou une cour d’école.',
      'Les textes naissent d’ateliers d’écriture ; l’émission les confie à une petite troupe qui change à chaque saison.',
    ],
  },
]
