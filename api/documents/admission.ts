import { isBefore, isPast } from './moment.ts'
import { refusals } from './refusals.ts'
import type { Granted, Register, Registered } from './registry.ts'

/** At which door somebody stands, and of which organisation he is. */
export interface Stands {
  readonly door: 'SITE' | 'PARTNER'
  /** Of a partner. */
  readonly organisationId: string | undefined
}

/** A document that may be run now, by whoever asks. */
export interface Admitted {
  readonly document: Registered
  readonly grant: Granted | undefined
}

/** What does not exist and what is not the caller's are refused alike, before anything else is said. @throws AppError */
export function admitted(register: Register, { door, organisationId }: Stands, id: string): Admitted {
  const document = register.find(id)
  if (!document) throw refusals.unknown()
  const grant = door === 'PARTNER' && organisationId !== undefined ? register.granted(organisationId, document) : undefined
  const now = Date.now()
  if (door === 'SITE' ? document.client !== 'SITE' : !grant || grant.state === 'ENDED' || isBefore(now, grant.validFrom)) throw refusals.unknown()
  if (document.state === 'RETIRED' || isPast(now, document.sunsetAt) || isPast(now, grant?.validUntil)) throw refusals.gone(document.successor)
  if (document.state === 'SUSPENDED' || grant?.state === 'SUSPENDED') throw refusals.suspended()
  return { document, grant }
}
