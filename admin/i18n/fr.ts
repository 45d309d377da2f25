/** The sentences of the back office itself; names of entities and fields come from `adminMeta`. */
export const fr = {
  coulisses: {
    name: 'Coulisses',
    signIn: {
      title: 'Back-office', email: 'E-mail', password: 'Mot de passe', submit: 'Se connecter', expired: 'Votre connexion a expiré. Connectez-vous pour reprendre là où vous étiez.',
      show: 'Montrer le mot de passe', hide: 'Cacher le mot de passe', signedInAs: 'Connecté : %{name}',
      forgotten: 'Mot de passe oublié', forgottenHelp: 'Indiquez votre e-mail : un lien pour choisir un nouveau mot de passe vous sera envoyé.', sendLink: 'Envoyer le lien',
      linkSent: 'Si un compte porte cette adresse, un lien vient de partir. Il sert une fois, pendant trente minutes.', back: 'Revenir à la connexion',
      secondStep: 'Deuxième étape', code: 'Code', codeHelp: 'Saisissez le code à six chiffres de votre téléphone, ou un code de secours.',
      choose: 'Choisir un mot de passe', newPassword: 'Nouveau mot de passe', again: 'Encore une fois', keep: 'Enregistrer', passwordHelp: 'Douze caractères au moins ; une phrase convient très bien.',
      with: 'Se connecter avec %{name}', refused: 'Cette connexion n’a pas abouti : aucun compte actif n’a votre adresse vérifiée, ou le service n’a pas répondu.',
      notTheSame: 'Les deux saisies sont différentes.', chosen: 'Votre mot de passe est enregistré. Connectez-vous.',
    },
    start: { unreachable: 'Le service ne répond pas.', unreachableHelp: 'Vérifiez votre connexion, ou réessayez dans un instant.', again: 'Réessayer', loading: 'Chargement…', noRights: 'Ce compte n’a pas accès au back-office.' },
    action: { done: '%{name} : c’est fait.' },
    approval: { see: 'Voir la demande' },
    bulk: {
      edit: 'Modifier', editTitle: 'Modifier un enregistrement |||| Modifier %{smart_count} enregistrements', field: 'Champ', allOrNothing: 'Tout ou rien : ne rien changer si un seul est refusé',
      deleteTitle: 'Supprimer un enregistrement |||| Supprimer %{smart_count} enregistrements', deleteContent: 'Cet enregistrement sera supprimé. Continuer ? |||| Ces %{smart_count} enregistrements seront supprimés. Continuer ?',
      moveTitle: '%{name} : un enregistrement |||| %{name} : %{smart_count} enregistrements', moveContent: 'Appliquer « %{name} » aux enregistrements marqués qui le permettent ?',
      done: 'Un enregistrement traité |||| %{smart_count} enregistrements traités', result: '%{done} réussis, %{failed} refusés', stillMarked: 'Les enregistrements refusés restent marqués.',
    },
    conflict: {
      title: 'Cet enregistrement a été modifié entre-temps', help: 'Quelqu’un d’autre a changé les mêmes champs que vous. Choisissez pour chacun la valeur à garder ; vos autres changements sont conservés.',
      by: 'Dernière modification : %{name}, %{at}.', base: 'Avant', mine: 'Votre valeur', theirs: 'La valeur enregistrée', back: 'Revenir au formulaire', save: 'Enregistrer ces choix',
    },
    dashboard: { title: 'Accueil', welcome: 'Bonjour %{name}', recent: 'Modifié récemment', nothing: 'Rien pour le moment.', quick: 'Créer', all: 'Tout voir', records: 'Vos données' },
    delete: { title: 'Supprimer : %{name}', content: 'Supprimer « %{label} » ? L’historique en garde la trace.' },
    editor: { level: 'Style du paragraphe', paragraph: 'Paragraphe', heading: 'Titre %{level}' },
    error: {
      title: 'Quelque chose n’a pas fonctionné', unexpected: 'Une erreur inattendue s’est produite.', network: 'Le service ne répond pas. Vérifiez votre connexion, puis réessayez.', signIn: 'La connexion a échoué.',
      forbidden: 'Vous n’avez pas le droit de faire cela.', forbiddenTitle: 'Accès refusé', notFound: 'Cet enregistrement n’existe pas, ou vous n’y avez pas accès.', notFoundTitle: 'Introuvable', page: 'Cette page n’existe pas, ou vous n’y avez pas accès.',
      crash: 'Cette page a rencontré une erreur', crashHelp: 'Vos données enregistrées sont intactes. Rechargez la page ; si l’erreur revient, prévenez l’administrateur.', reload: 'Recharger', home: 'Retour à l’accueil',
    },
    field: { hide: 'Cacher : %{name}', reveal: 'Montrer : %{name}', latitude: 'Latitude', longitude: 'Longitude', km: 'km' },
    file: { choose: 'Choisir un fichier', replace: 'Remplacer', failed: 'Le fichier n’a pas pu être transmis.', tooLarge: 'Ce fichier est trop lourd : %{max} au plus.' },
    filter: {
      any: 'Indifférent', by: 'Filtrer par…', empty: 'Non renseigné', filled: 'Renseigné', from: '%{name} : de', to: 'à', isEmpty: '%{name} : non renseigné', isFilled: '%{name} : renseigné',
      more: 'Autres conditions : %{name}', remove: 'Retirer le filtre : %{name}',
    },
    form: { empty: 'vide', denied: 'masqué', none: 'Aucun', general: 'Général', faults: 'Un point est à corriger |||| %{smart_count} points sont à corriger', saveFirst: 'Enregistrez d’abord vos modifications.' },
    help: {
      title: 'Raccourcis clavier', open: 'Aide', save: 'Enregistrer le formulaire', search: 'Chercher dans la liste', palette: 'Aller à…', create: 'Créer (dans une liste)', edit: 'Modifier (sur une fiche)',
      list: 'Revenir à la liste', home: 'Accueil', help: 'Cette aide',
    },
    history: {
      none: 'Aucune modification.', more: 'Plus ancien', hidden: 'modifié (valeur masquée)', to: 'devient', added: 'ajouté :', removed: 'retiré :', somebody: 'Quelqu’un', former: 'Ancien utilisateur',
      undo: 'Annuler ce changement', undoField: 'Rétablir : %{name}', restore: 'Rétablir les anciennes valeurs', restored: 'Les anciennes valeurs sont rétablies.',
      confirm: 'Rétablir les valeurs d’avant ce changement (%{name}) ? C’est une nouvelle modification.', confirmField: 'Rétablir l’ancienne valeur de « %{name} » ? C’est une nouvelle modification.',
      actions: { CREATE: 'Création', UPDATE: 'Modification', DELETE: 'Suppression' },
      origins: { ADMIN: 'back-office', CLI: 'ligne de commande', SITE: 'site', PARTNER: 'partenaire', JOB: 'tâche de fond', SQL: 'base de données', API: 'API' },
    },
    list: { empty: 'Aucun élément pour l’instant : %{name}', pages: 'Pages de la liste', search: 'Chercher : %{name}', views: 'Vues' },
    menu: { main: 'Menu principal', account: 'Compte', signOut: 'Se déconnecter', language: 'Langue', theme: 'Apparence', light: 'Clair', dark: 'Sombre', system: 'Comme le système' },
    page: { about: 'À propos de cette fiche', details: 'Fiche', history: 'Historique', path: 'Fil d’Ariane' },
    palette: { title: 'Aller à…', hint: 'Une page, un enregistrement…', pages: 'Pages', nothing: 'Rien ne correspond.' },
    relation: {
      add: 'Ajouter…', create: 'Nouveau : %{name}', createNamed: 'Créer « %{text} » (%{name})', existing: 'Choisir : %{name}', link: 'Relier un existant', nothing: 'Rien ne correspond', other: 'En choisir un autre', unlink: 'Détacher', drop: 'Retirer',
      remove: 'Retirer : %{name}', removeNth: 'Retirer : %{name} %{number}', up: 'Monter : %{name}', down: 'Descendre : %{name}', movedTo: '%{name} : position %{position} sur %{total}', sort: '%{name} : type',
    },
    view: {
      choose: 'Présentation', table: 'Tableau', calendar: 'Calendrier', board: 'Tableau par état', previousMonth: 'Mois précédent', nextMonth: 'Mois suivant', today: 'Aujourd’hui',
      emptyMonth: 'Rien ce mois-ci.', hidden: 'et un autre |||| et %{smart_count} autres', move: 'Faire passer : %{name}',
    },
  },
  // Words of react-admin's French that say less here than they could.
  ra: { action: { edit: 'Modifier', show: 'Voir la fiche', add_filter: 'Filtrer', select_columns: 'Colonnes' }, validation: { required: 'Ce champ est obligatoire.' } },
}
