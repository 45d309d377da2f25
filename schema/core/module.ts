import { module, setting } from '#model'

export default module({
  name: 'core',
  label: { fr: 'Socle', en: 'Core' },
  icon: 'settings',
  order: 90,
  uses: [],
  settings: {
    approvalDays: setting.integer({
      label: { fr: 'Délai d’une demande d’accord (jours)', en: 'Days to decide on an approval request' }, default: 7, min: 1, max: 90,
      help: { fr: 'Ensuite elle expire, et rien n’est fait.', en: 'After that it expires, and nothing is done.' },
    }),
  },
})
