import type { Action } from '../../write/types.ts'
import type { Labels, Locale } from '../../model/labels.ts'
import type { EntityModel, Model } from '../../model/model.ts'
import { AppError, messages } from '../../model/errors.ts'
import { verbOf } from '../../access/permission.ts'
import type { Question } from '../../access/explain.ts'
import type { Reading } from '../../read/rootQuery.ts'

/** Rights are told about anybody to whoever may read who has which, and to everybody about himself. */
export const seesRights = ({ caller }: Reading): boolean => caller.rights.of('Permission', 'read').rows === 'all'

const verbs = ['READ', 'CREATE', 'UPDATE', 'DELETE'] as const
const verbLabels: Readonly<Record<string, Labels>> = {
  READ: { fr: 'Lire', en: 'Read' }, CREATE: { fr: 'Créer', en: 'Create' }, UPDATE: { fr: 'Modifier', en: 'Update' }, DELETE: { fr: 'Supprimer', en: 'Delete' },
}

export interface Act { readonly name: string; readonly label: Labels; readonly declared: Action['access'] | undefined }

/** Everything that somebody can be allowed to do with an entity: the four verbs, its moves, the actions of modules. */
export function actsOn(entity: EntityModel, actions: readonly Action[]): readonly Act[] {
  const written = !entity.readOnly && !entity.abstract
  return [
    ...verbs.filter((verb) => verb === 'READ' || written).map((name) => ({ name, label: verbLabels[name] ?? { fr: name, en: name }, declared: undefined })),
    ...(written ? entity.moves.map(({ name, label }) => ({ name, label, declared: undefined })) : []),
    ...actions.filter(({ on }) => on === entity.cls).map(({ name, label, access }) => ({ name, label, declared: access })),
  ]
}

/** What is asked, checked against what is declared. @throws AppError BAD_USER_INPUT */
export function questionOf({ model, actions }: Pick<Reading, 'model' | 'actions'>, entityName: string, action: string, field: string | undefined): Question {
  const entity = model.entities.get(entityName)
  const act = entity && actsOn(entity, actions).find(({ name }) => name === action)
  const member = field === undefined ? undefined : entity?.members.get(field)
  const fault = (path: string): AppError => new AppError('BAD_USER_INPUT', [{ path, reason: 'unknown', message: path === 'field' ? messages.unknownField : unknown }])
  if (!entity) throw fault('entity')
  if (!act) throw fault('action')
  if (field !== undefined && (!member || member.options.hidden || !verbOf(action) || action === 'DELETE')) throw fault('field')
  return { entity, action, field, declared: act.declared }
}
const unknown = { fr: 'Inconnu ici : vérifiez le nom.', en: 'Unknown here: check the name.' }

export const actLabel = (question: Question, actions: readonly Action[], locale: Locale): string =>
  (actsOn(question.entity, actions).find(({ name }) => name === question.action)?.label[locale] ?? question.action).toLowerCase()

/** Every entity that people can be given rights on, by the order of the modules. */
export const entitiesIn = (model: Model): readonly EntityModel[] => [...model.entities.values()].filter((entity) => entity.name !== 'Session')
