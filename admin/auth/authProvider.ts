import { HttpError, type AuthProvider } from 'ra-core'
import type { AdminMeta } from '../data/meta.ts'
import { indexMeta } from '../data/metaIndex.ts'
import type { Session } from './session.ts'

/** What react-admin calls the pages of a resource, and the operation without which there is no such page. */
const operationOf: Readonly<Record<string, 'list' | 'one' | 'create' | 'update' | 'delete'>> = {
  list: 'list', show: 'one', create: 'create', clone: 'create', edit: 'update', delete: 'delete', export: 'list',
}

/** Answers at once, from the rights that came with `adminMeta`: no request per row or button (pitfall 18). */
export function canAccess(meta: AdminMeta, action: string, resource: string): boolean {
  const found = indexMeta(meta).resource(resource)
  const operation = operationOf[action]
  if (!found || !operation) return false
  // The form of a record needs what it shows first.
  return found.operations[operation] !== null && (operation !== 'update' || found.operations.one !== null)
}

export function createAuthProvider(session: Session, meta: () => AdminMeta): AuthProvider {
  return {
    login: ({ email, password }: { readonly email: string; readonly password: string }) => session.signIn(email, password),
    // Once signed out, the whole back office gives way to the form: there is no page to go to.
    logout: async () => { if (session.state().is === 'in') await session.signOut(); return false },
    checkAuth: async () => { if (session.state().is !== 'in') throw new Error('coulisses.signIn.expired') },
    // A refusal of one thing (403) does not end the session; only a session that is over does (401).
    checkError: async (error: unknown) => { if (error instanceof HttpError && error.status === 401) throw error },
    getIdentity: async () => {
      const state = session.state()
      if (state.is !== 'in') throw new Error('coulisses.signIn.expired')
      return { id: state.user.id, fullName: state.user.fullName ?? state.user.email ?? '' }
    },
    canAccess: async ({ action, resource }) => canAccess(meta(), action, resource),
  }
}
