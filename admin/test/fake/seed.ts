import { Store } from './store.ts'

const towns = ['Lyon', 'Brest', 'Nantes', 'Lille', 'Arles', 'Avignon', 'Rennes', 'Metz']
const trades = ['Danseuse', 'Comédien', 'Régisseuse lumière', 'Chanteuse lyrique', 'Figurants', 'Accordéoniste', 'Costumier', 'Marionnettiste']

/** The same world at every run. */
export function seeded(): Store {
  const store = new Store()
  const categories = ['Théâtre', 'Long métrage', 'Publicité', 'Comédie musicale'].map((name) => store.insert('Category', { name }).id)
  const people = ['Anna Lefèvre', 'Marc Oury'].map((displayName) => store.insert('Person', { displayName, email: `${displayName.split(' ')[0]?.toLowerCase()}@exemple.fr`, jobTitle: 'Direction de casting' }).id)
  const organisations = towns.slice(0, 4).map((town) => store.insert('Organisation', { displayName: `Théâtre de ${town}`, legalName: `SAS Théâtre de ${town}`, phone: { raw: '01 23 45 67 89', e164: '+33123456789' } }).id)
  const clients = organisations.map((organisation, index) => store.insert('Client', { companyName: `Théâtre de ${towns[index]}`, organisation, contact: people[index % 2] }).id)
  for (let index = 0; index < 60; index += 1) {
    const day = String((index % 28) + 1).padStart(2, '0')
    store.insert('Offer', {
      title: `${trades[index % trades.length]} pour ${towns[(index * 3) % towns.length]} ${index + 1}`, description: '<p>Répétitions <strong>en journée</strong>, représentations en soirée.</p>',
      client: clients[index % clients.length], categories: [categories[index % categories.length]], fee: { amount: 12_000 + index * 150, currency: 'EUR' }, posts: (index % 4) + 1,
      publishFrom: `2026-10-${day}T08:00:00.000Z`, publishUntil: `2026-11-${day}T17:00:00.000Z`, contactPublic: false, state: ['DRAFT', 'PUBLISHED', 'WITHDRAWN'][index % 3],
    })
  }
  store.insert('Sample', {
    text: 'Tout', longText: 'Deux\nlignes', richText: '<p>Un <em>texte</em></p>', integer: 12, decimal: '12.50', money: { amount: 1250, currency: 'EUR' }, boolean: true, choice: 'TWO', choices: ['RED', 'BLUE'],
    date: '2026-11-20', instant: '2026-11-20T14:00:00.000Z', zoned: { at: '2026-11-20T14:00:00.000Z', zone: 'America/Montreal' }, duration: 95, email: 'a@b.fr', url: 'https://exemple.fr', phone: { raw: '+ 666 12345', e164: null },
    country: 'FR', language: 'fr', currency: 'EUR', percentage: 12.5, position: { latitude: 48.8566, longitude: 2.3522 }, json: { a: [1, 2] }, encrypted: 'secret', sequence: 42, reference: store.id(),
    subject: { entity: 'Client', id: clients[0] }, ordered: categories.slice(0, 3),
  })
  return store
}
