import { me, rowRule } from '#model'
import type { ApiKey } from './apiKey.ts'

export const ownKey = rowRule<ApiKey>('ownKey', { fr: 'ses propres clés', en: 'one’s own keys' }, { user: { id: { eq: me } } })

/** Those of the logins of clients and partners, which employees look after. */
export const outsidersKey = rowRule<ApiKey>('outsidersKey', { fr: 'clés de clients et de partenaires', en: 'keys of clients and partners' }, { user: { actsFor: { isEmpty: false }, isAdministrator: { eq: false } } })
