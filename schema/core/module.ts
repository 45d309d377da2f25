import { module } from '#model'

export default module({
  name: 'core',
  label: { fr: 'Socle', en: 'Core' },
  icon: 'settings',
  order: 90,
  uses: [],
})
