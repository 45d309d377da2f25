import { AppError } from '../model/errors.ts'
import { admitted } from './admission.ts'
import type { Allowance } from './allowance.ts'
import { isHisFault } from './blame.ts'
import { noticesOf } from './notices.ts'
import type { Rate } from './quota.ts'
import { refusals } from './refusals.ts'
import type { Register, Registered } from './registry.ts'
import type { Runnable } from './runnable.ts'
import { mayStandFor, type StandsFor } from './standsFor.ts'
import type { Call, Usage } from './usage.ts'

/** A reading that was let through, and is counted when it is over. */
export interface Metered {
  readonly rate: Rate
  /** `Deprecation`, `Sunset`, `Link`, where its end is announced. */
  readonly notices: Readonly<Record<string, string>>
  /** Coordinates (`CastingOffer.title`) that the document asks, and so what may be told. */
  readonly disclosed: ReadonlySet<string>
  /** Refuses what holds more rows than a page of the grant, or than are left of the day; from here on they are counted. @throws AppError */
  fits(rowsUpTo: (most: number) => Promise<number>): Promise<void>
  /** What was given of it so far. */
  gave(rows: number, bytes: number): void
  /** Counts it, with what was given: once, however often it is said. */
  isOver(outcome: Call['outcome']): void
}

interface Parts {
  readonly register: Register
  readonly allowance: Allowance
  readonly usage: Usage
  readonly runnable: (document: Registered) => Pick<Runnable, 'parsed' | 'coordinates'>
}

/**
 * Lets a reading through that stands for a document. It takes a call of the partner's minute, and his rows of the day must
 * not be used up; what it came to is counted as a call of the document. @throws AppError
 */
export async function meterReading({ register, allowance, usage, runnable }: Parts, organisationId: string | undefined, documentId: string | null, asked: StandsFor): Promise<Metered> {
  const begun = performance.now()
  const { document, grant } = admitted(register, { door: 'PARTNER', organisationId }, register.documents.find(({ id }) => id === documentId)?.alias ?? '')
  // Of partners only what was granted to them is admitted.
  if (!grant) throw refusals.unknown()
  let [rows, bytes, counted] = [0, 0, false]
  let settle = (): void => undefined
  const isOver = (outcome: Call['outcome'], fault = false): void => {
    if (counted) return
    counted = true
    settle()
    usage.add({ documentId: document.id, grantId: grant.id, milliseconds: performance.now() - begun, rows, bytes, kept: false, outcome, fault })
  }
  const refused = (error: unknown): never => {
    isOver(error instanceof AppError ? 'refused' : 'failed', isHisFault(error))
    throw error
  }
  try {
    const rate = await allowance.take(grant)
    const { parsed, coordinates } = runnable(document)
    if (!mayStandFor(parsed, [document.policy, grant.policy], asked)) throw refusals.notPermitted()
    await allowance.checkRows(grant)
    return {
      rate, isOver, notices: noticesOf('PARTNER', document), disclosed: coordinates, gave: (more, size) => { rows += more; bytes += size },
      fits: async (rowsUpTo) => {
        settle = await allowance.fit(grant, rowsUpTo).catch(refused)
        // Who hung up meanwhile is given nothing.
        if (counted) settle()
      },
    }
  } catch (error) {
    return refused(error)
  }
}
