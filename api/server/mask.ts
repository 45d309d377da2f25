/** Hides secrets in a text that is about to be printed or reported. */
export type Mask = (text: string) => string

/** Credentials inside any address, whoever wrote it: `scheme://user:password@`. */
const credentials = /\b([a-z][a-z\d+.-]*:\/\/[^\s:@/]*):[^\s@/]+@/gi

/**
 * Hides the given secrets and the password of every address. A secret of fewer than six characters
 * is left to the pattern: hiding each "abc" would make the text unreadable and say what the secret is.
 */
export function createMask(secrets: readonly string[] = []): Mask {
  const long = [...new Set(secrets)].filter((secret) => secret.length >= 6).sort((a, b) => b.length - a.length)
  return (text) => long.reduce((masked, secret) => masked.replaceAll(secret, '***'), text.replace(credentials, '$1:***@'))
}
