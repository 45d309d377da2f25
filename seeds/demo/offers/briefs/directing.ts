import type { Brief } from '../types.ts'

export const directingBriefs: readonly Brief[] = [
  {
    trade: 'Assistant metteur en scène / Assistante metteuse en scène', on: ['stage', 'opera', 'musical'],
    text: "Vous tenez le cahier de mise en scène, organisez les répétitions avec la régie et remontez le spectacle en tournée.",
    wanted: ['une formation au plateau ou à la dramaturgie', 'une prise de notes infaillible', 'une lecture de la partition, pour les ouvrages lyriques'],
  },
  {
    trade: 'Assistant / Assistante mise en scène', on: ['stage'], forms: ['assistant à la mise en scène', 'assistante à la mise en scène'], contract: 'STA', pay: 'intern',
    text: "Étudiant ou étudiante en études théâtrales, vous suivez la création de la première lecture à la générale, avec des recherches documentaires à mener.",
    wanted: ['une convention de stage de deux mois au moins', 'une bonne culture théâtrale', 'le goût du travail collectif'],
  },
  {
    trade: 'Collaborateur / Collaboratrice mise en scène', on: ['stage', 'dance', 'opera'], forms: ['collaborateur artistique à la mise en scène', 'collaboratrice artistique à la mise en scène'],
    text: "Regard extérieur permanent, vous dialoguez chaque jour avec la mise en scène, dirigez certains raccords et préparez la version de tournée.",
    wanted: ['une expérience personnelle de mise en scène', 'une parole franche et délicate', 'une disponibilité pour les quinze premières dates'],
  },
  {
    trade: 'Metteur / Metteuse en scène', on: ['opera', 'event', 'park', 'musical'],
    text: "Vous signez la mise en scène, du premier atelier à la générale, avec une équipe artistique que vous constituez en partie.",
    wanted: ['trois mises en scène professionnelles à votre actif', 'une maîtrise des grands plateaux', "un dialogue facile avec la production"],
    pay: 'rights', contract: 'AUT',
  },
  {
    trade: 'Metteur / Metteuse en piste', production: 'horizon-cirque', pay: 'rights', contract: 'AUT',
    text: "Vous ordonnez numéros, reprises et transitions en un récit continu, et dirigez la troupe pendant un mois de répétitions.",
    wanted: ['une connaissance intime des agrès et de leurs temps de montage', 'un sens du rythme général', 'une expérience de création sous chapiteau'],
  },
  {
    trade: 'Auteur dramatique / Autrice dramatique', production: 'usine-reves', contract: 'AUT', pay: 'rights',
    text: "Vous écrivez, en résidence et à partir de rencontres avec d'anciens ouvriers, le texte de quarante-cinq minutes qui formera la première partie du spectacle.",
    wanted: ['un texte édité ou créé professionnellement', 'une disponibilité de six semaines en résidence', "une envie d'écrire au contact du plateau"],
  },
  {
    trade: 'Dramaturge', production: 'house-haut-ballon', who: 'un ou une dramaturge', contract: 'CDD', pay: 'monthly',
    text: "Lecture de manuscrits, accompagnement des créations, rédaction des documents de salle : vous êtes la mémoire et la curiosité de la maison.",
    wanted: ['une formation supérieure en lettres ou en études théâtrales', 'deux langues vivantes lues couramment', 'une écriture limpide'],
  },
  {
    trade: 'Scénariste', production: 'voisins-sixieme', who: 'un ou une scénariste', contract: 'AUT', pay: 'rights',
    text: "Vous rejoignez l'atelier d'écriture pour vingt épisodes : synopsis, dialogues et deux passes de réécriture.",
    wanted: ['un scénario original à faire lire', 'une expérience d’écriture en groupe', 'une rapidité sans bâclage'],
  },
  {
    trade: 'Premier assistant réalisateur / Première assistante réalisatrice', on: ['film', 'series', 'advert'], pay: 'crew',
    text: "Dépouillement, plan de travail, mise en place de la figuration : vous tenez le plateau et l'horaire, de la préparation au dernier clap.",
    wanted: ['trois longs métrages ou saisons au poste', 'une autorité tranquille', 'une pratique des logiciels de plan de travail'],
  },
  {
    trade: 'Deuxième assistant réalisateur / Deuxième assistante réalisatrice', on: ['film', 'series'], pay: 'crew',
    text: "Vous établissez les feuilles de service, convoquez les interprètes et suivez leur passage entre loges et plateau.",
    wanted: ['une expérience de troisième assistanat', 'un sens aigu de la communication', "le permis B"],
  },
  {
    trade: 'Assistant réalisateur / Assistante réalisatrice', on: ['documentary', 'broadcast'], pay: 'crew',
    text: "Vous préparez les journées de tournage, obtenez les autorisations et restez l'interlocuteur des personnes filmées.",
    wanted: ['un excellent relationnel', 'une autonomie en petite équipe', 'une connaissance du droit à l’image'],
  },
  {
    trade: 'Scripte', on: ['film', 'series', 'short'], who: 'un ou une scripte', pay: 'crew',
    text: "Continuité, minutage, rapports : vous êtes l'œil de la réalisation et le premier lien avec le montage.",
    wanted: ['une précision sans faille', 'la pratique d’un outil de rapport numérique', 'une expérience des scènes à nombreux raccords'],
  },
  {
    trade: 'Réalisateur / Réalisatrice de film publicitaire', on: ['advert'], pay: 'day',
    text: "La production ouvre une compétition entre trois personnes : note d'intention rémunérée, puis réalisation du film retenu.",
    wanted: ['une bande démo de direction d’interprètes', 'un humour visuel', 'une préparation rigoureuse'],
  },
  {
    trade: 'Réalisateur / Réalisatrice de vidéo-clip', production: 'house-agence-bergamote', forms: ['réalisateur de films courts', 'réalisatrice de films courts'], pay: 'day', as: 'formats musicaux',
    text: "L'agence développe des films musicaux pour ses clients et cherche un regard neuf, capable de passer de l'idée au montage en trois semaines.",
    wanted: ['trois clips ou films courts à votre actif', 'une connaissance de l’ensemble de la chaîne', 'une facilité à défendre ses choix devant un client'],
  },
  {
    trade: 'Réalisateur / Réalisatrice de plateau', on: ['broadcast', 'variety'], forms: ['réalisateur multicaméra', 'réalisatrice multicaméra'], pay: 'crew',
    text: "Vous découpez, préparez et réalisez en direct, à six ou sept caméras, avec un car-régie et une équipe habituée.",
    wanted: ['une expérience du direct musical', 'une lecture du conducteur et de la partition', 'un calme communicatif'],
  },
  {
    trade: "Réalisateur / Réalisatrice d'émission de radio", production: 'house-radio-garrigue', contract: 'CDI', pay: 'monthly',
    text: "Habillage, mise en ondes, fictions et reportages : vous donnez sa couleur sonore à la grille et formez les bénévoles.",
    wanted: ['une maîtrise du montage et du mixage parole', 'une oreille de metteur en scène', 'un attachement au monde associatif'],
  },
  {
    trade: "Réalisateur / Réalisatrice de film d'animation", production: 'comete-chat', forms: ["réalisateur d'épisodes", "réalisatrice d'épisodes"], pay: 'crew',
    text: "Vous réalisez treize épisodes, du scénarimage à la validation des animations, sous la direction de la créatrice de la série.",
    wanted: ['une expérience de la série 2D', 'un sens du gag et de la pose', 'un retour clair et bienveillant aux équipes'],
  },
]
