import { list } from './list.ts'
import { show } from './show.ts'
import { create } from './create.ts'
import { update } from './update.ts'
import type { Argument, Command, Option } from '../command/types.ts'
import type { Labels } from '../text/labels.ts'
import { optionName, writable, type Field, type Thing } from '../things/types.ts'
import { asCsv, asJson, dryRun, passwordStdin } from './options.ts'
import { furtherCommands } from './furtherCommands.ts'

const TEXT: Labels = { fr: 'TEXTE', en: 'TEXT' }

/** What can be done with every kind of thing, and what with this one besides. */
export const commandsOf = (thing: Thing): Command[] => [
  {
    path: [thing.name, 'list'], summary: { fr: 'liste', en: 'list' }, options: listOptions(thing), examples: thing.examples.list ?? [],
    run: (context, given) => list(thing, context, given),
  },
  {
    path: [thing.name, 'show'], summary: { fr: 'une fiche entière', en: 'one whole record' }, args: [meant(thing)], options: [asJson], examples: thing.examples.show ?? [],
    run: (context, given) => show(thing, context, given),
  },
  {
    path: [thing.name, 'create'], summary: { fr: 'une nouvelle fiche', en: 'a new record' }, options: [...fieldOptions(thing, 'create'), dryRun, asJson], examples: thing.examples.create ?? [],
    about: { fr: 'Au terminal, demande ce qui manque.', en: 'On a terminal, asks for what is missing.' },
    run: (context, given) => create(thing, context, given),
  },
  {
    path: [thing.name, 'update'], summary: { fr: 'modifier une fiche', en: 'change a record' }, args: [meant(thing)], examples: thing.examples.update ?? [],
    about: { fr: 'Sans option, au terminal, demande quoi modifier. Une valeur vide ("") vide le champ.', en: 'Without options, on a terminal, asks what to change. An empty value ("") empties the field.' },
    options: [...fieldOptions(thing, 'update'), { name: 'expected-version', value: { fr: 'VERSION', en: 'VERSION' }, help: { fr: 'refuser si la fiche a changé depuis cette version (celle de --json)', en: 'refuse if the record changed since this version (that of --json)' } }, dryRun, asJson],
    run: (context, given) => update(thing, context, given),
  },
  ...furtherCommands(thing.name),
]

export const meant = ({ numbered }: Pick<Thing, 'numbered'>): Argument => ({
  name: numbered ? { fr: 'N° OU NOM', en: 'NUMBER OR NAME' } : { fr: 'NOM', en: 'NAME' }, rest: true,
  help: { fr: 'le numéro, le nom, ou des mots du nom', en: 'the number, the name, or words of the name' },
})

/** Which records, in what order, and what of them. */
export const filterOptions = (thing: Thing): Option[] => [
  ...thing.filters.map(({ option }) => option),
  { name: 'sort', value: { fr: 'CHAMPS', en: 'FIELDS' }, help: { fr: `ordre, - pour l’inverse : ${sortable(thing)}`, en: `order, - for the reverse: ${sortable(thing)}` } },
  { name: 'fields', value: { fr: 'CHAMPS', en: 'FIELDS' }, help: { fr: 'colonnes, séparées par des virgules', en: 'columns, separated by commas' } },
]

const listOptions = (thing: Thing): Option[] => [
  ...filterOptions(thing),
  { name: 'limit', value: { fr: 'NOMBRE', en: 'NUMBER' }, help: { fr: 'combien au plus (sinon 20)', en: 'how many at most (else 20)' } },
  { name: 'all', help: { fr: 'tout, page après page', en: 'all, page by page' } },
  asJson, asCsv,
]

const sortable = ({ fields }: Thing): string => fields.filter(({ sort }) => sort !== undefined).map(({ name }) => name).join(', ')

function fieldOptions(thing: Thing, verb: 'create' | 'update'): Option[] {
  return writable(thing, verb).map((field) => (field.kind === 'secret' ? passwordStdin : { name: optionName(field.name), value: placeholder(field), help: helpOf(field), ...(field.choices ? { choices: field.choices.map(({ value }) => value) } : {}) }))
}

const placeholders: Readonly<Partial<Record<Field['kind'], Labels>>> = {
  day: { fr: 'DATE', en: 'DATE' }, instant: { fr: 'DATE ET HEURE', en: 'DATE AND TIME' }, zoned: { fr: 'DATE ET HEURE', en: 'DATE AND TIME' }, zone: { fr: 'FUSEAU', en: 'ZONE' }, money: { fr: 'MONTANT', en: 'AMOUNT' }, count: { fr: 'NOMBRE', en: 'NUMBER' }, choice: { fr: 'CHOIX', en: 'CHOICE' },
}

const placeholder = ({ kind, target }: Field): Labels => (target ? { fr: target.numbered ? 'N° OU NOM' : 'NOM', en: target.numbered ? 'NUMBER OR NAME' : 'NAME' } : placeholders[kind] ?? TEXT)

const helpOf = ({ label, help, required }: Field): Labels => {
  const [fr, en] = [help?.fr ?? label.fr.toLowerCase(), help?.en ?? label.en.toLowerCase()]
  return required ? { fr: `${fr} (obligatoire à la création)`, en: `${en} (required to create)` } : { fr, en }
}
