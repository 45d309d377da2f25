import { instant } from '../../../model/fields/instant.ts'
import { administrators } from '#schema/roles.ts'
import { PersistedQuery } from '#schema/core/persistedQuery.ts'
import { conflict, wrong } from '../../input.ts'
import { documentStep } from '../documentLife.ts'

const DAY = 86_400_000
const USUAL_DAYS = 180

export default documentStep({
  name: 'deprecateDocument',
  label: { fr: 'Déprécier', en: 'Deprecate' },
  help: { fr: 'Elle répond encore jusqu’à la date dite, et l’annonce à chaque réponse.', en: 'It goes on answering until the date given, and announces it with every answer.' },
  access: administrators, from: ['ACTIVE'], to: 'DEPRECATED',
  args: {
    sunsetAt: { kind: instant, options: { label: { fr: 'S’arrête le', en: 'Stops on' }, help: { fr: 'Vide : dans 180 jours.', en: 'Empty: in 180 days.' } } },
    successor: { kind: 'record', entity: () => PersistedQuery, options: { label: { fr: 'Remplacée par', en: 'Replaced by' } } },
  },
  writes: (work, document, { sunsetAt, successor, reason }) => {
    const usual = new Date(work.now.getTime() + USUAL_DAYS * DAY)
    const until = typeof sunsetAt === 'string' ? new Date(sunsetAt) : usual
    if (until <= work.now) throw wrong('sunsetAt', 'past', { fr: 'Cette date est passée.', en: 'This date is past.' })
    if (until < usual && typeof reason !== 'string') throw wrong('reason', 'required', { fr: 'Dites pourquoi elle s’arrête avant 180 jours.', en: 'Say why it stops before 180 days.' })
    if (successor === document.id) throw conflict('ownSuccessor', { fr: 'Elle ne se remplace pas elle-même.', en: 'It does not replace itself.' }, 'successor')
    return { deprecatedAt: work.now.toISOString(), sunsetAt: until.toISOString(), ...(typeof successor === 'string' ? { successor } : {}) }
  },
})
