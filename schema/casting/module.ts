import { module, setting } from '#model'

export default module({
  name: 'casting',
  label: { fr: 'Casting', en: 'Casting' },
  icon: 'theater',
  order: 10,
  uses: ['core'],
  settings: {
    suspendFaults: setting.integer({
      label: { fr: 'Appels fautifs en dix minutes qui suspendent une autorisation', en: 'Faulty calls in ten minutes that suspend a grant' }, default: 500, min: 0, max: 1_000_000,
      help: { fr: 'S’ils sont la plupart de ses appels, et bien plus que d’ordinaire. 0 : jamais.', en: 'Where they are most of its calls, and far more than usual. 0: never.' },
    }),
    suspendRows: setting.integer({
      label: { fr: 'Lignes d’un jour qui suspendent une autorisation', en: 'Rows of a day that suspend a grant' }, default: 200_000, min: 0, max: 100_000_000,
      help: { fr: 'Si c’est bien plus que d’ordinaire ; un flux relu en entier ne devrait pas y suffire. 0 : jamais.', en: 'Where that is far more than usual; a feed that is read anew as a whole should not be enough. 0: never.' },
    }),
    suspendTimes: setting.integer({ label: { fr: 'Combien de fois l’ordinaire est « bien plus »', en: 'How many times the usual is “far more”' }, default: 20, min: 2, max: 1_000 }),
  },
})
