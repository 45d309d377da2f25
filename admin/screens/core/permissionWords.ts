import type { Labels } from '../screen.ts'
import type { Permission } from './permissions.ts'

/** What of an entity can be given: its acts and fields, by their names in the language of the screen. */
export interface Spoken {
  /** In the plural. */
  readonly label: string
  readonly acts: readonly { readonly name: string; readonly label: string }[]
  readonly fields: readonly { readonly name: string; readonly label: string }[]
}
type Say = (labels: Labels) => string

/** After the plural: «les contrats de son département». */
const among: Readonly<Record<string, Labels>> = {
  ALL: { fr: '', en: '' },
  DEPARTMENT: { fr: ' de son département', en: ' of their department' },
  PROJECT: { fr: ' de ses projets', en: ' of their projects' },
  OWN: { fr: ' qui sont les siens', en: ' of their own' },
}

/** The permissions of a role on one entity as people would say them: «Peut lire les contrats de son département, sauf le montant total.» */
export function sentencesOf(spoken: Spoken, permissions: readonly Permission[], say: Say): readonly string[] {
  return spoken.acts.flatMap((act) => {
    const own = permissions.filter(({ action, scope }) => action === act.name && scope !== 'NONE')
    const whole = (effect: string): Permission | undefined => own.find((one) => one.field === null && one.effect === effect)
    const named = (effect: string): readonly Permission[] => own.filter((one) => one.field !== null && one.effect === effect)
    const verb = lower(act.label)
    const what = say({ fr: `les ${lower(spoken.label)}`, en: lower(spoken.label) })
    const fieldOf = ({ field }: Permission): string => `« ${spoken.fields.find(({ name }) => name === field)?.label ?? field ?? ''} »`
    const of = say({ fr: `des ${lower(spoken.label)}`, en: `of ${lower(spoken.label)}` })
    /** Fields with the same rows are told together. */
    const byField = (start: string, fields: readonly Permission[]): string[] =>
      [...Map.groupBy(fields, ({ scope }) => scope)].map(([scope, same]) => `${start} ${verb} ${listed(same.map(fieldOf), say)} ${of}${where(scope, say)}`)
    const [given, refused] = [whole('ALLOW'), whole('DENY')]
    // What is refused on other rows than are given is said by itself.
    const but = given && !refused ? named('DENY').filter(({ scope }) => scope === 'ALL' || scope === given.scope) : []
    const sentences = [
      given ? `${say({ fr: 'Peut', en: 'May' })} ${verb} ${what}${where(given.scope, say)}${but.length > 0 ? say({ fr: ', sauf ', en: ', but not ' }) + listed(but.map(fieldOf), say) : ''}` : '',
      ...byField(say({ fr: given ? 'Peut aussi' : 'Peut', en: given ? 'May also' : 'May' }), named('ALLOW')),
      refused ? `${say({ fr: 'Ne peut jamais', en: 'May never' })} ${verb} ${what}${where(refused.scope, say)}` : '',
      ...(refused ? [] : byField(say({ fr: 'Ne peut jamais', en: 'May never' }), named('DENY').filter((one) => !but.includes(one)))),
    ]
    return sentences.filter((sentence) => sentence !== '').map((sentence) => `${sentence}.`)
  })
}

const where = (scope: string, say: Say): string => say(among[scope] ?? { fr: '', en: '' })
const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

function listed(names: readonly string[], say: Say): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${say({ fr: 'et', en: 'and' })} ${last}`
}
