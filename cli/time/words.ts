/** The words of dates in both languages, without accents. Longer ones first: what is tried first is taken. */
const monthNames: readonly string[] = [
  'janvier january janv jan', 'fevrier february fevr fev feb', 'mars march mar', 'avril april avr apr', 'mai may', 'juin june jun',
  'juillet july juill juil jul', 'aout august aug', 'septembre september sept sep', 'octobre october oct', 'novembre november nov', 'decembre december dec',
]
const dayNames: readonly string[] = [
  'dimanche sunday dim sun', 'lundi monday lun mon', 'mardi tuesday mar tue', 'mercredi wednesday mer wed', 'jeudi thursday jeu thu', 'vendredi friday ven fri', 'samedi saturday sam sat',
]

const numbered = (names: readonly string[], first: number): ReadonlyMap<string, number> =>
  new Map(names.flatMap((words, index) => words.split(' ').map((word): [string, number] => [word, index + first])).sort(([one], [other]) => other.length - one.length))

export const monthWords = numbered(monthNames, 1)
export const dayWords = numbered(dayNames, 0)

export const relativeDays: readonly (readonly [word: string, days: number])[] = [
  ['apres-demain', 2], ['aujourd\'hui', 0], ['today', 0], ['demain', 1], ['tomorrow', 1], ['hier', -1], ['yesterday', -1],
]
export const timeWords: readonly (readonly [word: string, hour: number])[] = [['midi', 12], ['noon', 12], ['minuit', 0], ['midnight', 0]]
