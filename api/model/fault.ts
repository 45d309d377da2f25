/** One thing that is wrong in the declarations. */
export interface Fault {
  /** `casting.CastingOffer.profession` */
  readonly where: string
  /** What is wrong, and what to write. */
  readonly what: string
}

/** Faulty declarations stop the start, with one line per fault. */
export class ModelError extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => `${fault.where}: ${fault.what}`).join('\n'))
    this.name = 'ModelError'
    this.faults = faults
  }
}
