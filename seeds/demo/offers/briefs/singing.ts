import type { Brief } from '../types.ts'

export const singingBriefs: readonly Brief[] = [
  {
    trade: 'Chanteuse lyrique mezzo-soprano', production: 'carmen', sex: 'F', who: 'une mezzo-soprano', forms: 'mezzo-soprano', as: 'rôle-titre',
    text: "Carmen est ici contremaîtresse et meneuse de grève. Le rôle est en double distribution, avec trois représentations pour l'une et deux pour l'autre.",
    wanted: ['le rôle au répertoire, ou en cours d’étude avancée', 'un français chanté impeccable', 'de réelles qualités de danseuse'],
  },
  {
    trade: 'Chanteur lyrique ténor', production: 'carmen', sex: 'M', who: 'un ténor', forms: 'ténor', as: 'le Remendado et doublure de Don José',
    text: "Vous chantez le Remendado à toutes les représentations et assurez la couverture de Don José pendant les cinq semaines de répétitions.",
    wanted: ['une voix de ténor lyrique', 'une présence à toutes les répétitions scéniques', 'le grand air de Don José en audition'],
  },
  {
    trade: 'Chanteur lyrique baryton', production: 'flute-enchantee', sex: 'M', who: 'un baryton', forms: 'baryton', as: 'rôle de Papageno',
    text: "Papageno est le meneur de jeu de cette version : c'est à ce rôle que revient d'apprendre au public les ensembles qu'il chantera.",
    wanted: ['un abattage comique', 'une diction parlée aussi soignée que le chant', 'une disponibilité pour les séances scolaires du matin'],
  },
  {
    trade: 'Chanteuse lyrique soprano', production: 'flute-enchantee', sex: 'F', who: 'une soprano', forms: 'soprano', as: 'rôle de la Reine de la Nuit',
    text: "Les deux airs sont donnés dans le ton, sur un praticable mobile à trois mètres du sol.",
    wanted: ['des contre-fa sûrs et réguliers', 'une aisance en hauteur', "une expérience de la tournée"],
  },
  {
    trade: 'Chanteur lyrique basse', production: 'flute-enchantee', sex: 'M', who: 'une basse', forms: 'basse', as: 'rôle de Sarastro',
    text: "Sarastro, en bleu de travail et sans trône, doit imposer son calme à une salle de huit cents enfants.",
    wanted: ['un grave nourri jusqu’au fa', 'une ligne de chant noble et simple', 'un goût pour le jeune public'],
  },
  {
    trade: 'Chanteur lyrique contre-ténor', production: 'didon-enee', sex: 'M', who: 'un contre-ténor', forms: 'contre-ténor', as: 'rôle de la Magicienne',
    text: "La Magicienne, confiée à une voix de contre-ténor, surgit du public et mène la scène de chasse depuis les fenêtres de la galerie.",
    wanted: ['une pratique du répertoire anglais du XVIIe siècle', 'une ornementation personnelle', "de l'humour noir"],
  },
  {
    trade: 'Chanteuse lyrique alto contre-alto', production: 'romantiques', sex: 'F', who: 'une contralto', forms: 'contralto',
    text: "Vous tenez la partie d'alto solo et renforcez le pupitre dans les chœurs, sous la direction du chef ou de la cheffe de l'ensemble.",
    wanted: ['une voix ample dans le grave', 'une lecture à vue rapide', 'une expérience du chant à un par voix'],
  },
  {
    trade: 'Chanteur / Chanteuse lyrique', production: 'lumieres-versailles', forms: ['chanteur lyrique', 'chanteuse lyrique'], who: 'un chanteur ou une chanteuse lyrique', as: 'dessus ou haute-contre',
    text: "Vous chantez airs de cour et leçons de ténèbres, avec un théorbe et deux violes, souvent dans des acoustiques très réverbérées.",
    wanted: ['une spécialisation en musique ancienne', 'la prononciation restituée, ou l’envie de l’apprendre', 'une tenue de soliste dans un programme sans chef'],
  },
  {
    trade: 'Chanteur / Chanteuse soliste', production: 'romantiques', who: 'un ou une soliste', forms: ['chanteur soliste', 'chanteuse soliste'],
    text: "Vous assurez la partie vocale soliste d'un programme donné plusieurs fois, en salle puis lors d'un enregistrement diffusé.",
    wanted: ['un répertoire de mélodie ou de lied', 'une bonne tenue au micro', 'des enregistrements non retouchés'],
  },
  {
    trade: 'Choriste', production: 'carmen', who: 'des choristes', forms: 'choriste', many: 'choristes lyriques', posts: [16], as: 'renfort du chœur',
    text: "Vous renforcez les quatre pupitres du chœur de l'Opéra pour les grandes scènes de foule. Auditions par pupitre, avec un air et un déchiffrage.",
    wanted: ['une voix formée', "l'ouvrage en mémoire dès la première répétition scénique", 'une bonne mobilité en scène'],
  },
  {
    trade: 'Choriste', on: ['concert', 'variety', 'cabaret'], who: 'un ou une choriste', forms: 'choriste', many: 'choristes', posts: [2, 3],
    text: "Voix d'accompagnement, vous tenez les harmonies, doublez certains refrains et jouez de petites percussions.",
    wanted: ['une oreille harmonique très sûre', 'un timbre qui se fond', 'une aisance dans les petits pas de côté chorégraphiés'],
  },
  {
    trade: 'Choriste', production: 'minuit-a7', who: 'des choristes', forms: 'choriste', many: 'choristes', posts: [10], pay: 'extra', as: 'chœur du bal',
    text: "Vous formez le chœur qui entre à la fin du clip, en tenue de soirée, entre deux camions. Le chant est enregistré sur place et gardé au montage.",
    wanted: ['une pratique de chorale amateur ou professionnelle', 'une voix qui tient dehors, la nuit', 'une tenue habillée personnelle'],
  },
  {
    trade: 'Chanteur / Chanteuse', on: ['variety', 'cabaret', 'event'], many: 'chanteurs et chanteuses', posts: [1, 2],
    text: "Vous interprétez des chansons de tous répertoires, du standard au titre du moment, avec l'orchestre de la maison et des arrangements livrés la veille.",
    wanted: ['un large répertoire mémorisé', 'une rapidité de mise en place', 'un vrai contact avec la salle'],
  },
  {
    trade: 'Chanteur / Chanteuse de variétés', on: ['cabaret', 'event'], forms: ['chanteur de variétés', 'chanteuse de variétés'],
    text: "Trois sets de quarante minutes sont à construire avec les musiciens, en gardant de la place pour deux ou trois chansons à vous.",
    wanted: ['une tessiture étendue', "de l'aisance dans l'animation", 'un répertoire francophone fourni'],
  },
  {
    trade: 'Chanteur / Chanteuse de bals, soirées privées', production: 'bal-antipodes', forms: ['chanteur de bal', 'chanteuse de bal'],
    text: "Vous menez le bal avec l'accordéoniste : valses, cumbias et tubes de quatre décennies, annonces comprises. Quatre heures de musique par soirée, pauses déduites.",
    wanted: ['une expérience de l’orchestre de bal', 'le sens de la piste : savoir quand accélérer', "une deuxième compétence : percussion, guitare ou danse"],
  },
  {
    trade: 'Chanteur / Chanteuse de jazz et funk', on: ['event', 'cabaret'], forms: ['chanteur de jazz', 'chanteuse de jazz'],
    text: "En quartet ou avec une section de cuivres, vous portez un répertoire de standards et de soul, avec une large place à l'improvisation.",
    wanted: ['une maîtrise du scat et des grilles', 'un anglais chanté soigné', 'vos propres partitions transposées'],
  },
  {
    trade: 'Chanteur / Chanteuse de rap', production: 'block-notes', forms: ['rappeur', 'rappeuse'],
    text: "Vous mettez en bouche les textes des collégiens, en écrivez quelques-uns et tenez le micro au milieu des danseurs pendant toute la pièce.",
    wanted: ['un débit clair, intelligible sans sous-titres', 'une expérience d’atelier d’écriture', 'une présence physique prête à se laisser chorégraphier'],
  },
  {
    trade: 'Chanteur / Chanteuse de rock-pop', on: ['variety'], forms: ['chanteur pop-rock', 'chanteuse pop-rock'],
    text: "Vous rejoignez le groupe pour la scène et les passages à l'antenne, en voix principale sur un tiers des titres et en chœurs sur les autres.",
    wanted: ['une pratique de la guitare ou du clavier', 'une voix solide sur des concerts rapprochés', "l'envie de composer"],
  },
  {
    trade: 'Chanteur / Chanteuse de musique ethnique et traditionnelle', production: 'nuits-aquilon-prog', forms: ['chanteur traditionnel', 'chanteuse traditionnelle'], many: 'chanteurs et chanteuses de tradition orale', posts: [4], as: 'polyphonies',
    text: "Pour une création d'ouverture, quatre voix de traditions différentes, corse, occitane, sarde et kabyle, se répondent sans accompagnement.",
    wanted: ['une transmission directe d’au moins un répertoire', 'une oreille habituée aux tempéraments anciens', 'dix jours de résidence avant le concert'],
  },
  {
    trade: 'Chanteur / Chanteuse de revue, music-hall, comédie musicale', production: 'noir-paillettes', forms: ['chanteur de revue', 'chanteuse de revue'], contract: 'CDD', pay: 'monthly',
    text: "Meneur ou meneuse de revue, vous ouvrez et fermez le spectacle, chantez sept titres et présentez les numéros en français, en allemand et en anglais.",
    wanted: ['une voix de caractère', 'trois langues au moins au micro', 'un port de scène capable de supporter douze kilos de plumes'],
  },
  {
    trade: 'Chanteur / Chanteuse de revue, music-hall, comédie musicale', production: 'suzanne-aviateurs', forms: ['chanteur de comédie musicale', 'chanteuse de comédie musicale'], sex: 'F', as: 'rôle de Suzanne (alternance)',
    text: "Suzanne est une soprano légère qui swingue : neuf chansons, un solo de claquettes et une scène de vol suspendu.",
    wanted: ['une voix saine du la grave au si aigu', 'des claquettes de niveau avancé', "l'absence de vertige"],
  },
  {
    trade: 'Chef / Cheffe de chant', production: 'house-opera-rade', contract: 'CDD', pay: 'monthly',
    text: "Vous préparez les solistes au piano, jouez les répétitions scéniques et accompagnez les auditions du chœur.",
    wanted: ['un prix supérieur de piano ou de direction de chant', "l'allemand, l'italien et le français chantés", 'une réduction d’orchestre jouée avec imagination'],
  },
  {
    trade: 'Chef / Cheffe de chœur', on: ['opera', 'stage'],
    text: "Vous formez un chœur mêlant habitants et professionnels, de la mise en voix au concert, à raison de deux soirées par semaine.",
    wanted: ['un diplôme de direction de chœur', 'un plaisir communicatif', "la capacité d'arranger pour les voix présentes"],
  },
  {
    trade: 'Directeur / Directrice des chœurs', production: 'house-opera-rade', contract: 'CDI', pay: 'monthly',
    text: "Vous dirigez un chœur de vingt-six artistes permanents, recrutez les renforts, préparez les productions et développez une saison propre au chœur.",
    wanted: ['une expérience à la tête d’un chœur professionnel', 'une connaissance étendue du répertoire lyrique', 'des qualités de dialogue social'],
  },
  {
    trade: 'Régisseur / Régisseuse des chœurs', production: 'house-opera-rade', contract: 'CDD', pay: 'monthly', as: 'remplacement',
    text: "Convocations, placements, partitions, présences : vous organisez la vie quotidienne du chœur et le représentez dans les réunions de planning.",
    wanted: ['une lecture aisée de la musique', 'une bonne pratique des tableurs et des logiciels de planning', 'un caractère égal'],
  },
  {
    trade: 'Coach vocal / Coach vocale', on: ['musical', 'variety'], pay: 'crew',
    text: "Vous échauffez la distribution, suivez les voix fatiguées et préparez les doublures, en lien avec la direction musicale et, si besoin, un phoniatre.",
    wanted: ['une connaissance fine de la voix amplifiée', 'une formation en technique vocale', 'une présence deux jours par semaine'],
  },
  {
    trade: 'Beatboxeur / Beatboxeuse', on: ['street', 'variety'],
    text: "En solo au micro ou avec une station de boucles, vous fournissez toute la rythmique d'une séquence de vingt minutes.",
    wanted: ['un set de cinq minutes à présenter', 'une tenue rythmique parfaite au clic', 'une aptitude à dialoguer avec des interprètes en mouvement'],
  },
  {
    trade: 'Slameur / Slameuse', on: ['street', 'event'],
    text: "Vous écrivez et dites trois textes originaux, nourris de rencontres avec les habitants, et les reliez au reste du spectacle.",
    wanted: ['une écriture publiée ou déjà donnée en scène', 'une bonne projection sans micro', 'une expérience de la collecte de paroles'],
  },
]
