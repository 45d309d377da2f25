import type { Brief } from '../types.ts'

export const danceBriefs: readonly Brief[] = [
  {
    trade: 'Danseur / Danseuse danse classique', production: 'giselle', forms: ['danseur classique', 'danseuse classique'], many: 'danseurs et danseuses classiques', posts: [14], as: 'artistes invités',
    text: "Vous rejoignez le corps de ballet pour la série, avec quelques remplacements possibles dans les pas de six et les rôles de Wilis. Une audition à huis clos suit le cours du matin.",
    wanted: ['un niveau professionnel, pointes comprises pour les danseuses', 'une expérience de corps de ballet', 'une présence à la totalité des répétitions'],
  },
  {
    trade: 'Danseur / Danseuse danse classique', production: 'carmen', forms: ['danseur classique', 'danseuse classique'], many: 'danseurs et danseuses classiques', posts: [2, 4],
    text: "Vous dansez les divertissements et participez aux mouvements d'ensemble, aux côtés d'interprètes venus d'autres disciplines.",
    wanted: ['une technique classique solide', 'une expérience du travail avec un chef et un orchestre', "de l'aisance dans le jeu"],
  },
  {
    trade: 'Danseur / Danseuse danse contemporaine', production: 'tendons', forms: ['danseur contemporain', 'danseuse contemporaine'], many: 'danseurs et danseuses contemporains', posts: [3],
    text: "Une partie de la pièce se danse en cordée. Les premières semaines associent studio et falaise, avec une guide de haute montagne.",
    wanted: ['une pratique de la danse contact ou du porté', "l'absence de vertige", "l'envie d'un processus de création partagé"],
  },
  {
    trade: 'Danseur / Danseuse danse contemporaine', production: 'onze-manieres', forms: ['danseur contemporain', 'danseuse contemporaine'], many: 'danseurs et danseuses contemporains', posts: [4],
    text: "Chaque interprète signe l'un des onze tableaux et transmet, dans les villes d'accueil, une matière dansée à un groupe d'amateurs.",
    wanted: ['une maîtrise du sol et des chutes', "une expérience de la transmission", 'une parole claire en public'],
  },
  {
    trade: 'Danseur / Danseuse danse contemporaine', production: 'marees', forms: ['danseur contemporain', 'danseuse contemporaine'], many: 'danseurs et danseuses contemporains', posts: [5],
    text: "Trois univers, trois écritures : vous dansez dans deux pièces sur trois et remplacez dans la dernière.",
    wanted: ['une grande adaptabilité stylistique', 'une rapidité d’apprentissage', 'une bonne préparation physique, le sable sollicitant fortement les appuis'],
  },
  {
    trade: 'Danseur / Danseuse danse contemporaine', production: 'coeur-fossile', forms: ['danseur contemporain', 'danseuse contemporaine'], many: 'danseurs et danseuses contemporains', posts: [2], pay: 'day', as: "duo d'un plan-séquence",
    text: "Le duo, écrit sur la chanson entière, est filmé en une seule prise de quatre minutes. Quatre journées de répétition précèdent la journée de tournage.",
    wanted: ['une expérience du duo et des portés', 'une précision absolue des trajets', "l'aisance face à une caméra très proche"],
  },
  {
    trade: 'Danseur / Danseuse danses urbaines, hip-hop', production: 'plein-phare', forms: ['danseur hip-hop', 'danseuse hip-hop'], many: 'danseurs et danseuses hip-hop', posts: [4],
    text: "Popping, locking ou danse debout : le collectif cherche des personnalités plus que des spécialités. La création se fait de nuit, à la lumière des phares.",
    wanted: ['une gestuelle personnelle affirmée', 'une expérience de la scène autant que de la bataille', 'une curiosité pour le théâtre physique'],
  },
  {
    trade: 'Danseur / Danseuse danses urbaines, hip-hop', production: 'block-notes', forms: ['danseur hip-hop', 'danseuse hip-hop'], many: 'danseurs et danseuses hip-hop', posts: [3],
    text: "Vous dansez et encadrez les ateliers au collège, deux jours par semaine pendant la création. Les élèves sont coauteurs, à part entière, de ce que vous dansez.",
    wanted: ['une pédagogie éprouvée avec des adolescents', 'un ancrage en break ou en house', "une attestation d'honorabilité, demandée pour toute intervention auprès de mineurs"],
  },
  {
    trade: 'Danseur / Danseuse danses urbaines, hip-hop', production: 'sang-encre', forms: ['danseur hip-hop', 'danseuse hip-hop'], many: 'danseurs et danseuses hip-hop', posts: [8], pay: 'day',
    text: "Vous formez le groupe qui surgit dans le refrain : une phrase courte, très synchronisée, répétée la veille avec la chorégraphe.",
    wanted: ['une mémorisation rapide', 'une bonne synchronisation de groupe', 'une tenue sombre et des baskets propres'],
  },
  {
    trade: 'Danseur / Danseuse jazz, modern jazz', on: ['variety', 'cabaret'], forms: ['danseur modern jazz', 'danseuse modern jazz'], many: 'danseurs et danseuses modern jazz', posts: [2, 4, 6],
    text: "Vous rejoignez l'ensemble dansé, avec un tableau créé chaque mois et une reprise du répertoire existant.",
    wanted: ['un haut niveau en jazz, bases classiques appréciées', "une présence scénique généreuse", 'des notions de chant, bienvenues'],
  },
  {
    trade: 'Danseur / Danseuse de revue, music-hall, comédie musicale', production: 'noir-paillettes', forms: ['danseur de revue', 'danseuse de revue'], many: 'danseurs et danseuses de revue', posts: [6],
    text: "Six places sont ouvertes dans la troupe : quatre tableaux de groupe, un quadrille et des changements de costume en quarante secondes. La nudité n'est pas demandée.",
    wanted: ['une technique classique ou jazz', 'une tenue irréprochable de la ligne', 'une bonne résistance à six soirées par semaine'],
    contract: 'CDD', pay: 'monthly',
  },
  {
    trade: 'Danseur / Danseuse de revue, music-hall, comédie musicale', production: 'lady-garance', forms: ['danseur de comédie musicale', 'danseuse de comédie musicale'], many: 'danseurs et danseuses de comédie musicale', posts: [8],
    text: "L'ensemble joue teinturières, courtisans et marchands, dans des chorégraphies qui emploient cinquante mètres de tissu rouge.",
    wanted: ['trois disciplines : danse, chant de chœur, jeu', "une expérience des longues exploitations", 'une place de swing possible, à préciser dans la candidature'],
  },
  {
    trade: 'Danseur / Danseuse danses de variétés', on: ['variety'], forms: ['danseur de variétés', 'danseuse de variétés'], many: 'danseurs et danseuses de variétés', posts: [4, 6],
    text: "Vous accompagnez les chansons du plateau : une création par semaine, deux répétitions, un direct.",
    wanted: ['une aptitude à travailler vite', 'un style polyvalent, de la valse à la pop', "le sourire qui va avec, même au dixième filage"],
  },
  {
    trade: 'Danseur / Danseuse danses ethniques et traditionnelles', on: ['street', 'event', 'park'], forms: ['danseur de danses traditionnelles', 'danseuse de danses traditionnelles'], many: 'danseurs et danseuses de danses traditionnelles', posts: [2, 4],
    text: "Vous menez le public dans la danse : bourrées, gavottes, sardanes ou maloya selon les lieux, avec une démonstration puis une initiation.",
    wanted: ['une pratique vivante d’au moins deux traditions', 'une pédagogie joyeuse', 'un costume de scène personnel'],
  },
  {
    trade: 'Danseur / Danseuse de danses de couple', on: ['event', 'variety'], forms: ['danseur de danses de couple', 'danseuse de danses de couple'], many: 'danseurs et danseuses de danses de couple', posts: [2, 4],
    text: "Tango, valse, rock : vous ouvrez le bal, invitez les timides et dansez deux démonstrations réglées dans la soirée.",
    wanted: ['un bon niveau de guidage ou de suivi', 'une élégance sans raideur', 'une candidature en couple de préférence, individuelle possible'],
  },
  {
    trade: 'Danseur / Danseuse de flamenco', production: 'carmen', forms: ['danseur de flamenco', 'danseuse de flamenco'], many: 'danseurs et danseuses de flamenco', posts: [1, 2],
    text: "Une scène entière vous est confiée, sur une musique jouée en direct, avec quelques mesures d'improvisation chaque soir.",
    wanted: ['un zapateado précis', "l'expérience du dialogue avec les musiciens", 'une paire de chaussures adaptée à un plateau de bois'],
  },
  {
    trade: 'Danseur vertical / Danseuse verticale', on: ['street', 'event', 'park'], forms: ['danseur vertical', 'danseuse verticale'], many: 'danseurs et danseuses de façade', posts: [2, 4],
    text: "En suspension sur une façade de dix-huit mètres, vous dansez un tableau de douze minutes sous la responsabilité d'un référent cordes.",
    wanted: ['une expérience de la danse en suspension', 'un certificat de cordiste, apprécié', 'une attention constante aux consignes de sécurité'],
  },
  {
    trade: 'Performeur / Performeuse', on: ['event'], forms: ['performeur', 'performeuse'],
    text: "Vous habitez l'espace pendant plusieurs heures, immobile ou presque, dans une partition de gestes très lents que le public découvre à son rythme.",
    wanted: ['une pratique de la performance ou de la danse butō', 'une grande endurance', "un dossier d'œuvres antérieures"],
  },
  {
    trade: 'Artiste chorégraphique', on: ['dance'], many: 'artistes chorégraphiques', posts: [1, 2],
    text: "Vous rejoignez la pièce pour ses dates de tournée, après un stage de transmission de trois semaines.",
    wanted: ['un parcours professionnel de cinq ans', 'une intelligence des partitions de groupe', 'une disponibilité complète sur les dates annoncées'],
  },
  {
    trade: 'Danseur / Danseuse', on: ['opera', 'musical', 'park', 'street'], many: 'danseurs et danseuses', posts: [2, 4, 6],
    text: "Sans style imposé, la chorégraphie demande des corps disponibles, à l'aise avec le jeu, l'accessoire et les entrées à contretemps.",
    wanted: ['une formation de danse toutes disciplines', 'une bonne écoute musicale', 'une expérience du plein air ou du plateau lyrique'],
  },
  {
    trade: 'Chorégraphe', on: ['musical', 'clip', 'variety', 'stage'],
    text: "Vous concevez l'ensemble des mouvements, du tableau réglé à la simple traversée, et transmettez votre écriture à des interprètes de niveaux très différents.",
    wanted: ['des réalisations visibles en ligne', 'une méthode claire avec des non-danseurs', 'le sens du cadre ou de la scène, selon le projet'],
    pay: 'rights', contract: 'AUT',
  },
  {
    trade: 'Assistant / Assistante du chorégraphe', on: ['dance', 'musical', 'opera'],
    text: "Vous notez, remontez, remplacez : la mémoire de la pièce vous est confiée, des premières improvisations aux raccords de tournée.",
    wanted: ['une expérience d’interprète', 'une grande rigueur d’observation', "la pratique de la captation d'étude"],
  },
  {
    trade: 'Maître / Maîtresse de ballet', production: 'house-grand-estuaire', contract: 'CDI', pay: 'monthly',
    text: "Vous donnez le cours quotidien, faites répéter le répertoire, établissez les distributions avec la direction et veillez à la santé des interprètes.",
    wanted: ['une carrière d’interprète au sein d’un ballet', "un diplôme d'État ou une équivalence d'enseignement", 'une bonne connaissance du répertoire classique et contemporain'],
  },
  {
    trade: 'Répétiteur / Répétitrice de ballet', on: ['dance', 'opera'],
    text: "Vous faites répéter les ensembles, nettoyez les unissons et préparez les doublures, en lien avec la direction du ballet.",
    wanted: ['un œil exact', 'une autorité bienveillante', 'une capacité à démontrer, au moins partiellement'],
  },
  {
    trade: 'Notateur / Notatrice en danse', on: ['dance'], contract: 'CDD', pay: 'monthly',
    text: "Vous établissez la partition écrite de la pièce en vue de son dépôt et de sa transmission à une école.",
    wanted: ['un diplôme en notation Laban ou Benesh', 'une expérience de suivi de création', 'une aisance avec les outils d’édition de partition'],
  },
  {
    trade: 'Directeur / Directrice artistique en danse', production: 'house-bitume-plumes', contract: 'CDD', pay: 'monthly', as: 'festival',
    text: "Vous imaginez la prochaine édition du festival de danses urbaines : programmation, batailles, scène amateur et rencontres.",
    wanted: ['un réseau étendu dans les danses hip-hop', 'une expérience de programmation', 'un attachement au travail de quartier'],
  },
]
