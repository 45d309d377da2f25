/** What the address says after its `#`, which no server is told: the link of a mail, or the second step of a sign-in. */
export interface Landing {
  readonly password?: string | undefined
  readonly challenge?: string | undefined
  /** The other house knows somebody who has no account here, or did not answer. */
  readonly refused?: string | undefined
  /** A password was chosen by the link: said above the form. */
  readonly chosen?: boolean
}

/** Reads it once and takes it out of the address, so that it is neither kept in the history nor sent along. */
export function takeLanding(location: Location, history: History): Landing {
  const given = new URLSearchParams(location.hash.slice(1))
  const landing = { password: given.get('password') ?? undefined, challenge: given.get('challenge') ?? undefined, refused: given.get('refused') ?? undefined }
  if (Object.values(landing).some((value) => value !== undefined)) history.replaceState(null, '', location.pathname + location.search)
  return landing
}
