/** Colours by what they mean; without a terminal, or with NO_COLOR, none. */
export interface Colours {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly good: (text: string) => string
  readonly warning: (text: string) => string
  readonly bad: (text: string) => string
  readonly accent: (text: string) => string
}

const paint = (open: number, close: number) => (text: string): string => `\u001b[${open}m${text}\u001b[${close}m`
const plain = (text: string): string => text

export const colours = (on: boolean): Colours => on
  ? { strong: paint(1, 22), faint: paint(2, 22), good: paint(32, 39), warning: paint(33, 39), bad: paint(31, 39), accent: paint(36, 39) }
  : { strong: plain, faint: plain, good: plain, warning: plain, bad: plain, accent: plain }
