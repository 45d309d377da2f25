/** A town with its position (WGS 84, four decimals). */
export interface TownSeed {
  readonly city: string
  readonly postcode: string
  /** ISO 3166-2 code, one of `regions`. */
  readonly region: string
  readonly countryCode: string
  readonly latitude: number
  readonly longitude: number
}

const town = (city: string, postcode: string, region: string, latitude: number, longitude: number): TownSeed => ({
  city,
  postcode,
  region,
  countryCode: region.slice(0, 2),
  latitude,
  longitude,
})

export const towns: readonly TownSeed[] = [
  town('Paris', '75011', 'FR-IDF', 48.8590, 2.3771),
  town('Montreuil', '93100', 'FR-IDF', 48.8642, 2.4509),
  town('Lyon', '69001', 'FR-ARA', 45.7704, 4.8287),
  town('Grenoble', '38000', 'FR-ARA', 45.1831, 5.7273),
  town('Saint-Étienne', '42000', 'FR-ARA', 45.4276, 4.3814),
  town('Clermont-Ferrand', '63000', 'FR-ARA', 45.7828, 3.1079),
  town('Annecy', '74000', 'FR-ARA', 45.8915, 6.1202),
  town('Marseille', '13001', 'FR-PAC', 43.2987, 5.3820),
  town('Nice', '06000', 'FR-PAC', 43.7105, 7.2682),
  town('Toulon', '83000', 'FR-PAC', 43.1236, 5.9301),
  town('Avignon', '84000', 'FR-PAC', 43.9414, 4.8469),
  town('Toulouse', '31000', 'FR-OCC', 43.6080, 1.4382),
  town('Montpellier', '34000', 'FR-OCC', 43.6226, 3.8588),
  town('Nîmes', '30000', 'FR-OCC', 43.8413, 4.3528),
  town('Bordeaux', '33000', 'FR-NAQ', 44.8572, -0.5901),
  town('Limoges', '87000', 'FR-NAQ', 45.8619, 1.2526),
  town('La Rochelle', '17000', 'FR-NAQ', 46.1595, -1.1727),
  town('Angoulême', '16000', 'FR-NAQ', 45.6478, 0.1513),
  town('Nantes', '44000', 'FR-PDL', 47.2355, -1.5498),
  town('Angers', '49000', 'FR-PDL', 47.4765, -0.5631),
  town('Le Mans', '72000', 'FR-PDL', 47.9914, 0.2011),
  town('Rennes', '35000', 'FR-BRE', 48.1102, -1.6789),
  town('Brest', '29200', 'FR-BRE', 48.4026, -4.5018),
  town('Rouen', '76000', 'FR-NOR', 49.4433, 1.0995),
  town('Le Havre', '76600', 'FR-NOR', 49.5093, 0.1323),
  town('Lille', '59000', 'FR-HDF', 50.6345, 3.0515),
  town('Amiens', '80000', 'FR-HDF', 49.8939, 2.2940),
  town('Tours', '37000', 'FR-CVL', 47.3944, 0.6940),
  town('Strasbourg', '67000', 'FR-GES', 48.5732, 7.7532),
  town('Reims', '51100', 'FR-GES', 49.2492, 4.0396),
  town('Metz', '57000', 'FR-GES', 49.1102, 6.1940),
  town('Dijon', '21000', 'FR-BFC', 47.3253, 5.0354),
  town('Besançon', '25000', 'FR-BFC', 47.2594, 6.0272),
  town('Ajaccio', '20000', 'FR-20R', 41.9344, 8.6706),
  town('Saint-Denis', '97400', 'FR-974', -20.9468, 55.4472),
  town('Fort-de-France', '97200', 'FR-972', 14.6415, -61.0683),
  town('Bruxelles', '1000', 'BE-BRU', 50.8466, 4.3528),
  town('Liège', '4000', 'BE-WAL', 50.6326, 5.5797),
  town('Genève', '1204', 'CH-GE', 46.2044, 6.1432),
  town('Lausanne', '1003', 'CH-VD', 46.5197, 6.6323),
]
