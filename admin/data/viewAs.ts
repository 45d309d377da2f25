const KEY = 'coulisses:viewAs'

/** The role as which an administrator looks at the house, in this tab and until he stops. */
export const viewedRole = (): string | undefined => (typeof sessionStorage === 'undefined' ? undefined : sessionStorage.getItem(KEY) ?? undefined)

/** What may be seen is asked for when the back office starts: it starts anew. */
export function viewAs(role: string | undefined): void {
  if (role === undefined) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, role)
  window.location.assign(import.meta.env.BASE_URL)
}
