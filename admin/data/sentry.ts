import { captureException, init } from '@sentry/react'

type Event = Parameters<NonNullable<NonNullable<Parameters<typeof init>[0]>['beforeSend']>>[0]

/** Sends what it is given and listens to nothing: no clicks, no addresses, no requests. */
export function startSentry(dsn: string, release: string): (error: Error) => void {
  init({ dsn, release, defaultIntegrations: false, sendDefaultPii: false, maxBreadcrumbs: 0, beforeSend: cleaned })
  return (error) => { captureException(error) }
}

/** What is in quotes, looks like an address, or has many digits, may be somebody's. */
const words = (text: string): string => text.replace(/[^\s@]+@[^\s@]+/g, '[e-mail]').replace(/(["'`«“])(?![\w$.]{1,40}["'`»”])[^"'`»”]+["'`»”]/g, '$1…').replace(/\+?\d[\d .()-]{7,}\d/g, '[number]').slice(0, 500)
const withoutQuery = (file: string | undefined): string | undefined => file?.split(/[?#]/)[0]

/** Keeps what is named here and drops the rest. */
export function cleaned({ event_id, timestamp, platform, level, release, exception }: Event): Event {
  const values = exception?.values?.map(({ type, value, stacktrace }) => ({
    ...(type === undefined ? {} : { type }), value: words(value ?? ''),
    stacktrace: { frames: (stacktrace?.frames ?? []).map(({ filename, function: name, lineno, colno }) => ({
      ...(filename === undefined ? {} : { filename: withoutQuery(filename) ?? '' }), ...(name === undefined ? {} : { function: name }), ...(lineno === undefined ? {} : { lineno }), ...(colno === undefined ? {} : { colno }),
    })) },
  }))
  const kept = { event_id, timestamp, platform, level, release, ...(values ? { exception: { values } } : {}) }
  return { type: undefined, ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) }
}
