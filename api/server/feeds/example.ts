import type { FeedFormat, FeedOffer } from './offer.ts'

const nobody = { contactName: null, contactEmail: null, contactPhone: null } as const

/** Offers that nobody published: a partner tries his program on them before he has a key. */
const offers: readonly FeedOffer[] = [
  {
    id: '01890000-0000-7000-8000-00000000e001', here: true, changedAt: '2026-11-02T09:30:00Z', reference: 'EXEMPLE-1', title: 'Danseuse contemporaine pour « La Marée boréale »',
    description: '<p>Création pour cinq interprètes. Répétitions le matin, <strong>défraiement</strong> et logement prévus.</p>', posts: 2, startsOn: '2027-02-01', publishedFrom: '2026-11-01T08:00:00Z', publishedUntil: '2027-01-10T22:59:00Z',
    client: 'Compagnie de l’Exemple', profession: 'Danseur / Danseuse', domain: 'Danse', contractType: 'CDD d’usage', categories: ['Spectacle vivant'], city: 'Nantes', postcode: '44000', region: 'Pays de la Loire', country: 'FR', latitude: 47.2184, longitude: -1.5536,
    contactName: 'Camille Exemple', contactEmail: 'casting@exemple.test', contactPhone: '+33 2 99 99 99 99',
  },
  {
    id: '01890000-0000-7000-8000-00000000e002', here: true, changedAt: '2026-11-03T16:00:00Z', reference: 'EXEMPLE-2', title: 'Comédien & chanteur, rôle de « M. Noir »',
    description: '<p>Tournage de deux jours à Lyon.</p>', posts: 1, startsOn: null, publishedFrom: '2026-11-03T16:00:00Z', publishedUntil: null,
    client: 'Les Films inventés', profession: 'Acteur / Actrice', domain: 'Jeu', contractType: 'CDD', categories: ['Court métrage', 'Publicité'], city: 'Lyon', postcode: null, region: null, country: 'FR', latitude: null, longitude: null, ...nobody,
  },
]
const gone = '01890000-0000-7000-8000-00000000e003'
const at = '2026-11-04T07:00:00Z'

export function exampleOf(format: FeedFormat, self: string): string {
  const head = { id: '01890000-0000-7000-8000-00000000e000', title: 'Exemple – offres inventées', home: new URL('/', self).href, self, at, complete: false, nextSince: 'exemple' }
  const items = offers.map((offer, index) => format.offer(offer, index === 0)).join('')
  return format.open(head) + items + (format.gone?.(gone, at, false) ?? '') + format.close(head, format.gone ? [] : [gone])
}
