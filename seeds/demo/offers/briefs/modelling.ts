import type { Brief } from '../types.ts'

export const modellingBriefs: readonly Brief[] = [
  {
    trade: 'Mannequin', production: 'terres-brulees', who: 'des mannequins', many: 'mannequins', posts: [18], contract: 'MAN', pay: 'model',
    text: "Dix-huit passages sont ouverts, en vêtements de femme et d'homme, pour une marche de groupe réglée par un chorégraphe. La maison fait défiler des personnes de tous âges adultes.",
    wanted: ['une démarche naturelle', 'une tolérance aux pigments et aux laines brutes', "la visite médicale prévue par le Code du travail pour les mannequins"],
  },
  {
    trade: 'Mannequin', production: 'alouette', who: 'des mannequins', many: 'mannequins', posts: [6], contract: 'MAN', pay: 'model',
    text: "Le catalogue présente des vêtements du 36 au 52, portés par des personnes qui rient, courent et s'assoient par terre.",
    wanted: ['un book récent ou quelques photographies sans retouche', "de l'aisance en mouvement", 'deux journées consécutives disponibles'],
  },
  {
    trade: 'Mannequin', on: ['photo'], who: 'un ou une mannequin', many: 'mannequins', posts: [2, 4], contract: 'MAN', pay: 'model',
    text: "Vous portez une dizaine de tenues par jour, en intérieur et en lumière naturelle, avec une équipe réduite et un rythme tranquille.",
    wanted: ['une expérience de la prise de vues', 'vos mensurations exactes', 'l’accord pour une utilisation de deux ans en ligne et en magasin'],
  },
  {
    trade: 'Mannequin cabine', production: 'atelier-12', who: 'un ou une mannequin cabine', contract: 'CDD', pay: 'monthly',
    text: "Vous assurez les séances d'essai et de présentation aux acheteurs, en taille 40 de vêtements de femme, trois jours par semaine.",
    wanted: ['une taille de confection 40 stable', 'une capacité à décrire le confort et le tombé', 'une ponctualité constante'],
  },
  {
    trade: "Mannequin d'essayage", production: 'atelier-12', who: "un ou une mannequin d'essayage", many: "mannequins d'essayage", posts: [3], contract: 'MAN', pay: 'model',
    text: "Les patrons de la ligne sont mis au point sur trois tailles : 36, 42 et 48. Votre avis sur l'aisance et le mouvement est attendu autant que votre présence.",
    wanted: ["l'une des trois tailles de confection demandées", 'une bonne tenue debout pendant des séances de deux heures', 'une disponibilité d’une demi-journée par semaine'],
  },
  {
    trade: 'Mannequin détail', on: ['photo', 'advert'], who: 'un ou une mannequin détail', contract: 'MAN', pay: 'model', as: 'mains',
    text: "Vos mains présentent bijoux, tissus et objets en très gros plan, avec des tenues de pose parfois longues.",
    wanted: ['des mains soignées, sans bijou permanent', 'une grande stabilité', 'des photographies récentes, de face et de profil'],
  },
  {
    trade: 'Mannequin haute couture', production: 'terres-brulees', who: 'un ou une mannequin haute couture', many: 'mannequins haute couture', posts: [4], contract: 'MAN', pay: 'model', as: 'pièces de final',
    text: "Quatre pièces de final, brodées à la main, seront ajustées sur vous pendant trois essayages avec la première d'atelier.",
    wanted: ['une expérience de la couture ou du défilé', 'un port ample et posé', 'une disponibilité pour les trois essayages'],
  },
  {
    trade: 'Mannequin sportif', production: 'alouette', who: 'un ou une mannequin sport', forms: 'mannequin sport', many: 'mannequins sport', posts: [2, 3], contract: 'MAN', pay: 'model',
    text: "Course, yoga ou escalade : l'appareil vous suit dans votre discipline réelle, pratiquée pour de bon.",
    wanted: ['une pratique régulière et maîtrisée', 'une bonne endurance sur une journée de reprises', 'une disponibilité dès le petit matin'],
  },
  {
    trade: 'Mannequin commercial', on: ['photo', 'advert'], who: 'un ou une mannequin commercial', forms: 'mannequin commercial', many: 'mannequins', posts: [2, 4], contract: 'MAN', pay: 'model',
    text: "Parents, voisines, artisans : nous cherchons des visages expressifs et crédibles dans des situations de tous les jours.",
    wanted: ['une aisance devant l’objectif', 'une palette d’expressions simples', 'vos tailles de vêtements et de chaussures'],
  },
  {
    trade: 'Modèle', production: 'terres-brulees-photo', who: 'un ou une modèle', contract: 'CDDU', pay: 'model',
    text: "Vous posez pour une série de portraits au collodion : chaque plaque demande huit secondes d'immobilité et beaucoup de complicité.",
    wanted: ['une grande patience', 'un regard qui tient la durée', "aucune expérience particulière n'étant requise, une vraie curiosité"],
  },
  {
    trade: 'Modèle vivant', production: 'peuple-racines', who: 'un ou une modèle vivant', forms: 'modèle vivant', pay: 'hourly',
    text: "Deux fois par semaine, vous posez pour les équipes d'animation : poses courtes, enchaînements de gestes et costumes. Les séances de nu, payées à part, restent facultatives.",
    wanted: ['un répertoire de poses dynamiques', 'une pratique de la danse, du mime ou du combat', 'une régularité de présence'],
  },
]
