/** What of a request, and of its answer, the session needs. */
export interface Door {
  /** Network address of the caller, as the connection has it: never taken from what the caller says. */
  readonly address: string
  readonly userAgent: string | undefined
  /** From its cookie. */
  readonly refreshToken: string | undefined
  /** Session to which the access token of this request belongs. */
  readonly sessionId: string | undefined
  keepRefreshToken(token: string, expiresAt: Date): void
  forgetRefreshToken(): void
}
