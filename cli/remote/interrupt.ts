import { Failure } from '../failure.ts'
import type { Labels, Locale } from '../text/labels.ts'

const waiting: Labels = {
  fr: 'La modification est partie : sa réponse est attendue. Ctrl-C de nouveau quitte sans la connaître.',
  en: 'The change is on its way: its answer is waited for. Ctrl-C again leaves without knowing it.',
}
const left: Labels = {
  fr: 'Interrompu : on ne sait pas si la modification a été faite. Vérifiez avant de recommencer.',
  en: 'Interrupted: whether the change was made is not known. Check before doing it again.',
}

/** A change that was sent is not left half known: the first Ctrl-C waits for its answer, the second leaves and says so. */
export async function uninterrupted<T>(work: Promise<T>, locale: Locale): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  let times = 0
  const onInterrupt = (): void => {
    times++
    if (times === 1) process.stderr.write(`\n${waiting[locale]}\n`)
    else reject(new Failure(130, left))
  }
  process.on('SIGINT', onInterrupt)
  try {
    const done = await Promise.race([work, promise])
    if (times > 0) process.stderr.write(locale === 'fr' ? 'La modification est faite.\n' : 'The change is made.\n')
    return done
  } finally {
    process.off('SIGINT', onInterrupt)
  }
}
