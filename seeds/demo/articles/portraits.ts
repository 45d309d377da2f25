import type { ArticleText } from './types.ts'

/** Conversations with people of the demonstration: all are invented. */
export const portraitArticles: readonly ArticleText[] = [
  {
    title: "Idriss Belkacem : « Je retiens ceux qui écoutent »",
    slug: 'idriss-belkacem-je-retiens-ceux-qui-ecoutent',
    summary: "Directeur de casting aux Films du Réverbère bleu, il a vu passer quatre mille visages pour un seul rôle. Conversation sur l'art de choisir.",
    author: 'bonnaire',
    state: 'PUBLISHED',
    day: -3,
    body: `
<p>Son bureau donne sur une cour où l'on répare des accordéons. Aux murs, pas de portraits : des horaires de trains. Idriss Belkacem passe trois semaines par mois sur les routes, à chercher des gens qui ne savent pas encore qu'on les cherche.</p>
<h2>Comment commence une distribution ?</h2>
<p>Par une lecture à voix haute, toujours. Je lis le scénario seul, en faisant toutes les voix, très mal. J'entends alors ce que le texte demande : une lenteur, une brusquerie, une façon de se taire. Les descriptions m'intéressent peu. « Brune, la trentaine, lumineuse » : avec cela, on fait une file d'attente, pas un film.</p>
<h2>Vous cherchez depuis sept mois l'éclusière des <em>Eaux dormantes</em>.</h2>
<p>Il nous faut une femme que l'on croit depuis toujours au même endroit. J'ai rencontré des comédiennes remarquables, et aussi des marinières, une factrice, une cheffe de chœur. Ce qui me guide est assez simple : je regarde ce qui se passe quand l'autre parle. Jouer ses répliques, beaucoup y arrivent. Recevoir celles du partenaire, c'est plus rare. Je retiens ceux qui écoutent.</p>
<h2>Le casting sauvage est-il une mode ?</h2>
<p>C'est une responsabilité. Quand vous arrêtez quelqu'un dans la rue, vous dérangez une vie. Il faut expliquer, rappeler, préparer, et surtout ne pas disparaître ensuite. Nous avons désormais une personne chargée de l'après : six mois plus tard, elle téléphone. Certains veulent continuer, d'autres surtout pas, et c'est très bien ainsi.</p>
<blockquote><p>Un essai raté n'existe pas. Il existe des essais où l'on a mal posé la question.</p></blockquote>
<h2>Que dites-vous à quelqu'un qui n'est pas retenu ?</h2>
<p>La vérité, quand je la connais : l'autre rôle était déjà distribué avec une personne de votre âge, la voix ne s'accordait pas, la date bloquait. Neuf fois sur dix, le refus n'a rien à voir avec le talent. Je réponds à tout le monde, même tard. J'ai attendu trop de réponses quand j'étais comédien.</p>
<h2>Un conseil pour finir ?</h2>
<p>Arrivez en avance, habillez-vous comme un mardi, apprenez le texte et oubliez ma présence. Et si vous tremblez, tremblez : le personnage en fera peut-être quelque chose.</p>`,
  },
  {
    title: 'Blanche Roumestan, une vie à treize mètres de diamètre',
    slug: 'blanche-roumestan-une-vie-a-treize-metres-de-diametre',
    summary: "Ancienne voltigeuse, elle met en piste les spectacles du Cirque Mirobolle et monte encore le chapiteau avec la troupe. Portrait.",
    author: 'morvan',
    state: 'PUBLISHED',
    day: -23,
    body: `
<p>À six heures du matin, le terrain vague est encore gris. Une femme en ciré jaune compte les pinces à voix basse. Quarante-huit, quarante-neuf, cinquante. Blanche Roumestan dirige la piste du Cirque Mirobolle ; elle n'a jamais laissé personne d'autre compter les pinces.</p>
<p>Elle est entrée au cirque par une erreur d'aiguillage. À dix-neuf ans, étudiante en géographie, elle accompagne une amie à une audition d'école. L'amie a le trac, Blanche monte sur le trapèze pour lui montrer que ce n'est rien. On la retient, l'amie devient notaire. « Nous nous écrivons toujours. Elle relit mes contrats. »</p>
<h2>Tomber, puis regarder</h2>
<p>Douze ans de voltige, une épaule, deux opérations. La seconde lui interdit les portés. Elle s'assied alors au bord de la piste et prend des notes, d'abord par ennui, ensuite par passion. « De là-haut, je n'avais jamais vu un spectacle en entier. J'ai découvert qu'entre deux numéros, il y avait un métier. »</p>
<p>Ce métier, c'est la mise en piste : décider d'un ordre, d'un souffle, de ce qui se passe pendant que l'on démonte un agrès. « Le public regarde toujours l'endroit que l'on voudrait cacher. Alors je ne cache plus rien. Le démontage, chez nous, est le numéro que je préfère. »</p>
<h2>La troupe et la table</h2>
<p>Ils sont neuf, parfois douze, et vivent en roulotte huit mois sur douze. Chacun joue, monte, conduit, cuisine à son tour. Blanche Roumestan recrute peu et lentement. Elle demande une vidéo tournée en continu, sans montage, puis invite à dîner. « En une soirée, on sait si la personne passe le sel. Cela paraît idiot. Au sixième mois de tournée, ce ne l'est plus du tout. »</p>
<blockquote><p>La sécurité n'est pas le contraire du risque. C'est ce qui permet de le choisir.</p></blockquote>
<p>Elle est intraitable sur les registres, les longes, les heures de sommeil. Deux représentations ont été annulées la saison passée, pour un vent que le public n'avait pas senti. « On m'a reproché d'être prudente. J'ai répondu que je comptais bien l'être encore demain. »</p>
<h2>Et maintenant</h2>
<p>Elle prépare une nouvelle création, <em>Sous la toile, le vent</em>, et cherche un porteur ou une porteuse, des musiciens, un clown. Le chapiteau est levé, il est neuf heures. Blanche Roumestan ôte son ciré, s'assied au centre de la piste vide, treize mètres tout autour, et compte à nouveau, dans l'autre sens.</p>`,
  },
  {
    title: "Hélène Mugnier, l'oreille absolue des camions",
    slug: 'helene-mugnier-l-oreille-absolue-des-camions',
    summary: "Régisseuse générale d'un orchestre symphonique, elle fait voyager soixante-deux musiciens, quatre timbales et un célesta. Rencontre.",
    author: 'nguyen',
    state: 'PUBLISHED',
    day: -47,
    body: `
<p>Le concert est à vingt heures, mais la journée d'Hélène Mugnier a commencé la veille, par un coup de téléphone : le pont qui mène à la salle est fermé aux poids lourds. Elle a rappelé dix minutes plus tard avec un autre itinéraire, deux camionnettes et l'accord du gardien. « Mon métier consiste à ce que personne ne sache que j'ai un métier », dit-elle.</p>
<h2>De la flûte au hayon</h2>
<p>Elle a fait des études de flûte, jusqu'au bout, avec un prix. Puis elle a remplacé une collègue à la régie pendant un été, et elle n'est jamais repartie. « Je jouais correctement. Mais je voyais tout le temps les chaises mal placées. » Elle lit donc les partitions que l'on installe : elle sait qu'il faut de la place derrière les contrebasses, que le deuxième basson change d'instrument à la mesure 112, que le célesta ne supporte pas le courant d'air de la porte gauche.</p>
<h2>Une semaine ordinaire</h2>
<ul>
<li>Lundi, les plans de scène des trois prochains programmes.</li>
<li>Mardi, répétition, et une chaise qui grince.</li>
<li>Mercredi, location d'une quatrième timbale et devis de transport.</li>
<li>Jeudi et vendredi, concerts, dont l'un à cent kilomètres.</li>
<li>Samedi, inventaire. Dimanche, en principe, rien.</li>
</ul>
<p>À quoi s'ajoutent les remplacements de dernière minute. Une violoniste souffrante à midi, et il faut trouver avant quinze heures quelqu'un qui connaisse l'ouvrage, habite à moins d'une heure et possède une tenue noire. Hélène Mugnier tient pour cela un fichier que l'on s'arrache, et qu'elle ne prête pas. « Chaque personne y a donné son accord, et chacune peut en sortir. C'est la moindre des choses. »</p>
<h2>Ce qu'elle attend d'une candidature</h2>
<p>« De la clarté. L'instrument, la formation, les œuvres jouées en orchestre, les dates possibles. Un enregistrement récent, même modeste. Et que l'on me dise si l'on conduit : cela ne change rien au son, mais beaucoup aux retours de nuit. »</p>
<blockquote><p>Un bon plateau, c'est un plateau où les musiciens ne pensent qu'à la musique.</p></blockquote>
<p>Ce soir-là, le public se lève. Dans la coulisse, une femme regarde sa montre, puis le ciel. Il reste à charger quatre timbales, une harpe et un célesta, et l'on annonce de la pluie. Elle sourit : la bâche est dans le camion depuis mardi.</p>`,
  },
]
