import type { ArticleText } from './types.ts'

export const rightsArticles: readonly ArticleText[] = [
  {
    title: "Intermittence : d'où viennent les 507 heures ?",
    slug: 'intermittence-d-ou-viennent-les-507-heures',
    summary: "Seuil, période de référence, cachets, date anniversaire : les notions de base pour suivre ses droits sans se perdre dans les sigles.",
    author: 'bonnaire',
    state: 'PUBLISHED',
    day: -12,
    body: `
<p>« Tu as tes heures ? » La question circule dans toutes les loges. Derrière elle, un régime d'assurance chômage adapté à des métiers où l'on change d'employeur plusieurs fois par mois. Cet article en présente les notions de base ; il ne remplace ni les textes ni une réponse de France Travail sur votre situation.</p>
<h2>Deux annexes, un même principe</h2>
<p>Le régime des intermittents figure dans deux annexes au règlement d'assurance chômage : l'annexe 8, pour les ouvriers et techniciens, et l'annexe 10, pour les artistes. Le mot « intermittent » ne désigne donc pas un métier ni un contrat particulier, mais une façon d'être indemnisé entre deux contrats. Le contrat, lui, est le plus souvent un CDD d'usage.</p>
<h2>507 heures sur douze mois</h2>
<p>Pour ouvrir des droits, il faut en principe justifier de 507 heures de travail au cours des douze mois qui précèdent la fin du dernier contrat retenu. Les heures déclarées par les employeurs relevant de l'une ou l'autre annexe peuvent être additionnées ; c'est ensuite l'annexe où vous avez le plus travaillé qui s'applique.</p>
<p>Pour les artistes, une partie de l'activité est payée au cachet. Un cachet est alors compté pour douze heures, quelle que soit la durée réelle de la représentation. Les répétitions sont déclarées en heures ou en cachets selon la façon dont elles ont été rémunérées : vérifiez-le sur chaque bulletin.</p>
<h2>Ce qui peut s'ajouter</h2>
<ul>
<li>Des heures d'enseignement de votre discipline, dans certains établissements et dans la limite d'un plafond annuel.</li>
<li>Certains congés et arrêts, notamment la maternité et l'adoption, pris en compte selon des règles particulières.</li>
<li>Une clause dite de rattrapage, soumise à conditions, pour qui manque le seuil de peu.</li>
</ul>
<h2>La date anniversaire</h2>
<p>Les droits sont ouverts jusqu'à une date anniversaire, fixée douze mois après la fin du contrat qui a servi à les ouvrir. À cette date, France Travail examine à nouveau votre situation. L'allocation elle-même dépend de l'annexe, des salaires, des heures et de paramètres révisés lors des négociations entre partenaires sociaux : pour un montant, seul le simulateur officiel fait foi.</p>
<h2>Trois réflexes</h2>
<p>Actualisez-vous chaque mois en déclarant tous vos contrats, même minuscules. Comparez les attestations transmises par vos employeurs avec vos bulletins. Et n'attendez pas le onzième mois pour compter : un tableau à jour, tenu dans un carnet ou sur un téléphone, vaut tous les bruits de couloir.</p>`,
  },
  {
    title: "Ce qu'une annonce de casting a le droit de demander",
    slug: 'ce-qu-une-annonce-de-casting-a-le-droit-de-demander',
    summary: "Sexe du rôle, âge de jeu, apparence : où passe la frontière entre une exigence artistique et une discrimination ?",
    author: 'sylla',
    state: 'PUBLISHED',
    day: -26,
    body: `
<p>Choisir un interprète, c'est choisir un corps, une voix, une présence. Le droit du travail ne l'ignore pas. Mais il rappelle qu'une offre de casting est une offre d'emploi, et que les règles contre les discriminations s'y appliquent comme ailleurs.</p>
<h2>Le principe</h2>
<p>Le Code du travail interdit d'écarter une personne d'un recrutement en raison de son origine, de son sexe, de son âge, de son état de santé, de son handicap, de ses opinions, de son orientation sexuelle et d'une longue liste d'autres critères, parmi lesquels l'apparence physique. Une différence de traitement n'est admise que si elle répond à une exigence professionnelle essentielle et déterminante, si l'objectif est légitime et l'exigence proportionnée.</p>
<h2>Le sexe du rôle</h2>
<p>Les métiers du spectacle connaissent une exception expresse : l'article R. 1142-1 du Code du travail permet de réserver un emploi à un sexe pour les artistes appelés à interpréter un rôle féminin ou un rôle masculin, pour les mannequins chargés de présenter des vêtements et des accessoires, et pour les modèles. Une annonce peut donc chercher une comédienne pour jouer Célimène. Elle ne peut pas chercher « une régisseuse » ou « un éclairagiste, homme de préférence ».</p>
<h2>L'âge</h2>
<p>Il est interdit de faire figurer dans une offre une limite d'âge supérieure, hors les cas prévus par les textes. L'usage du métier est d'indiquer un <strong>âge de jeu</strong> : l'âge que le personnage doit pouvoir paraître. Une interprète de quarante-cinq ans peut jouer trente-cinq ans ; c'est à l'essai de le dire, pas à la carte d'identité.</p>
<h2>L'apparence et l'origine</h2>
<p>C'est la frontière la plus délicate. Une contrainte liée au récit, à un raccord avec un autre interprète ou à un costume existant peut se justifier si elle est réellement déterminante pour le rôle. Une préférence générale ne le peut pas. La bonne méthode consiste à décrire le personnage et l'histoire, puis à laisser venir les propositions.</p>
<h2>Ce que l'on ne vous demandera pas</h2>
<ul>
<li>De payer pour passer un essai, figurer dans un fichier ou être recommandé.</li>
<li>Une photographie dénudée à l'appui d'une candidature.</li>
<li>Votre situation de famille, votre religion, un projet de grossesse.</li>
</ul>
<p>Si une annonce vous semble sortir du cadre, signalez-la-nous : nous relisons, nous demandons au client de corriger, et nous retirons si nécessaire. Le Défenseur des droits, l'inspection du travail et les organisations professionnelles peuvent aussi être saisis.</p>`,
  },
  {
    title: "Les papiers qu'un intermittent ne jette jamais",
    slug: 'les-papiers-qu-un-intermittent-ne-jette-jamais',
    summary: "Contrats, bulletins, attestations, congés spectacles : la liste courte des documents à garder, et pourquoi.",
    author: 'morvan',
    state: 'PUBLISHED',
    day: -41,
    body: `
<p>Vingt-trois employeurs en un an, quarante bulletins de paie, un carton à chaussures : la comptabilité d'un intermittent ressemble souvent à un décor en fin de tournée. Un peu d'ordre, une fois par mois, évite bien des nuits blanches.</p>
<h2>Le contrat</h2>
<p>Un CDD d'usage doit être écrit. Il mentionne notamment l'employeur, l'objet, les dates, le salaire et la convention collective. Demandez-le avant de commencer et gardez-en un exemplaire signé. En cas de désaccord, c'est la pièce que l'on vous réclamera en premier.</p>
<h2>Le bulletin de paie</h2>
<p>Il se conserve sans limite de durée, car il servira à reconstituer votre carrière au moment de la retraite. Vérifiez trois lignes : le nombre d'heures ou de cachets, la qualification, le salaire brut. Une erreur signalée dans le mois se corrige en un message ; deux ans plus tard, elle demande une enquête.</p>
<h2>L'attestation de l'employeur</h2>
<p>À la fin de chaque contrat, ou chaque mois, l'employeur transmet à France Travail une attestation qui déclare votre période de travail. Vous en recevez une copie. C'est elle qui alimente le décompte de vos droits : rapprochez-la de votre bulletin, heure par heure.</p>
<h2>Les congés spectacles</h2>
<p>Parce que les contrats sont courts, les congés payés ne sont pas versés par chaque employeur, mais par une caisse à laquelle il cotise, gérée par le groupe Audiens. À chaque engagement correspond un certificat d'emploi. Une demande par an permet de percevoir l'indemnité : beaucoup l'oublient, et c'est dommage.</p>
<h2>La santé au travail</h2>
<p>Le suivi médical des intermittents est assuré par un service spécialisé. L'attestation de suivi ou l'avis d'aptitude vaut pour plusieurs employeurs pendant sa durée de validité. Gardez-en une photographie dans votre téléphone : c'est le document que l'on oublie toujours sur la table de la cuisine.</p>
<h2>Et aussi</h2>
<ul>
<li>Les habilitations et certificats : électricité, hauteur, levage, plongée, équitation.</li>
<li>Les justificatifs de frais professionnels, si vous optez pour les frais réels.</li>
<li>Les contrats de cession de droits et les relevés des organismes de gestion collective.</li>
<li>Les attestations de formation, utiles pour le compte personnel et pour l'Afdas.</li>
</ul>
<p>Un dossier par année, un sous-dossier par employeur, un nom de fichier qui commence par la date : il n'en faut pas davantage. Et une copie ailleurs que sur l'ordinateur qui voyage avec vous.</p>`,
  },
  {
    title: 'Cession, coréalisation, coproduction : qui paie quoi ?',
    slug: 'cession-corealisation-coproduction-qui-paie-quoi',
    summary: "Trois contrats reviennent sans cesse entre compagnies et lieux. Un même spectacle, trois façons de partager le risque.",
    author: 'nguyen',
    state: 'PUBLISHED',
    day: -68,
    body: `
<p>Une compagnie a créé un spectacle, un théâtre veut l'accueillir. Entre les deux, un contrat. Selon sa forme, la recette, les salaires et le risque ne se trouvent pas du même côté. Petit lexique, à l'usage de celles et ceux qui signent pour la première fois.</p>
<h2>La cession</h2>
<p>Le producteur, ici la compagnie, vend une ou plusieurs représentations pour un prix fixe. Il fournit un spectacle entièrement monté et reste l'employeur du plateau artistique : c'est lui qui verse les salaires et les cotisations. Le lieu fournit la salle en ordre de marche, l'accueil, la promotion, la billetterie, et garde la recette. Si la salle est vide, le prix convenu reste dû : le risque est du côté de l'organisateur.</p>
<h2>La coréalisation</h2>
<p>Ici, les parties se partagent la recette selon un pourcentage convenu, parfois avec un minimum garanti en faveur de la compagnie. Chacune conserve ses charges : les artistes pour l'une, la salle et son personnel pour l'autre. Le risque est commun, mais il n'est pas égal : sans minimum garanti, une compagnie peut jouer trois semaines et perdre de l'argent. Avant de signer, il est sage de calculer combien de billets couvrent les salaires d'un soir.</p>
<h2>La coproduction</h2>
<p>Elle intervient plus tôt, au moment de la création. Un lieu apporte de l'argent, un atelier, des semaines de plateau ; il participe ainsi au montage financier du spectacle. Le contrat précise l'apport de chacun, qui tient la caisse, qui emploie, et ce que deviennent les recettes d'exploitation. Une coproduction s'accompagne souvent d'un contrat de cession distinct pour les représentations données dans le lieu.</p>
<h2>Les points à relire deux fois</h2>
<ul>
<li>Qui est l'employeur de chaque personne présente sur le plateau ?</li>
<li>Le prix est-il hors taxes, et les transports, repas et hébergements sont-ils inclus ?</li>
<li>Qui règle les droits d'auteur, et sur quelle assiette ?</li>
<li>Que se passe-t-il en cas d'annulation, de maladie, d'intempéries ?</li>
<li>Le producteur dispose-t-il d'un récépissé d'entrepreneur de spectacles en cours de validité ?</li>
</ul>
<h2>Une question de vocabulaire, pas seulement</h2>
<p>Appeler « cession » un accord où la compagnie ne touche qu'une part des entrées ne change rien à sa nature. Ce sont les clauses qui comptent. En cas de doute, les centres de ressources régionaux, les syndicats d'employeurs et les agences culturelles relisent volontiers un projet de contrat. Mieux vaut une heure de relecture qu'une saison de litige.</p>`,
  },
  {
    title: 'Engager un enfant : les étapes à ne pas brûler',
    slug: 'engager-un-enfant-les-etapes-a-ne-pas-bruler',
    summary: "Autorisation, horaires, école, rémunération : la présence de mineurs sur un plateau se prépare plusieurs mois à l'avance.",
    author: 'bonnaire',
    state: 'DRAFT',
    day: 9,
    body: `
<p>Un film se tourne rarement sans enfants, et un enfant ne s'engage jamais à la dernière minute. Le Code du travail interdit par principe l'emploi des moins de seize ans dans le spectacle ; il l'autorise au cas par cas. Voici les étapes, dans l'ordre, à l'intention des productions et des familles.</p>
<h2>Une autorisation, pour chaque enfant et chaque projet</h2>
<p>L'employeur dépose une demande auprès des services de l'État du département où il est établi. Le dossier comprend notamment le scénario ou le texte, le planning, l'accord écrit des représentants légaux, des informations sur la scolarité et un avis médical. Une commission examine la demande et peut entendre l'enfant. Le préfet décide. Il faut compter plusieurs semaines : la distribution des rôles d'enfants doit donc être arrêtée bien avant celle des adultes.</p>
<p>Les agences de mannequins qui disposent d'un agrément pour engager des enfants relèvent d'une procédure différente, à vérifier avec elles.</p>
<h2>Des journées courtes</h2>
<p>La durée de présence et de travail est limitée selon l'âge, avec des pauses obligatoires. Le travail de nuit est interdit, sauf dérogation étroite. En période scolaire, l'emploi du temps de l'école passe avant celui du tournage. Un plan de travail qui n'en tient pas compte ne sera pas autorisé.</p>
<h2>Quelqu'un pour veiller</h2>
<p>La présence d'une personne chargée des enfants, distincte de la mise en scène, est une bonne pratique et souvent une condition de l'autorisation. Elle connaît les horaires, prépare les scènes difficiles, prévient les parents et dit stop quand il faut. Les scènes de violence, de peur ou d'intimité demandent une préparation écrite, partagée avec la famille.</p>
<h2>L'argent de l'enfant</h2>
<p>L'enfant est salarié. La décision d'autorisation fixe la part de la rémunération laissée aux représentants légaux ; le reste est versé à la Caisse des dépôts, qui le gère jusqu'à la majorité ou l'émancipation. Cette règle protège l'enfant, et elle doit lui être expliquée.</p>
<h2>Ce que nous demandons à nos clients</h2>
<ul>
<li>Indiquer dans l'offre que l'engagement est soumis à autorisation.</li>
<li>Ne demander aucune vidéo publique : les essais d'enfants se transmettent par un lien privé.</li>
<li>S'adresser aux représentants légaux, jamais directement à l'enfant.</li>
</ul>
<p>Les règles détaillées évoluent ; celles de votre département vous seront données par l'administration compétente. Commencez par l'appeler : c'est la première étape, et la moins coûteuse.</p>`,
  },
]
