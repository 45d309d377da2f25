/** The columns that a text takes on a terminal. The tables of Unicode are loaded when a text needs them. */
export type Measure = (text: string) => number

const narrow = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac\u2400-\u2426\u27e8\u27e9\u23ce]*$/

let wide: Measure | undefined

/** Loads what is needed to measure any text. */
export async function loadMeasure(): Promise<void> {
  wide ??= (await import('string-width')).default
}

/** Loads what is needed to measure these texts. */
export async function measureFor(texts: readonly string[]): Promise<Measure> {
  if (!wide && texts.some((text) => !narrow.test(text))) await loadMeasure()
  return measure
}

export const measure: Measure = (text) => (wide && !narrow.test(text) ? wide(text) : text.length)

let graphemes: Intl.Segmenter | undefined

/** As much of a text as fits, with an ellipsis where something is left out. */
export function fit(text: string, columns: number): string {
  if (measure(text) <= columns) return text
  let kept = ''
  let used = 0
  for (const { segment } of (graphemes ??= new Intl.Segmenter()).segment(text)) {
    const size = measure(segment)
    if (used + size > columns - 1) break
    kept += segment
    used += size
  }
  return `${kept}…`
}

export function pad(text: string, columns: number, right = false): string {
  const space = ' '.repeat(Math.max(0, columns - measure(text)))
  return right ? space + text : text + space
}
