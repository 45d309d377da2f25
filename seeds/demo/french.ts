/** The little French grammar that composed texts need. */

const numbers = [
  'zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix',
  'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf', 'vingt',
]
const months = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin',
  'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
]

/** « douze », then digits from twenty-one on. */
export const inWords = (count: number): string => numbers[count] ?? String(count)

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Lower case for the first letter, unless the word is an acronym: « DJ » stays. */
export const small = (text: string): string => (/^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

/** « 1er mars 2027 », from an ISO day. */
export function frenchDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date === 1 ? '1er' : String(date)} ${months[(month ?? 1) - 1] ?? ''} ${String(year)}`
}

/** « à Lyon », « au Havre ». */
export const at = (city: string): string => (city.startsWith('Le ') ? `au ${city.slice(3)}` : `à ${city}`)

/** « du Théâtre… », « des Films… », « d'Octave… », « de l'Opéra… ». */
export function of(name: string): string {
  if (name.startsWith('le ')) return `du ${name.slice(3)}`
  if (name.startsWith('les ')) return `des ${name.slice(4)}`
  return /^[aàâeéèêiîoôuœ]/i.test(name) ? `d'${name}` : `de ${name}`
}

/** « un régisseur ou une régisseuse de tournée », « un ou une harpiste ». */
export function eitherOne(masculine: string, feminine: string): string {
  if (masculine === feminine) return `un ou une ${masculine}`
  const { left, right, tail } = withoutCommonTail(masculine, feminine)
  return `un ${left} ou une ${right}${tail}`
}

/** « Régisseur / Régisseuse de tournée ». */
export function eitherLabel(masculine: string, feminine: string): string {
  if (masculine === feminine) return capital(masculine)
  const { left, right, tail } = withoutCommonTail(masculine, feminine)
  return `${capital(left)} / ${capital(right)}${tail}`
}

/** Only complements (« de tournée ») are shared; an adjective stays with its noun. */
function withoutCommonTail(masculine: string, feminine: string): { left: string; right: string; tail: string } {
  const cut = masculine.search(/ (?:(?:de|du|des|à|au|en|pour) |d')/)
  const tail = cut < 0 ? '' : masculine.slice(cut)
  const common = tail !== '' && feminine.endsWith(tail) ? tail : ''
  return { left: masculine.slice(0, masculine.length - common.length), right: feminine.slice(0, feminine.length - common.length), tail: common }
}

/** « a, b et c ». */
export const enumerate = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1) ?? ''}`

/** Curved apostrophes and no-break spaces, for text that is shown and never parsed. */
export const typographic = (text: string): string =>
  text
    .replaceAll("'", '’')
    .replaceAll(/ ([;:!?»€])/g, '\u00a0$1')
    .replaceAll('« ', '«\u00a0')
    .replaceAll(/(\d) (?=\d{3}\b)/g, '$1\u00a0')
