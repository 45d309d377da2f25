import type { Brief } from '../types.ts'

export const techniqueBriefs: readonly Brief[] = [
  {
    trade: 'Créateur / Créatrice lumière', on: ['dance', 'stage', 'circus'], contract: 'AUT', pay: 'rights',
    text: "Vous concevez la lumière avec un parc modeste et beaucoup d'obscurité, et formez la régie qui la conduira en tournée.",
    wanted: ['un univers visuel affirmé', 'une attention à la sobriété électrique', 'une présence aux résidences de plateau'],
  },
  {
    trade: 'Régisseur / Régisseuse lumière', on: ['stage', 'dance', 'concert', 'musical', 'circus'], pay: 'hourly',
    text: "Vous adaptez le plan de feux à chaque salle, pointez, encodez et conduisez le spectacle.",
    wanted: ['une maîtrise des pupitres actuels', 'une habilitation électrique', 'une bonne écoute du plateau'],
  },
  {
    trade: 'Technicien / Technicienne lumière', on: ['event', 'variety', 'opera', 'street'], many: 'techniciens et techniciennes lumière', posts: [2, 4], pay: 'hourly',
    text: "Montage, pointage et démontage, avec des installations en extérieur et une part de lumières autonomes sur batterie.",
    wanted: ['une habilitation électrique à jour', 'une aptitude au travail en hauteur', 'un câblage propre et repéré'],
  },
  {
    trade: 'Pupitreur / Pupitreuse régie lumière', on: ['concert', 'cabaret', 'park'], forms: ['pupitreur lumière', 'pupitreuse lumière'], pay: 'hourly',
    text: "Vous encodez et restituez en direct un spectacle de quatre cents mémoires, synchronisé en partie au code temporel.",
    wanted: ['une grande rapidité d’encodage', 'le sens musical des transitions', 'une sauvegarde systématique'],
  },
  {
    trade: 'Poursuiteur / Poursuiteuse', on: ['musical', 'circus', 'opera'], many: 'poursuiteurs et poursuiteuses', posts: [2], pay: 'hourly',
    text: "Depuis la passerelle, vous suivez les solistes au visage, en douceur, avec des prises de relais invisibles.",
    wanted: ['une main sûre', 'une mémoire des trajets', "l'absence de vertige"],
  },
  {
    trade: 'Éclairagiste', on: ['event', 'fashion'], who: 'un ou une éclairagiste', pay: 'day',
    text: "Vous transformez un lieu brut en quelques lignes de lumière, sans accroche lourde et dans une journée de montage.",
    wanted: ['une expérience des lieux patrimoniaux', 'un matériel économe', 'un dialogue facile avec la scénographie'],
  },
  {
    trade: 'Électricien / Électricienne de plateau', on: ['film', 'short', 'series', 'advert', 'clip'], forms: ['électricien de plateau', 'électricienne de plateau'], pay: 'crew',
    text: "Vous préparez le camion, tirez les lignes, réglez les sources et sécurisez les installations de nuit.",
    wanted: ['une habilitation électrique', 'une expérience du groupe électrogène', 'une attention aux riverains'],
  },
  {
    trade: 'Directeur / Directrice de la photographie', on: ['film', 'short', 'documentary'], forms: ['directeur de la photographie', 'directrice de la photographie'], pay: 'crew',
    text: "Peu de lumière artificielle, beaucoup de repérages : vous construisez l'image avec la réalisation, du choix des optiques à l'étalonnage.",
    wanted: ['une bande démo de fiction ou de documentaire', 'un goût pour la lumière naturelle', 'une équipe que vous proposez en partie'],
  },
  {
    trade: 'Cadreur / Cadreuse', on: ['broadcast', 'variety', 'event'], many: 'cadreurs et cadreuses', posts: [1, 3], pay: 'crew',
    text: "À l'épaule ou sur pied, vous filmez en multicaméra, en suivant les indications de la réalisation et votre propre intuition.",
    wanted: ['une stabilité à l’épaule', 'une compréhension du montage', 'une écoute constante de l’intercom'],
  },
  {
    trade: 'Premier assistant opérateur / Première assistante opératrice', on: ['film', 'short', 'series', 'clip'], pay: 'crew',
    text: "Vous préparez la caméra et les optiques, faites le point et garantissez la qualité des images jusqu'au transfert.",
    wanted: ['une expérience du point en lumière basse', 'une connaissance des caméras grand capteur', 'une bonne entente avec la location'],
  },
  {
    trade: 'Deuxième assistant opérateur / Deuxième assistante opératrice', on: ['film', 'series', 'advert'], pay: 'crew',
    text: "Clap, magasins, batteries, rapports : vous tenez la rigueur de l'équipe caméra et apprenez le point à ses côtés.",
    wanted: ['une formation image', 'une organisation exemplaire', 'une première expérience de long métrage ou de série'],
  },
  {
    trade: 'Opérateur / Opératrice de drone', on: ['documentary', 'series', 'park', 'advert'], forms: ['télépilote de drone', 'télépilote de drone'], who: 'un ou une télépilote de drone', pay: 'day', contract: 'LIB',
    text: "Vous réalisez une douzaine de plans aériens, en extérieur dégagé, après dépôt des autorisations.",
    wanted: ['un certificat d’aptitude en cours de validité', 'une assurance professionnelle', "une bande démo qui raconte plus qu'elle n'impressionne"],
  },
  {
    trade: 'Technicien / Technicienne vidéo', on: ['stage', 'event', 'concert'], forms: ['technicien vidéo', 'technicienne vidéo'], pay: 'hourly',
    text: "Projection, caméras au plateau et calage d'images : vous installez et conduisez la vidéo du spectacle.",
    wanted: ['une maîtrise des logiciels de diffusion en temps réel', 'une méthode de dépannage', 'une connaissance des réseaux'],
  },
  {
    trade: 'Vidéo-jockey', on: ['concert', 'event', 'fashion'], who: 'un ou une vidéo-jockey', forms: 'vidéo-jockey', pay: 'day',
    text: "Vous mixez en direct une matière filmée sur place pendant la journée, au rythme de la musique et des déplacements du public.",
    wanted: ['une écriture visuelle personnelle', 'un matériel autonome', 'une collaboration étroite avec la lumière'],
  },
  {
    trade: 'Ingénieur / Ingénieure du son', production: 'heures-creuses', forms: ['ingénieur du son', 'ingénieure du son'], pay: 'crew',
    text: "De la prise directe au mixage, vous êtes responsable du son de bout en bout, avec une exigence particulière sur l'intelligibilité des voix.",
    wanted: ['une solide expérience de la voix', 'une oreille musicale', 'une documentation claire de vos réglages'],
  },
  {
    trade: 'Régisseur / Régisseuse du son', on: ['stage', 'dance', 'street', 'circus'], forms: ['régisseur son', 'régisseuse son'], pay: 'hourly',
    text: "Vous installez la diffusion, équipez les interprètes de micros et conduisez la bande-son, calée sur le jeu.",
    wanted: ['une pratique des micros sans fil', 'une expérience de la diffusion multicanale', 'une souplesse face aux acoustiques difficiles'],
  },
  {
    trade: 'Sonorisateur / Sonorisatrice', on: ['concert', 'street', 'event'], pay: 'hourly',
    text: "En façade ou aux retours, vous sonorisez de petites et moyennes formations, parfois sur batterie et en mouvement.",
    wanted: ['un réglage rapide et doux pour les oreilles', 'une connaissance de la réglementation sonore', 'un sens de l’accueil des musiciens'],
  },
  {
    trade: 'Chef opérateur / Cheffe opératrice du son', on: ['film', 'series', 'documentary'], forms: ['chef opérateur du son', 'cheffe opératrice du son'], pay: 'crew',
    text: "Vous enregistrez voix, ambiances et sons seuls, en privilégiant la perche et le silence du plateau.",
    wanted: ['un matériel personnel complet', 'une expérience des décors bruyants', 'une curiosité pour les ambiances locales'],
  },
  {
    trade: 'Perchiste', on: ['film', 'short', 'series'], who: 'un ou une perchiste', pay: 'crew',
    text: "Vous perchez des scènes dialoguées longues et des plans en mouvement, parfois dans des espaces très étroits.",
    wanted: ['une bonne lecture des scénarios et des cadres', 'une endurance physique', 'une discrétion absolue'],
  },
  {
    trade: 'Preneur / Preneuse de son', production: 'station-9', forms: ['preneur de son', 'preneuse de son'], pay: 'crew',
    text: "Vous installez un dispositif immersif, enregistrez les interprètes en mouvement et livrez des pistes prêtes à monter.",
    wanted: ['une pratique du son binaural ou ambisonique', 'une oreille attentive au jeu', 'un nommage irréprochable des fichiers'],
  },
  {
    trade: 'Backliner', production: 'tournee-sarment', who: 'un ou une backliner', pay: 'hourly',
    text: "Guitares, claviers, batterie : vous préparez, accordez et dépannez les instruments pendant toute la tournée.",
    wanted: ['des notions de lutherie et d’électronique', 'une rapidité de changement à vue', 'une bonne entente avec les musiciens'],
  },
  {
    trade: 'Technicien réalisateur / Technicienne réalisatrice radio', production: 'house-radio-garrigue', forms: ['technicien-réalisateur', 'technicienne-réalisatrice'], contract: 'CDD', pay: 'monthly',
    text: "Vous mettez en ondes les émissions en direct, réalisez les extérieurs et entretenez les deux studios.",
    wanted: ['une maîtrise de la console et de l’automate', 'une bonne réactivité au direct', 'un goût de la transmission'],
  },
]
