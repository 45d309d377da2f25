/** Keys of the people of the event company, in `accounts`. */
export type Rep = 'sales' | 'ferrand'
export type SupportMember = 'support' | 'vichum'

export interface ClientSeed {
  readonly key: string
  readonly fullName: string
  readonly email: string
  readonly phone: string
  readonly companyName?: string
  readonly firstContactOn: string
  readonly lastContactAt: string
  readonly rep: Rep
}

export interface PaymentSeed {
  /** Euro cents. */
  readonly amount: number
  readonly paidOn: string
  readonly method: 'TRANSFER' | 'CARD' | 'CASH'
}

export interface ContractSeed {
  readonly key: string
  /** Given where it is quoted elsewhere; drawn otherwise. */
  readonly number?: number
  /** Key, one of the clients. */
  readonly client: string
  readonly title: string
  /** Euro cents. */
  readonly total: number
  readonly payments: readonly PaymentSeed[]
  readonly state: 'DRAFT' | 'SENT' | 'CHANGES_REQUESTED' | 'SIGNED' | 'ENDED' | 'TERMINATED' | 'REFUSED'
  readonly signedAt?: string
}

export interface EventSeed {
  readonly number?: number
  readonly title: string
  readonly kind: 'PARTY' | 'BUSINESS_MEETING' | 'OFF_SITE'
  /** Key, one of the contracts. */
  readonly contract: string
  /** As people write them: on the clocks of Paris. */
  readonly start: string
  readonly end: string
  readonly location: string
  readonly attendees: number
  readonly notes: string
  readonly support?: SupportMember
  /** Somebody else at the client. */
  readonly contact?: { readonly name: string; readonly email: string; readonly phone: string }
}
