import type { Brief } from '../types.ts'

export const stageCraftBriefs: readonly Brief[] = [
  {
    trade: 'Régisseur général / Régisseuse générale', on: ['stage', 'dance', 'street', 'opera', 'circus'], pay: 'crew',
    text: "De la fiche technique au déchargement, vous coordonnez montages, équipes d'accueil, plannings et sécurité pendant toute la tournée.",
    wanted: ['une expérience de tournée à ce poste', 'les habilitations à jour, électrique et travail en hauteur', 'une lecture des plans et un dessin assisté par ordinateur'],
  },
  {
    trade: 'Régisseur / Régisseuse de plateau', on: ['stage', 'dance', 'musical', 'opera'], pay: 'hourly',
    text: "Vous installez les décors et les accessoires, donnez les tops et assurez les manipulations à vue, costume compris.",
    wanted: ['une bonne connaissance de la machinerie', 'une présence discrète en scène', 'une condition physique adaptée aux montages'],
  },
  {
    trade: 'Régisseur / Régisseuse de plateau', on: ['film', 'short', 'advert', 'clip'], pay: 'crew',
    text: "Stationnements, loges, tables régie, riverains : vous préparez l'accueil de l'équipe sur chaque décor et le rendez plus propre qu'avant.",
    wanted: ['le permis B', 'une bonne connaissance de la ville', 'une diplomatie de tous les instants'],
  },
  {
    trade: 'Régisseur / Régisseuse de tournée', on: ['concert', 'musical'], pay: 'crew',
    text: "Vous tenez la feuille de route, gérez les arrivées et réglez les imprévus, du câble oublié au bus en panne.",
    wanted: ['une expérience de trente dates au moins', "l'anglais courant", 'un permis D apprécié'],
  },
  {
    trade: 'Régisseur / Régisseuse de production', on: ['event', 'street', 'circus'], pay: 'crew',
    text: "Implantation, prestataires, commission de sécurité : vous préparez le site en amont, l'ouvrez à l'heure et le rendez en ordre.",
    wanted: ['une pratique du plein air et des structures temporaires', 'une connaissance de la réglementation des établissements recevant du public', 'des plans de site lisibles par tous'],
  },
  {
    trade: 'Régisseur / Régisseuse de salle', production: 'house-deux-ecluses', contract: 'CDI', pay: 'monthly',
    text: "Vous assurez l'accueil du public et des équipes dans les deux salles, les jours de représentation, et encadrez les agents d'accueil.",
    wanted: ['un diplôme de sécurité incendie (SSIAP 1) ou la volonté de le passer', 'un sens de l’accueil', 'une disponibilité en soirée'],
  },
  {
    trade: 'Directeur / Directrice technique spectacle vivant', production: 'house-haut-ballon', forms: ['directeur technique', 'directrice technique'], contract: 'CDI', pay: 'monthly',
    text: "Vous dirigez une équipe de treize permanents, pilotez les investissements et étudiez la faisabilité des créations.",
    wanted: ['dix ans d’expérience, dont trois en encadrement', "une maîtrise de la prévention des risques", 'une réflexion engagée sur l’éco-conception'],
  },
  {
    trade: 'Directeur / Directrice technique spectacle vivant', production: 'house-cours-ouvertes', forms: ['directeur technique', 'directrice technique'], contract: 'CDD', pay: 'monthly', as: 'festival',
    text: "Neuf jours, vingt-trois cours, aucune scène fixe : vous préparez l'équipement des lieux et dirigez trente techniciens.",
    wanted: ['une expérience de festival en plein air', 'une inventivité dans les lieux non dédiés', 'une bonne entente avec les services de la ville'],
  },
  {
    trade: 'Assistant / Assistante de régie', production: 'house-deux-ecluses', forms: ['apprenti en régie générale', 'apprentie en régie générale'], contract: 'E2', pay: 'apprentice',
    text: "Pendant deux ans, vous découvrez tous les postes techniques du théâtre aux côtés du régisseur général.",
    wanted: ['une inscription dans un centre de formation des métiers du spectacle', 'une motivation argumentée', 'une attention constante à la sécurité'],
  },
  {
    trade: 'Régisseur / Régisseuse de scène', production: 'didon-enee', pay: 'hourly',
    text: "Dans une galerie sans coulisses ni rideau, vous réglez les entrées des chanteurs, la circulation du public et l'éclairage aux bougies électriques.",
    wanted: ['une lecture de la partition', 'une expérience des lieux patrimoniaux', 'une autorité courtoise'],
  },
  {
    trade: 'Accessoiriste', on: ['film', 'stage', 'series', 'opera'], who: 'un ou une accessoiriste', pay: 'crew',
    text: "Vous trouvez, fabriquez et faites jouer tout ce que les interprètes touchent : lettres, repas, montres arrêtées et chapeaux qui s'envolent.",
    wanted: ['une grande habileté manuelle', 'un atelier ou un outillage personnel', 'une mémoire des raccords'],
  },
  {
    trade: 'Accessoiriste en effets spéciaux', production: 'homme-sel', who: 'un ou une accessoiriste en effets spéciaux', pay: 'crew',
    text: "Croissance de cristaux, suintements, brouillard au ras de l'eau : vos effets se font sur le plateau, devant la caméra.",
    wanted: ['une formation aux produits employés', 'des essais filmés', 'une inventivité sobre'],
  },
  {
    trade: 'Assistant / Assistante plateau', on: ['broadcast', 'variety', 'event', 'cabaret'], forms: ['assistant plateau', 'assistante plateau'], many: 'assistants et assistantes plateau', posts: [2, 3], pay: 'hourly',
    text: "Vous placez le public, équipez les intervenants de micros et assurez les changements rapides entre deux séquences.",
    wanted: ['une tenue noire et des gestes silencieux', 'une première expérience technique', 'un esprit d’équipe'],
  },
  {
    trade: 'Chef décorateur / Cheffe décoratrice spectacle', on: ['film', 'series'], forms: ['chef décorateur', 'cheffe décoratrice'], pay: 'crew',
    text: "Vous concevez les décors, choisissez les lieux avec la réalisation et dirigez construction, ensembliers et peinture.",
    wanted: ['une filmographie comparable', 'des méthodes de réemploi des matériaux', 'un dessin qui fait rêver et qui se construit'],
  },
  {
    trade: 'Scénographe spectacle', on: ['stage', 'dance', 'musical', 'event'], forms: 'scénographe', who: 'un ou une scénographe', contract: 'AUT', pay: 'rights',
    text: "Vous imaginez un espace unique, transportable dans un camion de vingt mètres cubes, et en suivez la construction.",
    wanted: ['une maquette ou des plans de projets antérieurs', 'une connaissance des contraintes de tournée', 'une démarche écologique concrète'],
  },
  {
    trade: 'Machiniste-constructeur / Machiniste-constructrice de décors', production: 'house-opera-rade', forms: ['machiniste-constructeur', 'machiniste-constructrice'], contract: 'CDI', pay: 'monthly',
    text: "À l'atelier puis au plateau, vous construisez châssis, praticables et mécanismes, et les faites vivre pendant les représentations.",
    wanted: ['un diplôme de menuiserie ou de métallerie', "l'autorisation de conduite d'engins de levage", 'une expérience des cintres'],
  },
  {
    trade: 'Peintre décorateur / Peintre décoratrice', on: ['opera', 'park', 'film'], forms: ['peintre décorateur', 'peintre décoratrice'], pay: 'crew',
    text: "Faux bois, patines, ciels et lointains : vous peignez des décors destinés à être vus de très près autant que de loin.",
    wanted: ['une maîtrise du trompe-l’œil', 'une adaptation aux formats, du miniature au monumental', 'un dossier de photographies'],
  },
  {
    trade: 'Sculpteur / Sculptrice de décors', on: ['park', 'street'], forms: ['sculpteur de décors', 'sculptrice de décors'], pay: 'crew',
    text: "Vous sculptez mousse, osier et résine pour donner vie à des figures articulées, solides et légères.",
    wanted: ['une expérience du grand format', 'des notions de mécanique', 'le respect strict des protections individuelles'],
  },
  {
    trade: 'Cintrier / Cintrière', on: ['opera', 'musical'], pay: 'hourly',
    text: "Porteuses contrebalancées et motorisées : vous appuyez, chargez et posez en mesure, sous la conduite du régisseur.",
    wanted: ['une habilitation au travail en hauteur', 'un sens du rythme musical', 'une concentration à toute épreuve'],
  },
  {
    trade: 'Machiniste théâtre', on: ['stage', 'opera'], forms: 'machiniste', who: 'un ou une machiniste', many: 'machinistes', posts: [2, 3], pay: 'hourly',
    text: "Montage, conduite et démontage : vous rejoignez l'équipe plateau pour une série exigeante en changements à vue.",
    wanted: ['une expérience de la conduite de décors', 'des chaussures de sécurité silencieuses', 'une disponibilité en soirée et le week-end'],
  },
  {
    trade: 'Machiniste cinéma', on: ['film', 'series', 'advert'], forms: 'machiniste', who: 'un ou une machiniste', pay: 'crew',
    text: "Travellings, voitures-travelling et installations sur l'eau ou en pente : vous assistez le chef machiniste et préparez le camion.",
    wanted: ['un permis C apprécié', 'une bonne connaissance des supports de caméra', 'une vigilance permanente à la sécurité'],
  },
  {
    trade: 'Rigger', on: ['event', 'circus', 'cabaret'], forms: 'rigger', who: 'un ou une rigger', pay: 'hourly',
    text: "Vous contrôlez les accroches, posez les points et suivez les artistes en suspension, avec un registre tenu à jour.",
    wanted: ['un certificat de qualification en accroche et levage', 'des équipements individuels vérifiés', 'une expérience des agrès aériens'],
  },
  {
    trade: 'Road', on: ['concert', 'event'], forms: 'road', who: 'des roads', many: 'roads', posts: [6, 10], pay: 'hourly',
    text: "Déchargement, poussage, montage et démontage : deux équipes se relaient, de jour puis de nuit, autour de deux semi-remorques.",
    wanted: ['des chaussures de sécurité et des gants', 'une bonne condition physique', 'un goût du travail bien rangé'],
  },
  {
    trade: 'Pyrotechnicien / Pyrotechnicienne', on: ['park', 'event', 'street'], pay: 'day',
    text: "Vous préparez et tirez les effets de flamme et d'artifice, synchronisés sur la musique, avec deux assistants.",
    wanted: ["un certificat de qualification F4-T2 de niveau 2", 'une rigueur documentaire', 'une connaissance des sites classés ou boisés'],
  },
  {
    trade: 'Armurier / Armurière spectacle', production: 'cote-112', forms: ['armurier de spectacle', 'armurière de spectacle'], pay: 'crew',
    text: "Fusils neutralisés, baïonnettes factices, revolvers d'ordonnance : vous en assurez l'entretien, la garde et la manipulation.",
    wanted: ['les autorisations en vigueur', 'une pédagogie ferme auprès des interprètes', 'une tenue rigoureuse du registre'],
  },
  {
    trade: 'Ensemblier / Ensemblière spectacle', on: ['series', 'film'], forms: ['ensemblier', 'ensemblière'], pay: 'crew',
    text: "Vous meublez et habillez les décors, louez, chinez, inventez l'histoire de chaque objet et tenez l'inventaire.",
    wanted: ['une culture du meuble et des papiers', 'un réseau de loueurs et de brocanteurs', 'le permis B et une conduite de fourgon'],
  },
]
