import { module, setting } from '#model'

export default module({
  name: 'core',
  label: { fr: 'Socle', en: 'Core' },
  icon: 'settings',
  order: 90,
  uses: [],
  settings: {
    secondForRights: setting.boolean({
      label: { fr: 'Changer les droits que quelqu’un tient déjà demande une seconde personne', en: 'To change rights that somebody holds already takes a second person' }, default: false,
      help: { fr: 'À activer dès que deux administrateurs sont nommés.', en: 'To be switched on as soon as there are two administrators.' },
    }),
    approvalDays: setting.integer({
      label: { fr: 'Délai d’une demande d’accord (jours)', en: 'Days to decide on an approval request' }, default: 7, min: 1, max: 90,
      help: { fr: 'Ensuite elle expire, et rien n’est fait.', en: 'After that it expires, and nothing is done.' },
    }),
  },
})
