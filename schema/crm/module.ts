import { module } from '#model'

export default module({
  name: 'crm',
  label: { fr: 'Événementiel', en: 'Event company' },
  icon: 'event',
  order: 20,
  uses: ['core'],
})
