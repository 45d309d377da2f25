import type { Brief } from '../types.ts'

export const postProductionBriefs: readonly Brief[] = [
  {
    trade: 'Chef monteur / Cheffe monteuse audiovisuel', on: ['film', 'documentary'], forms: ['chef monteur', 'cheffe monteuse'], pay: 'crew',
    text: "Vous montez le film en quatorze semaines, avec un premier visionnage à la cinquième et un temps réel de recherche.",
    wanted: ['une expérience du poste en fiction ou en documentaire', 'un regard indépendant', 'une grande écoute'],
  },
  {
    trade: 'Monteur / Monteuse audiovisuel', on: ['broadcast', 'variety'], forms: ['monteur', 'monteuse'], pay: 'crew',
    text: "Vous enchaînez sujets courts, bandes-annonces et formats pour le web, avec un habillage existant.",
    wanted: ['une rapidité sans perte de sens', 'des notions d’étalonnage et de mixage', 'une autonomie dans la recherche musicale'],
  },
  {
    trade: 'Assistant monteur / Assistante monteuse audiovisuel', on: ['series', 'film'], forms: ['assistant monteur', 'assistante monteuse'], pay: 'crew',
    text: "Synchronisation, classement, conformation : vous préparez la matière et gardez la mémoire du montage.",
    wanted: ['une rigueur de bibliothécaire', 'une bonne connaissance des formats', 'une envie de monter des séquences d’essai'],
  },
  {
    trade: 'Monteur / Monteuse son', on: ['film', 'short', 'voice'], forms: ['monteur son', 'monteuse son'], pay: 'crew',
    text: "Directs, ambiances et effets : vous construisez l'espace sonore en amont du mixage, avec une bibliothèque en partie à enregistrer.",
    wanted: ['une imagination sonore', 'une pratique du multicanal', 'une livraison conforme aux normes de diffusion'],
  },
  {
    trade: 'Mixeur / Mixeuse', on: ['film', 'series'], pay: 'day',
    text: "Vous mixez la version destinée aux salles ou à l'antenne et ses déclinaisons, en auditorium puis à distance.",
    wanted: ['une expérience du mixage immersif', 'une exigence sur les dialogues', 'une bonne tenue des délais'],
  },
  {
    trade: 'Bruiteur / Bruiteuse', production: 'ficelle-bobine', pay: 'day',
    text: "Ciseaux, boutons que l'on coud, pas de chiffon sur un parquet : la liste est longue, et chaque son doit être joué comme un rôle.",
    wanted: ['une collection d’objets fournie', 'une synchronisation au regard', 'une inventivité sans esbroufe'],
  },
  {
    trade: 'Illustrateur / Illustratrice sonore', on: ['broadcast', 'radio', 'documentary'], forms: ['illustrateur sonore', 'illustratrice sonore'], pay: 'day',
    text: "Vous proposez, calez et négociez les musiques, entre catalogues, archives et compositions originales.",
    wanted: ['une culture musicale étendue', 'une connaissance des droits', 'une capacité à surprendre'],
  },
  {
    trade: 'Étalonneur / Étalonneuse numérique', on: ['film', 'short', 'clip', 'advert'], forms: ['étalonneur', 'étalonneuse'], pay: 'day',
    text: "De la référence posée avant tournage à la dernière retouche, vous donnez au film sa matière et sa continuité.",
    wanted: ['une sensibilité à la peau et à la nuit', "une pratique des espaces colorimétriques actuels", 'une salle calibrée, ou la nôtre'],
  },
  {
    trade: 'Monteur / Monteuse sous-titres', on: ['broadcast', 'documentary'], forms: ['monteur de sous-titres', 'monteuse de sous-titres'], pay: 'day',
    text: "Vous repérez et calez sous-titres et sous-titrage pour sourds et malentendants, à partir d'une transcription fournie.",
    wanted: ['une maîtrise des normes de lisibilité', 'une orthographe parfaite', 'une autonomie à distance'],
  },
  {
    trade: 'Sound designer / Designer sonore', production: 'cendres-ilmar', forms: ['sound designer', 'designer sonore'], who: 'un ou une sound designer', pay: 'day',
    text: "Créatures, machines, vents : vous inventez des sons qui n'existent pas et qui semblent pourtant familiers.",
    wanted: ['une bande démo commentée', 'une pratique de la synthèse et de l’enregistrement de terrain', 'un travail en cycles courts'],
  },
  {
    trade: "Animateur / Animatrice 2D (films d'animation)", production: 'comete-chat', forms: ['animateur 2D', 'animatrice 2D'], many: 'animateurs et animatrices 2D', posts: [4, 6], contract: 'CDD', pay: 'monthly',
    text: "Vous animez des plans de personnages, en dessin image par image ou en marionnette numérique, sous la direction du chef animateur.",
    wanted: ['une bande démo centrée sur le jeu', 'un sens du poids et de la pose', 'une productivité régulière'],
  },
  {
    trade: "Animateur / Animatrice 3D (films d'animation)", production: 'glacier', forms: ['animateur 3D', 'animatrice 3D'], many: 'animateurs et animatrices 3D', posts: [3], contract: 'CDD', pay: 'monthly',
    text: "Effondrements, cordées lointaines, oiseaux : vous animez ce que la caméra ne pouvait pas filmer, toujours au service du plan réel.",
    wanted: ['une observation fine du mouvement naturel', 'une expérience de l’intégration', 'une maîtrise du logiciel du studio ou d’un équivalent'],
  },
  {
    trade: "Animateur / Animatrice volume (films d'animation)", production: 'ficelle-bobine', forms: ['animateur en volume', 'animatrice en volume'], many: 'animateurs et animatrices en volume', posts: [4], contract: 'CDD', pay: 'monthly',
    text: "Quatre à six secondes par jour, deux poupées de chiffon et beaucoup d'épingles : vous animez sur l'un des six plateaux.",
    wanted: ['une pratique de l’image par image', 'une patience à toute épreuve', 'des mains légères'],
  },
  {
    trade: "Décorateur / Décoratrice volume (films d'animation)", production: 'ficelle-bobine', forms: ['décorateur en volume', 'décoratrice en volume'], contract: 'CDD', pay: 'monthly',
    text: "Tiroirs, mercerie, toits de la ville vus par la fenêtre : vous construisez à l'échelle d'un sixième un atelier où tout s'ouvre.",
    wanted: ['une expérience de la maquette', 'une débrouillardise dans les matériaux', 'un sens de l’usure et du détail'],
  },
  {
    trade: "Story-boarder (films d'animation)", production: 'comete-chat', forms: 'story-boarder', who: 'un ou une story-boarder', pay: 'day',
    text: "Vous traduisez le scénario en images, trouvez les cadres, le rythme et quelques gags que personne n'avait écrits.",
    wanted: ['un dessin rapide et lisible', 'une grammaire du découpage', 'une humeur égale devant les corrections'],
  },
  {
    trade: "Graphiste dessinateur / Graphiste dessinatrice (films d'animation)", production: 'peuple-racines', forms: ['dessinateur de personnages', 'dessinatrice de personnages'], contract: 'CDD', pay: 'monthly',
    text: "Un peuple entier est à dessiner : familles, costumes, outils et expressions, dans une ligne souple proche de la gravure.",
    wanted: ['un dossier de personnages', 'une connaissance des besoins de l’animation', 'un trait qui sait se plier à celui des autres'],
  },
  {
    trade: "Modélisateur / Modélisatrice 3D (films d'animation)", production: 'glacier', forms: ['modélisateur 3D', 'modélisatrice 3D'], contract: 'CDD', pay: 'monthly',
    text: "À partir de relevés photogrammétriques, vous reconstruisez séracs, moraines et rues ensevelies.",
    wanted: ['une maîtrise des environnements naturels', 'une topologie propre', 'une bonne gestion des très gros volumes de données'],
  },
  {
    trade: "Opérateur / Opératrice compositing (films d'animation)", production: 'glacier', forms: ['opérateur compositing', 'opératrice compositing'], many: 'opérateurs et opératrices compositing', posts: [2], contract: 'CDD', pay: 'monthly',
    text: "Vous assemblez prises réelles et images calculées, avec une neige et une brume qui ne pardonnent rien.",
    wanted: ['une expérience du long métrage', 'un œil de photographe', 'une rigueur dans les scripts partagés'],
  },
  {
    trade: "Motion designer (films d'animation)", production: 'house-agence-bergamote', forms: 'motion designer', who: 'un ou une motion designer', contract: 'CDI', pay: 'monthly',
    text: "Vous concevez habillages, génériques et formats courts pour les clients de l'agence, du dessin animé à la typographie en mouvement.",
    wanted: ['un goût typographique sûr', 'une autonomie du scénarimage à la livraison', 'un humour discret'],
  },
  {
    trade: "Technicien / Technicienne en capture de mouvement (films d'animation)", production: 'cendres-ilmar', forms: ['technicien en capture de mouvement', 'technicienne en capture de mouvement'], pay: 'crew', contract: 'CDDU',
    text: "Plusieurs scènes clés sont jouées en capture : vous équipez les interprètes, calibrez la salle et nettoyez les données.",
    wanted: ['une pratique des systèmes optiques', 'un bon contact avec les interprètes', 'une connaissance des moteurs de jeu'],
  },
]
