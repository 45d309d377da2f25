import { module } from '#model'

export default module({
  name: 'casting',
  label: { fr: 'Casting', en: 'Casting' },
  icon: 'theater',
  order: 10,
  uses: ['core'],
})
