/** Makes texts unreadable for whoever has the database but not the key. */
export interface Cipher {
  /** @throws AppError UNAVAILABLE when no key is installed. */
  encrypt(text: string): Promise<string>
  /** @throws AppError UNAVAILABLE when the key is missing, is another one, or the text is damaged. */
  decrypt(stored: string): Promise<string>
  /** Whether it was written for the newest key. */
  isCurrent(stored: string): Promise<boolean>
}
