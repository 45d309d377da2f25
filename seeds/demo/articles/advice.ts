import type { ArticleText } from './types.ts'

export const adviceArticles: readonly ArticleText[] = [
  {
    title: "Une bande démo qui se regarde jusqu'au bout",
    slug: 'une-bande-demo-qui-se-regarde-jusqu-au-bout',
    summary: "Deux minutes, un visage, trois situations : ce que les équipes de casting attendent d'une bande démo, et ce qui leur fait appuyer sur pause.",
    author: 'bonnaire',
    state: 'PUBLISHED',
    day: -6,
    body: `
<p>Une directrice de casting qui prépare un long métrage reçoit plusieurs centaines de liens. Elle en ouvre la plupart, elle en regarde peu en entier. Ce n'est pas du mépris : c'est une journée de travail. Une bonne bande démo tient compte de cette journée-là.</p>
<h2>Commencer par vous</h2>
<p>Les dix premières secondes décident de la suite. Inutile de les confier à un générique animé, à un titre en lettres dorées ou à un plan large où l'on vous cherche parmi six personnes. Montrez votre visage, en gros plan ou en plan rapproché, dans une scène où vous parlez ou, mieux encore, où vous écoutez. Votre nom et un moyen de vous joindre suffisent, au début et à la fin.</p>
<h2>Peu d'extraits, bien choisis</h2>
<p>Deux minutes forment une bonne durée, trois un maximum. Trois ou quatre extraits contrastés valent mieux qu'une dizaine de fragments : on doit avoir le temps de comprendre la situation, de voir une pensée naître, puis changer. Placez le meilleur en tête. Gardez un registre léger et un registre grave, si vous disposez des deux, et n'ajoutez pas une publicité de huit secondes sous prétexte qu'elle était bien éclairée.</p>
<ul>
<li>Évitez les montages musicaux : on n'y entend jamais votre voix.</li>
<li>Retirez les scènes où votre partenaire joue mieux, ou plus longtemps, que vous.</li>
<li>Vérifiez le son au casque, puis sur un téléphone.</li>
</ul>
<h2>Et quand on n'a encore rien tourné ?</h2>
<p>Filmez une scène avec un ami, à la lumière d'une fenêtre, devant un mur neutre, avec un micro correct. Une scène simple et bien jouée sera toujours préférée à un court métrage bruyant dont on ne retient que les effets. Choisissez un texte qui vous va, contemporain de préférence, et faites-vous donner la réplique par quelqu'un qui reste hors champ, près de l'objectif.</p>
<blockquote><p>On ne cherche pas une performance. On cherche quelqu'un que l'on a envie de regarder encore.</p></blockquote>
<h2>Un lien, pas un fichier</h2>
<p>Hébergez la vidéo en ligne, sans mot de passe compliqué ni date d'expiration, et testez le lien depuis un autre ordinateur que le vôtre. Un fichier joint de deux cents mégaoctets ne passera pas. Datez enfin votre bande démo, et reprenez-la chaque année : un extrait de dix ans d'âge, même superbe, ne dit plus à quoi vous ressemblez ce matin.</p>`,
  },
  {
    title: 'Réussir un essai filmé chez soi',
    slug: 'reussir-un-essai-filme-chez-soi',
    summary: "L'essai à distance s'est imposé comme premier tour. Cadre, son, réplique, envoi : un mode d'emploi sans matériel coûteux.",
    author: 'morvan',
    state: 'PUBLISHED',
    day: -19,
    body: `
<p>Longtemps réservé aux productions étrangères, l'essai filmé chez soi est devenu le premier tour de beaucoup de distributions. Il a un avantage : vous pouvez recommencer. Il a un défaut : vous pouvez recommencer toute la nuit. Voici de quoi tenir en deux heures, installation comprise.</p>
<h2>Le cadre et la lumière</h2>
<p>Un téléphone récent suffit, posé à l'horizontale, à hauteur des yeux, sur un pied ou une pile de livres. Cadrez à la poitrine, sauf indication contraire. Placez-vous face à une fenêtre, jamais dos à elle, devant un fond uni que vous pourrez retrouver le lendemain si l'on vous demande une autre version. Éteignez le plafonnier : il creuse les yeux et n'aide personne.</p>
<h2>Le son d'abord</h2>
<p>On pardonne une image un peu terne, on ne pardonne pas une voix que l'on n'entend pas. Coupez le réfrigérateur, fermez les fenêtres, jetez une couverture au sol. Un petit micro branché sur le téléphone coûte moins cher qu'un aller et retour en train.</p>
<h2>La personne qui donne la réplique</h2>
<p>Elle se tient à côté de l'objectif, du côté où votre regard est le plus ouvert, et parle un peu moins fort que vous. Demandez-lui de jouer simplement, sans vous imiter. Si vous vivez loin de tout, une réplique par téléphone, au haut-parleur, vaut mieux qu'une voix enregistrée à l'avance : vous écouterez vraiment.</p>
<ul>
<li>Lisez deux fois les consignes : présentation, profils, nombre de prises, format du fichier.</li>
<li>Apprenez le texte assez bien pour pouvoir l'oublier ; gardez-le malgré tout à portée de main.</li>
<li>Envoyez deux propositions différentes si l'on vous y autorise, pas cinq variations de la même.</li>
</ul>
<h2>Se présenter</h2>
<p>La présentation n'est pas une épreuve d'éloquence. Votre nom, votre ville, ce que vous jouez en ce moment, vos disponibilités aux dates annoncées : vingt secondes. On y découvre surtout votre voix de tous les jours, et c'est souvent elle qui décide d'un rappel.</p>
<h2>Puis laisser partir</h2>
<p>Nommez le fichier avec votre nom et celui du rôle, envoyez-le avant l'heure limite, et passez à autre chose. Le silence ne dit rien de votre valeur : une distribution est un puzzle dont vous ne voyez qu'une pièce. Gardez en revanche une copie de votre essai. Vous la regarderez dans six mois, avec plus d'indulgence et plus de profit.</p>`,
  },
  {
    title: 'Figuration : votre première journée de tournage',
    slug: 'figuration-votre-premiere-journee-de-tournage',
    summary: "Convocation, costume, attente, paie : ce qui vous attend, heure par heure, quand vous faites de la figuration pour la première fois.",
    author: 'nguyen',
    state: 'PUBLISHED',
    day: -33,
    body: `
<p>La figuration est un vrai travail, salarié, avec un contrat et une fiche de paie. C'est aussi, pour beaucoup, une première porte ouverte sur les métiers du spectacle. Autant savoir ce qu'il y a derrière.</p>
<h2>La veille</h2>
<p>Vous recevez une convocation : une adresse, une heure, une tenue. L'heure est à prendre au sérieux, car le maquillage et les costumes travaillent à la chaîne. Préparez une pièce d'identité, votre carte Vitale, un relevé d'identité bancaire, de quoi lire et une batterie de téléphone. Si l'on vous a demandé trois tenues sans logo ni rayures fines, apportez trois tenues sans logo ni rayures fines : l'image les supporte mal, et la costumière vous en saura gré.</p>
<h2>Le matin</h2>
<p>À l'arrivée, le chef ou la cheffe de file vous pointe et vous remet un contrat. Lisez-le avant de signer : l'employeur, la date, le rôle, le salaire brut doivent y figurer, ainsi que ce qui concerne l'utilisation de votre image. Viennent ensuite le costume, la coiffure, parfois un peu de maquillage, puis l'attente.</p>
<blockquote><p>On est payé pour attendre, disent les anciens. On est surtout payé pour être prêt quand l'attente s'arrête.</p></blockquote>
<h2>Sur le plateau</h2>
<p>Un assistant vous donne une action simple : traverser, discuter, vous retourner. Retenez-la, car il faudra la refaire à l'identique pour chaque prise et chaque axe. Quelques règles valent partout :</p>
<ul>
<li>téléphone éteint, et aucune photographie du décor ni des interprètes ;</li>
<li>pas un regard à l'objectif, sauf si on vous le demande ;</li>
<li>quand vous devez parler sans être entendu, articulez en silence ;</li>
<li>on ne sollicite ni autographe ni conseil entre deux prises.</li>
</ul>
<p>N'hésitez pas, en revanche, à signaler ce qui ne va pas : un talon cassé, le froid, un malaise, un geste déplacé. La personne chargée de la figuration est là pour cela, et la loi vous protège comme tout salarié.</p>
<h2>Le soir</h2>
<p>Rendez le costume complet, faites signer votre heure de départ et gardez votre exemplaire du contrat. Le bulletin de paie et l'attestation destinée à France Travail vous parviennent ensuite ; conservez-les, même pour une seule journée. Et si l'expérience vous a plu, dites-le simplement à l'équipe : les bons figurants sont ceux que l'on rappelle.</p>`,
  },
  {
    title: 'Rédiger une offre qui attire les bonnes candidatures',
    slug: 'rediger-une-offre-qui-attire-les-bonnes-candidatures',
    summary: "Nos conseils aux producteurs et aux lieux : dire le projet, le travail, les dates et la paie, et laisser le reste aux essais.",
    author: 'sylla',
    state: 'WITHDRAWN',
    day: -52,
    body: `
<p>Nous lisons chaque semaine des dizaines d'offres avant de les publier. Les plus efficaces ne sont pas les plus longues : ce sont celles où l'on comprend en une minute si l'on est concerné. Voici ce qui les distingue.</p>
<h2>Nommer le projet</h2>
<p>« Production recherche comédiens » ne dit rien. Un titre, même provisoire, un genre, une phrase d'histoire et le nom de la personne qui met en scène ou réalise changent tout. Les artistes veulent savoir dans quel monde ils entrent. Si le projet est confidentiel, dites-le, et donnez au moins le format, la durée et le cadre de diffusion.</p>
<h2>Décrire le travail plutôt que la personne</h2>
<p>« Le rôle chante deux fois, accompagné d'un accordéon » est une information. « Belle personnalité solaire » n'en est pas une. Décrivez ce qu'il faudra faire, les compétences indispensables, les contraintes réelles : nuits, hauteur, eau froide, tournée. Pour un rôle, indiquez un âge de jeu et non un âge civil. Écartez tout critère qui n'est pas nécessaire à l'emploi : c'est plus juste, c'est plus prudent, et cela vous évitera de passer à côté d'une surprise.</p>
<h2>Donner les dates et la paie</h2>
<p>Trois questions reviennent dans tous les messages que nous recevons : quand, où, combien. Une fourchette vaut mieux que le silence, et la mention d'une convention collective ne remplace pas un montant.</p>
<ul>
<li>Les dates de répétition, de jeu ou de tournage, avec celles des essais.</li>
<li>La ville, et ce qui est pris en charge pour qui n'y habite pas.</li>
<li>Le type de contrat et la rémunération brute, répétitions comprises.</li>
</ul>
<h2>Dire comment répondre</h2>
<p>Demandez peu de pièces, mais demandez-les précisément : un CV, deux photographies, un lien. Fixez une date limite qui vous laisse le temps de lire. Et annoncez ce qui suivra : un second tour, un atelier, une réponse à toutes et à tous ou seulement aux personnes retenues.</p>
<h2>Tenir parole</h2>
<p>Une offre pourvue doit être retirée le jour même, d'un geste. Elle disparaît alors du site et des flux de nos partenaires. Les candidats s'en souviennent, et ils reviennent plus volontiers vers les maisons qui ne laissent pas d'annonces fantômes derrière elles.</p>`,
  },
]
