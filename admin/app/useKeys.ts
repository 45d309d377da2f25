import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'

interface Openers { readonly help: () => void; readonly palette: () => void }

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
/** Menus that are closed stay in the page: only what is seen counts. */
const inDialog = (): boolean => [...document.querySelectorAll('[role=dialog], [role=menu]')].some((one) => one.checkVisibility({ visibilityProperty: true }))

/** How long the second key of a pair ("g" then "l") may be waited for. */
const PAIR = 1200

/** Keys for what hands do a hundred times a day. None is heard while one is typing. */
export function useKeys({ help, palette }: Openers): void {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const pair = useRef(0)
  useEffect(() => {
    const [, plural = '', id = ''] = pathname.split('/')
    const record = plural !== '' && id !== '' && id !== 'create'
    const go = (path: string): void => { void navigate(path) }
    const keys: Readonly<Record<string, () => void>> = {
      '?': help,
      '/': () => { document.querySelector<HTMLInputElement>('[data-search]')?.focus() },
      g: () => { pair.current = Date.now() },
      l: () => { if (Date.now() - pair.current < PAIR && plural) go(`/${plural}`) },
      h: () => { if (Date.now() - pair.current < PAIR) go('/') },
      c: () => { if (plural && !id) document.querySelector<HTMLAnchorElement>(`a[href$="/${plural}/create"]`)?.click() },
      e: () => { if (record) document.querySelector<HTMLAnchorElement>(`a[href$="/${plural}/${id}"]`)?.click() },
    }
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); palette(); return }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || inDialog()) return
      const act = keys[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => { window.removeEventListener('keydown', press) }
  }, [pathname, navigate, help, palette])
}
