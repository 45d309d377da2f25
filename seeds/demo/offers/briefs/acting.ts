import type { Brief } from '../types.ts'

/** Roles written for one production, then calls that several productions may make. */
export const actingBriefs: readonly Brief[] = [
  {
    trade: 'Comédien / Comédienne', production: 'eaux-dormantes', sex: 'F', as: 'rôle de Solène',
    text: "Solène, l'éclusière, est le rôle principal : une femme de peu de mots, têtue et drôle malgré elle, présente dans presque toutes les scènes. Âge de jeu : entre 55 et 65 ans.",
    wanted: ["une expérience confirmée devant la caméra", "de l'aisance dans l'eau et sur un bateau", "le goût des silences autant que des répliques"],
  },
  {
    trade: 'Acteur / Actrice', production: 'eaux-dormantes', sex: 'M', as: 'rôle de Marius',
    text: "Marius, marinier bavard et fabulateur, est l'allié encombrant de l'héroïne. Le personnage chante deux fois dans le film, accompagné d'un accordéon. Âge de jeu : 45 à 60 ans.",
    wanted: ['un vrai sens de la comédie', "une voix juste, sans technique particulière", "une disponibilité totale sur les cinq semaines de tournage"],
  },
  {
    trade: 'Acteur principal / Actrice principale', production: 'nuit-tanneurs', sex: 'M', as: "rôle de l'Inconnu",
    text: "L'Inconnu parle peu, ment beaucoup et attire sur lui la méfiance de toute la maison. Le rôle demande une forte présence physique dans un espace réduit. Âge de jeu : 30 à 40 ans.",
    wanted: ['une formation ou une pratique régulière du théâtre', 'une aisance dans les dialogues de langue classique', "l'habitude des longues prises en plan-séquence"],
  },
  {
    trade: 'Comédien / Comédienne', production: 'nuit-tanneurs', sex: 'F', as: 'rôle de la veuve Aubry',
    text: "La veuve Aubry dirige l'atelier depuis la mort de son mari et prend seule la décision qui met la famille en danger. Âge de jeu : 40 à 50 ans.",
    wanted: ['une autorité naturelle, sans dureté', 'une bonne mémoire des textes longs', "l'acceptation d'essayages nombreux (corset, sabots, coiffes)"],
  },
  {
    trade: 'Comédien / Comédienne', production: 'terminus-corniche', sex: 'F', as: 'rôle de Nadège',
    text: "Nadège conduit le dernier bus de la nuit et n'a plus envie de rentrer chez elle. Presque tout le film tient dans son regard au rétroviseur. Âge de jeu : 35 à 45 ans.",
    wanted: ['le permis B, un permis D étant apprécié sans être demandé', 'un jeu simple et intérieur', 'une bonne résistance aux tournages de nuit'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'mornes-rouges', sex: 'F', as: 'rôle de Lucile',
    text: "Lucile, ingénieure installée à Paris, revient sur l'île après douze ans d'absence. Le personnage passe du français au créole à mesure que l'histoire avance. Âge de jeu : 35 à 42 ans.",
    wanted: ['la pratique courante du créole martiniquais', 'un registre large, de la farce au deuil', 'une première expérience de rôle important'],
  },
  {
    trade: 'Acteur / Actrice de complément', production: 'mornes-rouges', forms: ['acteur de complément', 'actrice de complément'],
    many: 'acteurs et actrices de complément', posts: [12], pay: 'extra', categories: ['Figuration'], as: 'veillée mortuaire',
    text: "Pour la grande scène de veillée, tournée sur deux nuits, nous formons un groupe de voisins, d'amis et de cousins qui chantent, servent à boire et se disputent. Plusieurs auront une ou deux répliques en créole.",
    wanted: ['un domicile ou un hébergement sur place', "l'envie de chanter en groupe", 'une disponibilité deux nuits de suite'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'lande-haute', sex: 'F', as: 'rôle de Maïwenn',
    text: "Maïwenn, la cadette, est restée à la ferme ; elle connaît chaque bête et ne sait plus parler à sa sœur. Âge de jeu : 25 à 32 ans.",
    wanted: ['une aisance réelle avec les animaux', "la capacité de marcher longtemps en terrain difficile", 'un travail préparatoire d’une semaine à la ferme'],
  },
  {
    trade: 'Doublure cascadeur / Doublure cascadeuse', production: 'homme-sel', who: 'une doublure cascade',
    as: 'rôle-titre', pay: 'day',
    text: "Vous remplacez l'interprète principal dans trois séquences : une chute depuis une barque, une course dans la vase et une immersion de nuit sous prothèses.",
    wanted: ['une expérience attestée de la cascade nautique', "une taille proche de celle de l'interprète doublé, soit 1,80 m environ", 'un certificat médical de moins de trois mois'],
  },
  {
    trade: 'Doublure lumière', on: ['film', 'series'], who: 'une doublure lumière', pay: 'extra', categories: ['Figuration'],
    text: "Vous prenez la place de l'interprète pendant les réglages de lumière et de cadre, costume ou repère de couleur compris, et transmettez les marques aux assistants.",
    wanted: ['beaucoup de patience et de précision', 'une taille proche de celle du rôle doublé (1,70 m)', 'une première expérience de plateau, même courte'],
  },
  {
    trade: 'Doublure', production: 'nuit-tanneurs', who: 'une doublure', pay: 'day', as: 'gros plans de mains',
    text: "Vous doublez les mains du personnage dans des gestes de métier filmés en gros plan : nouer, graver, tenir une plume. Une demi-journée de formation est prévue avec un artisan.",
    wanted: ['des mains précises et un geste lent', 'une pratique manuelle : couture, dessin, instrument', 'une grande disponibilité sur des plages courtes'],
  },
  {
    trade: 'Silhouette', production: 'cote-112', who: 'une silhouette', many: 'silhouettes', posts: [4], pay: 'extra', categories: ['Figuration'], as: 'personnels soignants',
    text: "Vous apparaissez auprès des rôles principaux, sans texte ou avec un mot, dans plusieurs scènes d'hôpital. La continuité des gestes compte autant que la présence.",
    wanted: ['une bonne mémoire des actions et des places', 'une disponibilité sur des journées non consécutives', 'si possible, une connaissance des gestes de soin'],
  },
  {
    trade: 'Figurant / Figurante', production: 'cote-112', many: 'figurants et figurantes', posts: [40], pay: 'extra', categories: ['Figuration'], as: 'gare de triage',
    text: "Nous reconstituons le départ d'un train de permissionnaires : soldats, familles, cheminots et marchandes ambulantes. Les costumes sont fournis, les essayages ont lieu la semaine précédente.",
    wanted: ["l'accord pour une coupe de cheveux d'époque", 'des chaussures que vous acceptez de quitter pour des godillots', 'une bonne humeur à l’épreuve du froid'],
  },
  {
    trade: 'Figurant / Figurante', production: 'voisins-sixieme', many: 'figurants et figurantes', posts: [8], pay: 'extra', categories: ['Figuration'], as: 'habitants récurrents',
    text: "Vous êtes de celles et ceux que l'on croise toujours dans l'escalier. La production cherche un petit groupe fidèle, appelé deux à trois jours par mois tout au long de la saison.",
    wanted: ['une disponibilité en semaine, de jour', 'une garde-robe quotidienne variée', 'un domicile à moins d’une heure du studio'],
  },
  {
    trade: 'Figurant / Figurante', production: 'service-nuit', many: 'figurants et figurantes', posts: [15], pay: 'extra', categories: ['Figuration'], as: 'noctambules',
    text: "Clients d'un bar, équipes de nettoyage, chauffeurs : vous peuplez la ville entre deux et cinq heures du matin. Les scènes se tournent réellement la nuit.",
    wanted: ['un moyen de rentrer chez soi sans transport en commun', 'une tenue sombre, sans logo', 'une grande discrétion sur les lieux de tournage'],
  },
  {
    trade: 'Figurant / Figurante', production: 'verger-sauvage', many: 'figurants et figurantes', posts: [24], pay: 'extra', categories: ['Figuration'], as: 'fête de village',
    text: "Vous êtes les convives d'une tablée de trente mètres. Il s'agira de rire, de danser et de trinquer à neuf heures du matin avec la même conviction.",
    wanted: ['un visage expressif et aucune peur du ridicule', 'une journée entière disponible, date de repli comprise', "l'accord pour l'utilisation de votre image pendant deux ans"],
  },
  {
    trade: 'Figurant / Figurante', production: 'carmen', many: 'figurants et figurantes', posts: [10], pay: 'cachet', categories: ['Figuration'], as: 'ouvrières et soldats',
    text: "Vous entourez le chœur dans les premier et dernier actes : entrées en groupe, bagarre réglée, manipulation de caisses. Aucune partie chantée ne vous sera confiée.",
    wanted: ['une bonne coordination dans les mouvements de foule', 'le respect d’un planning de répétitions en soirée', 'une première expérience de plateau lyrique, bienvenue mais non exigée'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'cote-112', sex: 'F', as: "rôle de l'infirmière-chef",
    text: "Blanche Méridier dirige l'hôpital de l'arrière avec une main de fer et un secret qu'elle partage avec le médecin-major. Rôle récurrent, présent dans six épisodes. Âge de jeu : 40 à 50 ans.",
    wanted: ['une expérience des rôles récurrents de série', 'une diction nette, sans effet', 'la capacité de tenir un planning tourné dans le désordre'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'service-nuit', sex: 'M', as: 'rôle du brigadier Wouters',
    text: "Brigadier flamand muté par punition, Wouters apprend le français en regardant des jeux télévisés. Ressort comique de la série, le personnage en devient peu à peu la conscience. Âge de jeu : 35 à 50 ans.",
    wanted: ['un bilinguisme français-néerlandais', 'un sens du rythme comique', 'une aptitude aux scènes d’action simples'],
  },
  {
    trade: 'Acteur / Actrice', production: 'calanque', sex: 'F', as: 'rôle de Jo à 20 ans',
    text: "Jo, dans les épisodes situés en 1994, est la meilleure plongeuse de la bande et celle qui voit ce qu'il ne fallait pas voir. L'interprète doit être majeure. Âge de jeu : 18 à 22 ans.",
    wanted: ['une très bonne aisance aquatique (niveau 1 de plongée formé par la production)', 'un jeu spontané, nourri d’improvisation', 'une ressemblance possible avec l’interprète de Jo adulte, vue aux essais'],
  },
  {
    trade: 'Acteur / Actrice', production: 'velos-tramontane', many: 'acteurs et actrices', posts: [6], pay: 'advert', as: 'plan-séquence à vélo',
    text: "Livreuse, lycéen, retraitée, cadre pressé : douze personnages se passent le même vélo. Six rôles restent à distribuer, à tout âge de jeu adulte.",
    wanted: ['une excellente maîtrise du vélo en ville', 'le sens du mouvement et du relais', 'une journée de répétition en plus de la journée de tournage'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'horizon-clair', many: 'comédiens et comédiennes', posts: [4], pay: 'advert', as: 'duos de la vie courante',
    text: "Deux duos restent à composer : des voisins de palier que tout sépare, et une patronne avec son apprentie. Les candidatures sont reçues individuellement ou à deux.",
    wanted: ['un jeu naturel, proche du documentaire', "de l'aisance en improvisation face caméra", "aucune campagne concurrente en cours dans le secteur des mutuelles"],
  },
  {
    trade: 'Comédien / Comédienne', production: 'biscuits-mireille', sex: 'M', pay: 'advert', as: 'rôle du grand-père',
    text: "Le grand-père Mireille cache ses biscuits dans une horloge, une jambe de bois et un dictionnaire. Burlesque muet, tout en regards. Âge de jeu : plus de 65 ans.",
    wanted: ['une solide pratique du jeu burlesque ou du mime', 'une disponibilité pour deux jours de studio', 'un certain talent pour manger le même biscuit quarante fois'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'misanthrope', sex: 'F', as: 'rôle de Célimène',
    text: "Célimène mène ici la soirée comme une maîtresse de cérémonie, micro en main, et ne quitte le plateau qu'au dernier vers.",
    wanted: ["une maîtrise de l'alexandrin", 'une aisance dans l’adresse directe au public', "le goût d'un travail de troupe, chacun changeant les décors à vue"],
  },
  {
    trade: 'Comédien / Comédienne', production: 'dit-le-fleuve', many: 'comédiens et comédiennes', posts: [5], as: 'chœur de la crue',
    text: "Les cinq interprètes du chœur portent une trentaine de voix, du pilote de Seine à la fillette réfugiée au grenier. Le spectacle se construit au plateau, à partir d'entretiens réels.",
    wanted: ['une pratique du théâtre de témoignage ou documentaire', 'une bonne oreille pour les accents et les rythmes de parole', 'une tessiture parlée affirmée, toutes tessitures bienvenues'],
  },
  {
    trade: 'Artiste dramatique', production: 'cerisaie', who: 'un ou une artiste dramatique', as: 'rôle de Firs',
    text: "Firs, que l'on oublie dans la maison vide, sera confié à une personne de grande expérience, quel que soit son sexe : le vieux serviteur est ici la mémoire du théâtre lui-même.",
    wanted: ['une longue pratique des grands plateaux', "une présence forte avec très peu de texte", 'la curiosité d’un travail clownesque discret'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'cerisaie', sex: 'M', as: 'rôle de Lopakhine',
    text: "Lopakhine achète le domaine où son père fut serf, et ne s'en remet pas. La mise en scène en fait un homme charmant, jamais un vainqueur. Âge de jeu : 35 à 45 ans.",
    wanted: ['une expérience des rôles de premier plan', "de bonnes bases de danse de salon pour l'acte du bal", 'une disponibilité sur toute la tournée'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'gare-centrale', many: 'comédiens et comédiennes', posts: [3], as: 'trois voyageurs',
    text: "Restent à distribuer : une contrôleuse sans train, un homme qui transporte une cage vide et un personnage dont on ne comprend jamais la langue.",
    wanted: ['un sens du burlesque physique', "de l'endurance : tout le monde reste en scène une heure quarante", 'un instrument de poche, quel qu’il soit'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'savoir-perdre', sex: 'F', as: 'rôle de la présidente',
    text: "Présidente du club par défaut, Mme Rabillon n'a jamais joué aux échecs et règle tous les conflits à coups de pâtisserie. Reprise de rôle, avec dix jours de raccord. Âge de jeu : 50 ans et plus.",
    wanted: ['une grande précision comique', 'une capacité à reprendre vite un rôle existant', 'le permis B, pour partager la conduite en tournée'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'petit-poucet', many: 'comédiens et comédiennes', posts: [2],
    text: "Vous jouez à deux tous les personnages, parents et ogre compris, et manipulez vous-mêmes le castelet, les ventilateurs et les vagues de papier.",
    wanted: ['une expérience auprès des enfants', 'des notions de manipulation d’objets', 'une bonne condition physique pour deux séances par jour'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'antigone', sex: 'M', as: 'rôle de Créon',
    text: "Créon est un contremaître promu la veille, qui applique la règle pour se rassurer. Le personnage affronte seul le chœur des habitants. Âge de jeu : 45 à 60 ans.",
    wanted: ['une puissance vocale sans micro', "l'expérience du travail avec des amateurs", 'une présence à toutes les répétitions du chœur'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'naufrageurs', many: 'comédiens et comédiennes', posts: [4], as: 'interprètes bilingues',
    text: "La distribution réunit quatre interprètes passant du breton au français, et trois musiciens. Le travail de langue commence un mois avant les répétitions.",
    wanted: ['le breton parlé, de naissance ou d’apprentissage', 'une pratique du chant ou du kan ha diskan', 'une aptitude à jouer en extérieur et sur de petites scènes'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'roi-lear', many: 'comédiens et comédiennes', posts: [3], as: 'troupe',
    text: "Les rôles ne sont pas fixés : chaque interprète en apprend plusieurs et la distribution se tire au sort certains soirs. Il reste trois places dans la troupe.",
    wanted: ['une mémoire robuste', 'une formation supérieure ou une expérience équivalente', 'un goût prononcé pour le risque partagé'],
  },
  {
    trade: 'Comédien / Comédienne', production: 'tisaneries', sex: 'F', as: "rôle de l'herboriste",
    text: "Mémé Zavine parle aux plantes plus volontiers qu'aux gens. Le rôle demande de cuisiner en scène, d'improviser avec le public et de chanter un maloya. Âge de jeu : 60 ans et plus.",
    wanted: ['le créole réunionnais parlé couramment', 'une voix chantée traditionnelle', 'un plaisir réel de l’échange avec la salle'],
  },
  {
    trade: 'Comédien improvisateur / Comédienne improvisatrice', production: 'cour-ouverte', many: 'comédiens et comédiennes d’improvisation', posts: [11],
    text: "Chaque cour a son guide, voisin un peu trop curieux, qui accueille les spectateurs, relie les scènes et tient l'horaire à la minute près.",
    wanted: ['trois ans de pratique de l’improvisation au moins', "une voix qui porte en plein air", "le sens de l'accueil et de la sécurité du public"],
  },
  {
    trade: 'Comédien improvisateur / Comédienne improvisatrice', on: ['event', 'cabaret', 'park'], many: 'comédiens et comédiennes d’improvisation', posts: [2, 4, 6],
    text: "Au milieu des invités, vous faites naître de petites situations : un serveur trop bavard, une voyante en vacances, un majordome amoureux. Canevas fournis, le reste vous appartient.",
    wanted: ['un tact à toute épreuve', 'une pratique de l’improvisation de proximité', 'une deuxième langue, de préférence l’anglais ou l’italien'],
  },
  {
    trade: 'Comédien-chanteur / Comédienne-chanteuse', production: 'lady-garance', forms: ['comédien-chanteur', 'comédienne-chanteuse'], sex: 'F', as: 'rôle de Garance',
    text: "Garance porte douze des vingt chansons, de la complainte à la scène de folie. Le rôle est prévu en alternance entre deux interprètes. Tessiture : mezzo avec belt jusqu'au ré.",
    wanted: ['une double formation de jeu et de chant', 'une santé vocale permettant cinq représentations par semaine', 'une lecture aisée de la partition'],
  },
  {
    trade: 'Comédien-chanteur / Comédienne-chanteuse', production: 'suzanne-aviateurs', forms: ['comédien-chanteur', 'comédienne-chanteuse'], many: 'comédiens-chanteurs et comédiennes-chanteuses', posts: [6], as: "l'escadrille",
    text: "Pilotes, mécaniciens et clientes de café : l'ensemble chante à quatre voix et danse les claquettes dans cinq tableaux.",
    wanted: ['un niveau intermédiaire de claquettes', 'une tenue d’harmonie à quatre voix', "l'accent du Sud-Ouest, ou l'envie de l'apprendre"],
  },
  {
    trade: 'Comédien-chanteur / Comédienne-chanteuse', production: 'monde-fanfare', forms: ['comédien-chanteur', 'comédienne-chanteuse'], many: 'comédiens-chanteurs et comédiennes-chanteuses', posts: [7],
    text: "Sept interprètes pour une fanfare perdue : chacun joue au moins un instrument à vent ou une percussion, et trois ou quatre personnages.",
    wanted: ['un niveau confirmé sur un instrument de fanfare', 'un jeu généreux, adressé aux familles', 'une bonne endurance en tournée'],
  },
  {
    trade: 'Conteur / Conteuse', on: ['street', 'event'], posts: [1],
    text: "Vous composez, à partir du fonds de récits que nous mettons à votre disposition, une forme de cinquante minutes pouvant se jouer sans technique, assise ou debout.",
    wanted: ['un répertoire personnel', "l'habitude des publics mêlés, enfants et adultes", 'une attention à la langue et au silence'],
  },
  {
    trade: 'Lecteur public / Lectrice publique', production: 'gardiennes', posts: [1],
    text: "Vous lisez à voix haute lettres, registres et carnets dans des lieux de mémoire, puis lors de trois rencontres avec le public. Les textes vous sont remis trois semaines à l'avance.",
    wanted: ['une lecture sobre, sans théâtre', 'une bonne capacité à préparer un long texte en autonomie', 'un intérêt pour les archives'],
  },
  {
    trade: 'Répétiteur / Répétitrice de dialogues', production: 'mornes-rouges',
    text: "Vous faites travailler leurs textes aux interprètes, en amont puis sur le plateau, et veillez à la continuité des accents et des langues.",
    wanted: ['une expérience de coach de dialogue ou d’enseignement du jeu', 'la maîtrise d’au moins une langue régionale ou étrangère', 'une grande souplesse d’horaires'],
    pay: 'crew',
  },
  {
    trade: 'Coach de jeu', on: ['film', 'series'], pay: 'crew',
    text: "Plusieurs rôles sont tenus par des personnes qui n'ont jamais joué. Vous les préparez pendant trois semaines, puis les accompagnez chaque jour de tournage, mineurs compris.",
    wanted: ['une expérience auprès de non-professionnels', 'une connaissance du cadre légal applicable aux mineurs', "un sens aigu de la bienveillance"],
  },
  {
    trade: 'Humoriste', production: 'lundis-plume', who: 'un ou une humoriste', many: 'humoristes', posts: [8], as: 'premières parties',
    text: "Vous proposez un quart d'heure de stand-up ou de sketch original. Huit artistes seront retenus pour la saison, à raison de trois passages chacun.",
    wanted: ['un texte original, déjà éprouvé en scène', 'une durée tenue à la minute', "aucune reprise de numéros d'autrui"],
  },
  {
    trade: 'Humoriste', on: ['event', 'radio'], who: 'un ou une humoriste',
    text: "Vous signez chaque semaine, ou pour chaque soirée, une chronique d'humeur de cinq minutes nourrie de l'actualité du lieu et de ses invités.",
    wanted: ['une écriture rapide', 'un humour qui se moque sans humilier', 'une première expérience du direct'],
  },
  {
    trade: 'Imitateur / Imitatrice', on: ['comedy', 'variety', 'radio'],
    text: "Vous prêtez votre voix à une galerie de personnalités dans des séquences écrites avec nos auteurs, et proposez vous-même de nouvelles têtes.",
    wanted: ['une quinzaine de voix maîtrisées au moins', "une pratique de l'écriture satirique", 'une capacité à changer de voix en plein dialogue'],
  },
  {
    trade: 'Chansonnier / Chansonnière', on: ['comedy', 'radio'],
    text: "Dans la tradition revue au goût du jour, vous mettez l'actualité en couplets sur des airs connus, au piano ou avec l'accompagnement de la maison.",
    wanted: ['une plume vive et une bonne culture générale', "de l'aisance au micro", 'un couplet neuf chaque semaine'],
  },
  {
    trade: 'Fantaisiste', on: ['cabaret', 'event'], who: 'un ou une fantaisiste',
    text: "Entre deux tableaux, vous occupez l'avant-scène avec un numéro sans paroles de six à huit minutes, visuel et inattendu.",
    wanted: ['un numéro rodé, avec sa musique', 'une installation technique de moins de deux minutes', 'un contact facile avec le public attablé'],
  },
  {
    trade: 'Comique', on: ['comedy', 'cabaret', 'event'], who: 'un ou une comique',
    text: "Vous formez avec l'animatrice de la soirée un duo d'ouverture : dix minutes pour réveiller la salle, présenter la maison et rater trois tours de cartes.",
    wanted: ['une solide expérience de la scène', 'un jeu physique', "l'acceptation de jouer les faire-valoir"],
  },
  {
    trade: 'Personnage', on: ['park'], who: 'un ou une interprète de personnage', many: 'interprètes de personnages', posts: [4, 8], forms: 'interprète de personnage', contract: 'CDD', pay: 'monthly',
    text: "Sous un costume intégral ou maquillé, vous incarnez un personnage de la légende du lieu : déambulations, photographies et petites scènes toutes les heures.",
    wanted: ['une bonne tolérance à la chaleur et au port d’un costume', 'une gestuelle lisible de loin', 'un vrai plaisir au contact des familles'],
  },
  {
    trade: 'Coach de jeu', production: 'peuple-racines', who: 'un ou une coach de jeu', pay: 'fee', contract: 'LIB', as: 'références filmées',
    text: "Avant d'animer, nos équipes filment des références jouées. Vous dirigez ces séances et aidez les animateurs à trouver l'intention de chaque plan.",
    wanted: ['une pratique du jeu et de la direction', 'une curiosité pour le dessin animé', 'deux jours par semaine pendant quatre mois'],
  },
]
