import type { Brief } from '../types.ts'

export const circusBriefs: readonly Brief[] = [
  {
    trade: 'Acrobate', on: ['circus', 'park', 'street'], who: 'un ou une acrobate', many: 'acrobates', posts: [2, 3],
    text: "Acrobatie au sol, banquine ou main à main : vous composez avec le groupe les figures du spectacle et participez au montage de la structure.",
    wanted: ['une école de cirque ou une expérience équivalente', 'une confiance partagée dans les portés', 'une préparation physique suivie'],
  },
  {
    trade: 'Acrobate', production: 'rouages', who: 'des acrobates', many: 'acrobates', posts: [3], as: 'roue, bascule et mât chinois',
    text: "Trois places restent ouvertes autour de la machine de bois. Six semaines de recherche précèdent la création, et chaque agrès y sera détourné de son usage.",
    wanted: ['une spécialité confirmée dans l’un des trois agrès', 'un intérêt pour la construction', 'une présence sur toute la résidence'],
  },
  {
    trade: 'Antipodiste', production: 'horizon-cirque', who: 'un ou une antipodiste',
    text: "Ombrelles, tapis ou balles géantes : vous présentez un numéro d'antipodisme de cinq à sept minutes, visible à trois cent soixante degrés.",
    wanted: ['un numéro prêt, filmé en continu', "une trinka personnelle", 'une souplesse sur l’ordre de passage'],
  },
  {
    trade: 'Artiste de cirque', on: ['circus', 'event', 'park'], who: 'un ou une artiste de cirque', many: 'artistes de cirque', posts: [2, 4],
    text: "Toutes disciplines, avec une préférence pour les propositions que nous n'avons encore jamais vues. Vous jouez aussi dans les tableaux collectifs.",
    wanted: ['un numéro de cinq à huit minutes', 'un goût pour la vie de troupe', 'une fiche technique à jour'],
  },
  {
    trade: 'Artiste de rue', on: ['street', 'event'], who: 'un ou une artiste de rue', many: 'artistes de rue', posts: [2, 5], contract: 'CES', pay: 'fee',
    text: "Vous proposez une forme déambulatoire ou un entresort de vingt minutes, autonome en son, jouable trois fois dans la même journée.",
    wanted: ['une structure de production pouvant céder le spectacle', 'une solide expérience de l’espace public', 'une solution de repli en cas de pluie'],
  },
  {
    trade: 'Artiste aérien / Artiste aérienne', on: ['cabaret', 'event'], who: 'un ou une artiste de disciplines aériennes', forms: ['artiste aérien', 'artiste aérienne'], many: 'artistes de disciplines aériennes', posts: [1, 2],
    text: "Tissu, cerceau ou sangles, à sept mètres du sol : votre numéro ouvre la seconde partie, sur une musique jouée en direct.",
    wanted: ['un matériel aux normes et ses certificats', 'une aptitude à adapter le numéro à la musique', 'une expérience du gréage en lieu non dédié'],
  },
  {
    trade: 'Circassien / Circassienne', on: ['stage', 'opera', 'street'], many: 'circassiens et circassiennes', posts: [2],
    text: "La mise en scène souhaite que des corps volent, tombent et se rattrapent au milieu des interprètes, sans que cela ressemble à un numéro.",
    wanted: ['une polyvalence entre sol et aérien', 'un intérêt pour le texte et la musique', 'une capacité à écrire hors des figures connues'],
  },
  {
    trade: 'Cascadeur / Cascadeuse', production: 'forge-dragons', many: 'cascadeurs et cascadeuses', posts: [8], contract: 'CDD', pay: 'monthly',
    text: "Combats à l'épée, chutes de six mètres, torche humaine pour les plus qualifiés : quatre représentations par jour, entraînement quotidien compris.",
    wanted: ['une expérience du combat scénique', 'une condition physique vérifiée par la médecine du travail', "une formation aux effets de feu, possible sur place"],
  },
  {
    trade: 'Cascadeur / Cascadeuse', on: ['series'], pay: 'day',
    text: "Chutes dans l'escalier, bagarre et percussion à faible vitesse : vous réglez puis exécutez trois actions, pour votre compte ou en doublant un rôle.",
    wanted: ['une polyvalence justifiée par une bande démo', 'une expérience de réglage avec caméra', 'une assurance à jour'],
  },
  {
    trade: 'Clown', production: 'toile-vent', who: 'un ou une clown',
    text: "Vous assurez le fil du spectacle : entrée du public, reprises entre les numéros et une grande entrée de douze minutes à créer.",
    wanted: ['un personnage de clown déjà vivant', 'une écoute du public minute par minute', 'un instrument de musique, si possible'],
  },
  {
    trade: 'Clown', production: 'baleine-placard', who: 'un ou une clown',
    text: "Le spectacle repose sur un clown presque silencieux, qui ouvre des portes et découvre un secret beaucoup trop grand. Deux séances par jour au plus.",
    wanted: ['une pratique du clown délicat, sans agitation', 'une expérience de la petite enfance', 'une autonomie dans la manipulation du son'],
  },
  {
    trade: 'Contorsionniste', on: ['cabaret', 'circus'], who: 'un ou une contorsionniste',
    text: "Un numéro d'une grande lenteur, éclairé par une seule source, doit suspendre la soirée pendant six minutes.",
    wanted: ['une technique sûre et un échauffement autonome', 'une écriture sans effet de foire', 'une plateforme personnelle ou un gabarit à fournir'],
  },
  {
    trade: 'Cracheur / Cracheuse de feu', on: ['street', 'park', 'event'],
    text: "Feu et manipulation d'objets enflammés : vous intervenez dans le final, en extérieur, sous le contrôle d'un référent sécurité.",
    wanted: ['une attestation d’assurance mentionnant les effets de feu', 'des produits conformes et leurs fiches', 'une tenue ignifugée'],
  },
  {
    trade: 'Échassier / Échassière', on: ['street', 'event', 'park'], many: 'échassiers et échassières', posts: [2, 4, 6],
    text: "Sur échasses de un mètre à un mètre vingt, vous accompagnez le cortège, ouvrez la foule et dansez deux stations réglées.",
    wanted: ['deux ans de pratique régulière', 'des échasses personnelles en bon état', 'une vraie douceur dans le contact avec les enfants'],
  },
  {
    trade: 'Écuyer / Écuyère', production: 'cavales', many: 'écuyers et écuyères', posts: [3], contract: 'CDD', pay: 'monthly',
    text: "Dressage, poste hongroise et soins quotidiens : chaque artiste a la charge de deux chevaux, de l'écurie à la piste.",
    wanted: ['un galop 7 ou un niveau équivalent', 'une approche respectueuse du cheval', 'une capacité à jouer la comédie'],
  },
  {
    trade: 'Cavalier dresseur / Cavalière dresseuse de chevaux', production: 'bal-feux', forms: ['cavalier dresseur', 'cavalière dresseuse'], pay: 'day',
    text: "Vous préparez deux chevaux à la présence d'une équipe, d'un orchestre ou de projecteurs, et doublez un rôle à cheval.",
    wanted: ['une expérience du spectacle ou de l’image', 'un camion et des chevaux calmes', 'une assurance professionnelle'],
  },
  {
    trade: 'Voltigeur / Voltigeuse', production: 'cavales', many: 'voltigeurs et voltigeuses', posts: [2],
    text: "Voltige cosaque et voltige en cercle, avec un duo créé pour le spectacle sur deux chevaux au galop.",
    wanted: ['une expérience de la voltige équestre en public', 'une réception au sol très sûre', "l'envie de s'essayer au jeu d'acteur"],
  },
  {
    trade: 'Porteur / Porteuse acrobatique', production: 'toile-vent', forms: ['porteur acrobatique', 'porteuse acrobatique'],
    text: "Base d'un trio de main à main, vous portez, rattrapez et manipulez les grandes voiles. Le spectacle tourne en roulotte huit mois par an.",
    wanted: ['une expérience de porteur ou de porteuse', 'un sens développé de la sécurité', 'un goût prononcé pour la vie nomade'],
  },
  {
    trade: 'Équilibriste', on: ['circus', 'event', 'cabaret'], who: 'un ou une équilibriste',
    text: "Équilibres sur cannes, sur objets ou sur fil souple : le numéro doit pouvoir se jouer à deux mètres des premiers rangs.",
    wanted: ['un numéro de six minutes', 'un agrès autonome', 'une présence calme et complice'],
  },
  {
    trade: 'Fildefériste', production: 'horizon-cirque', who: 'un ou une fildefériste',
    text: "Sur un fil à deux mètres cinquante, vous dansez, tombez et discutez avec l'orchestre. La chute fait partie de l'écriture.",
    wanted: ['un agrès personnel', 'une formation musicale, même modeste', 'un engagement sur toute la saison'],
  },
  {
    trade: 'Funambule', on: ['street', 'event'], who: 'un ou une funambule',
    text: "Une traversée de quatre-vingts mètres, à douze mètres de haut, relie deux bâtiments à la tombée du jour.",
    wanted: ['des traversées comparables déjà réalisées', 'une équipe technique habilitée', 'un dossier de sécurité complet'],
  },
  {
    trade: 'Illusionniste', on: ['cabaret', 'event', 'musical'], who: 'un ou une illusionniste',
    text: "Vous concevez deux effets de grande illusion intégrés au spectacle, et formez les interprètes qui les exécuteront.",
    wanted: ['des effets originaux ou sous licence', 'une bonne collaboration avec les ateliers', 'une discrétion absolue'],
  },
  {
    trade: 'Jongleur / Jongleuse', on: ['circus', 'street', 'cabaret'],
    text: "Balles, massues ou objets du quotidien : nous cherchons une jongleuse ou un jongleur capable de jongler dans le vent et de parler en même temps.",
    wanted: ['un style personnel', 'une adaptation aux contraintes de plein air', 'une aptitude au jeu burlesque'],
  },
  {
    trade: 'Magicien / Magicienne', on: ['event', 'cabaret'],
    text: "De table en table puis en scène, vous alternez magie rapprochée et un final de dix minutes conçu pour l'occasion.",
    wanted: ['une élégance dans l’échange', 'une adaptation aux langues du public', 'un final personnel, sans animaux'],
  },
  {
    trade: 'Mentaliste', on: ['event', 'cabaret'], who: 'un ou une mentaliste',
    text: "Un numéro de trente minutes est attendu, construit autour de l'univers de la soirée et sans complice dans la salle.",
    wanted: ['une démonstration filmée devant un vrai public', 'un propos bienveillant', "l'accord pour une répétition sur place"],
  },
  {
    trade: 'Prestidigitateur / Prestidigitatrice', production: 'gare-centrale', pay: 'day',
    text: "Vous réglez une dizaine d'escamotages glissés dans le jeu, billets, horloges et valises, et les transmettez aux huit interprètes.",
    wanted: ['une pédagogie patiente', "une connaissance des conditions de la scène", 'une présence pendant les trois premières semaines de répétition'],
  },
  {
    trade: 'Marionnettiste', production: 'monsieur-terre', who: 'un ou une marionnettiste',
    text: "Vous modelez et manipulez à vue, les mains dans l'argile, en duo avec la responsable artistique. Chaque représentation se termine par l'effacement des figures.",
    wanted: ['une pratique de la sculpture ou du modelage', 'une manipulation fine, sans castelet', 'une endurance au travail dans le froid de la terre mouillée'],
  },
  {
    trade: 'Marionnettiste', production: 'usine-reves', who: 'un ou une marionnettiste', many: 'marionnettistes', posts: [2, 3],
    text: "Marionnettes portées de taille humaine, manipulées à deux ou à trois : la coordination se travaille en regard, en souffle et en voix.",
    wanted: ['une expérience de la manipulation à plusieurs', 'une bonne condition physique', 'une voix travaillée'],
  },
  {
    trade: 'Mime', on: ['event', 'street'], who: 'un ou une mime',
    text: "Sans un mot et sans accessoire, vous faites exister un objet que personne ne voit ; le public doit y croire aussitôt.",
    wanted: ['une formation au mime corporel', 'une précision millimétrée', 'une expressivité lisible de près comme de loin'],
  },
  {
    trade: 'Patineur / Patineuse à roulettes', production: 'minuit-a7', forms: ['patineur à roulettes', 'patineuse à roulettes'], many: 'patineurs et patineuses à roulettes', posts: [2, 4],
    text: "Quads ou patins en ligne, vous tracez des figures de groupe dans un décor encombré, à la lueur de guirlandes.",
    wanted: ['un bon niveau de danse sur patins', 'des protections discrètes', 'une répétition la veille'],
  },
  {
    trade: 'Transformiste', on: ['comedy', 'cabaret', 'event'], who: 'un ou une transformiste',
    text: "Vous créez deux personnages pour la soirée, l'un chanté en direct, l'autre parlé, avec des changements à vue.",
    wanted: ['un univers à vous', 'une garde-robe et un maquillage autonomes', 'un esprit de troupe'],
  },
  {
    trade: 'Trapéziste', production: 'horizon-cirque', who: 'un ou une trapéziste', many: 'trapézistes', posts: [1, 2],
    text: "Trapèze ballant ou duo fixe, à neuf mètres : le numéro clôt la première partie, juste avant que l'orchestre ne se taise.",
    wanted: ['une longe et un longeur habituels, ou notre équipe', 'un engagement sur quatre mois', 'une présence aux entraînements du matin'],
  },
  {
    trade: 'Ventriloque', on: ['comedy', 'event', 'variety'], who: 'un ou une ventriloque',
    text: "Votre marionnette tient tête à l'animateur de la soirée et interpelle les invités. Interventions courtes, réparties sur deux heures.",
    wanted: ['une répartie à toute épreuve', 'un texte sans vulgarité', "deux personnages différents au moins"],
  },
  {
    trade: 'Fauconnier / Fauconnière', on: ['park'], contract: 'CDD', pay: 'monthly',
    text: "Vous avez la charge d'une volerie de douze oiseaux nés en captivité et présentez des vols au-dessus du public.",
    wanted: ['un certificat de capacité ou son obtention en cours', 'une connaissance du bien-être animal', 'un commentaire vivant au micro'],
  },
]
