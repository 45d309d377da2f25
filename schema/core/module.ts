import { module, setting } from '#model'

export default module({
  name: 'core',
  label: { fr: 'Socle', en: 'Core' },
  icon: 'settings',
  order: 90,
  uses: [],
  settings: {
    secondForRights: setting.boolean({
      label: { fr: 'Changer les droits d’un rôle, d’un département ou d’une personne demande une seconde personne', en: 'To change the rights of a role, a department or a person takes a second person' }, default: true,
      critical: true,
      help: { fr: 'Deux administrateurs sont alors nécessaires. Désactiver ce réglage demande lui aussi une seconde personne.', en: 'It then takes two administrators. To switch this off takes a second person as well.' },
    }),
    complianceEmail: setting.email({
      label: { fr: 'Adresse de la personne chargée de la conformité', en: 'Address of the compliance person' }, default: '',
      help: { fr: 'Un compte d’ici : prévenu de chaque alerte de conflit d’intérêts. Vide : les administrateurs.', en: 'An account of this house: told of each conflict alert. Empty: the administrators.' },
    }),
    approvalDays: setting.integer({
      label: { fr: 'Délai d’une demande d’accord (jours)', en: 'Days to decide on an approval request' }, default: 7, min: 1, max: 90,
      help: { fr: 'Ensuite elle expire, et rien n’est fait.', en: 'After that it expires, and nothing is done.' },
    }),
  },
})
