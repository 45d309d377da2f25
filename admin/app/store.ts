import { localStorageStore, type Store } from 'ra-core'
import { locales, type Locale } from '../data/meta.ts'

/** What belongs to the browser, not to the account: it is needed before anybody is signed in. */
const shared = new Set(['locale', 'theme'])
const VERSION = '1'

const common = localStorageStore(VERSION, 'Coulisses')

/**
 * Preferences of one account in this browser. Signing out does not forget them: columns and saved
 * views are work too (pitfall 25).
 */
export function storeOf(user: string): Store {
  const own = localStorageStore(VERSION, `Coulisses.${user}`)
  const of = (key: string): Store => (shared.has(key) ? common : own)
  return {
    setup: () => { common.setup(); own.setup() },
    teardown: () => { common.teardown(); own.teardown() },
    getItem: (key, fallback) => of(key).getItem(key, fallback),
    setItem: (key, value) => { of(key).setItem(key, value) },
    removeItem: (key) => { of(key).removeItem(key) },
    removeItems: (prefix) => { own.removeItems(prefix) },
    reset: () => undefined,
    subscribe: (key, callback) => of(key).subscribe(key, callback),
  }
}

export const commonStore: Store = common

/** The language that was chosen here, or that of the browser; French where it speaks neither. */
export function startLocale(): Locale {
  const chosen: unknown = common.getItem('locale')
  const known = locales.find((one) => one === chosen)
  return known ?? (navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'fr' || tag === 'en') === 'en' ? 'en' : 'fr')
}
