/** An e-mail as the house writes it. */
export interface Mail {
  /** One address, bare. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** It holds what opens an account: once a mail server has it, the house forgets what it said. */
  readonly secret?: boolean
  /** Names the occasion: the same key is one mail, however often it is asked for. */
  readonly key: string
}

/** A mail on its way; `id` is the same at every attempt, so that the receiver's side can tell. */
export interface Delivery extends Omit<Mail, 'key' | 'secret'> {
  readonly id: string
}

/** What hands mails to the world. */
export interface MailTransport {
  /** @throws MailRefused when trying again is of no use, anything else when it may be. */
  deliver(delivery: Delivery): Promise<void>
  close(): void
}

/** The receiving side has said no. `answer` is a code of the protocol, and no text of anybody's. */
export class MailRefused extends Error {
  readonly answer: string

  constructor(answer: string) {
    super(`mail refused: ${answer}`)
    this.name = 'MailRefused'
    this.answer = answer
  }
}
