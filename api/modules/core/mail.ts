import { OutboundMessage } from '#schema/core/outboundMessage.ts'
import type { Work } from '../../write/types.ts'

/** Writes a mail in the transaction of the mutation; it leaves when that commits. */
export async function mailTo(work: Work, { to, subject, text, key }: { readonly to: string; readonly subject: string; readonly text: string; readonly key: string }): Promise<void> {
  const id = await work.asHouse().create(OutboundMessage, {}, { channel: 'EMAIL', recipient: to, subject, body: text, idempotencyKey: key })
  await work.enqueue('core.deliverMail', { id }, { key: id })
}
