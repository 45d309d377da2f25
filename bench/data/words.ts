/** Names of works that were never played, made of one of each. */
export const nouns = [
  'tempête', 'lanterne', 'frontière', 'horlogerie', 'marée', 'forêt', 'verrière', 'baleine', 'caravane', 'citadelle', 'comète', 'corbeille', 'dentelle', 'éclipse', 'falaise', 'fontaine',
  'girouette', 'glycine', 'grenade', 'harpe', 'jonque', 'kermesse', 'lagune', 'moisson', 'nacelle', 'oriflamme', 'passerelle', 'péniche', 'pivoine', 'quenouille', 'rivière', 'salamandre',
  'sentinelle', 'serrure', 'tourbière', 'tourterelle', 'vallée', 'véranda', 'voilette', 'volière',
] as const
export const adjectives = [
  'immobile', 'rouge', 'sauvage', 'clandestine', 'fragile', 'lointaine', 'mécanique', 'nocturne', 'ordinaire', 'perdue', 'radieuse', 'secrète', 'tranquille', 'ultime', 'vagabonde', 'vertigineuse',
  'aveugle', 'boréale', 'cruelle', 'dorée', 'électrique', 'facétieuse', 'gelée', 'heureuse', 'invisible', 'jalouse', 'légère', 'minuscule', 'noire', 'oubliée', 'paisible', 'querelleuse',
  'royale', 'silencieuse', 'tenace', 'unique', 'vive', 'transparente', 'souveraine', 'rebelle',
] as const
