import { createTransport } from 'nodemailer'
import { MailRefused, type MailTransport } from './mail.ts'

export interface SmtpOptions {
  /** `smtp://user:password@host:587` */
  readonly url: string
  /** `Coulisses <no-reply@example.org>` */
  readonly from: string
}

/** Sends through a mail server. It neither reads files nor fetches addresses that stand in a mail. */
export function createSmtpTransport({ url, from }: SmtpOptions): MailTransport {
  const transport = createTransport({
    url, disableFileAccess: true, disableUrlAccess: true,
    connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000, dnsTimeout: 5_000,
  }, { from })
  const domain = /@([^\s>]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return {
    deliver: async ({ id, to, subject, text, html }) => {
      try {
        await transport.sendMail({ to: { name: '', address: to }, subject, text, ...(html === undefined ? {} : { html }), messageId: `<${id}@${domain}>` })
      } catch (error) {
        throw refusal(error) ?? error
      }
    },
    close: () => { transport.close() },
  }
}

/** An answer of 500 and above to what we said is final; being turned away at the door (sign-in, greeting) may be mended. */
function refusal(error: unknown): MailRefused | undefined {
  if (!(error instanceof Error) || !('responseCode' in error) || typeof error.responseCode !== 'number') return undefined
  const code = 'code' in error ? error.code : undefined
  return error.responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE') ? new MailRefused(`SMTP ${error.responseCode}`) : undefined
}
