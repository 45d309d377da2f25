/** A first-level subdivision of a country, by its ISO 3166-2 code. */
export interface RegionSeed {
  readonly code: string
  readonly name: string
  readonly countryCode: string
}

const region = (code: string, name: string): RegionSeed => ({ code, name, countryCode: code.slice(0, 2) })

/** The eighteen French regions, then the neighbours where French-language casting takes place. */
export const regions: readonly RegionSeed[] = [
  region('FR-ARA', 'Auvergne-Rhône-Alpes'),
  region('FR-BFC', 'Bourgogne-Franche-Comté'),
  region('FR-BRE', 'Bretagne'),
  region('FR-CVL', 'Centre-Val de Loire'),
  region('FR-20R', 'Corse'),
  region('FR-GES', 'Grand Est'),
  region('FR-HDF', 'Hauts-de-France'),
  region('FR-IDF', 'Île-de-France'),
  region('FR-NOR', 'Normandie'),
  region('FR-NAQ', 'Nouvelle-Aquitaine'),
  region('FR-OCC', 'Occitanie'),
  region('FR-PDL', 'Pays de la Loire'),
  region('FR-PAC', "Provence-Alpes-Côte d'Azur"),
  region('FR-971', 'Guadeloupe'),
  region('FR-972', 'Martinique'),
  region('FR-973', 'Guyane'),
  region('FR-974', 'La Réunion'),
  region('FR-976', 'Mayotte'),
  region('BE-BRU', 'Région de Bruxelles-Capitale'),
  region('BE-WAL', 'Wallonie'),
  region('CH-GE', 'Genève'),
  region('CH-VD', 'Vaud'),
  region('LU-LU', 'Luxembourg'),
]
