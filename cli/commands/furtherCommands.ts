import { assign, dismiss, reassign, sign } from './actions.ts'
import { comment, comments } from './comments.ts'
import { methods, pay, payments } from './pay.ts'
import type { Argument, Command } from '../command/types.ts'
import type { ThingName } from '../things/types.ts'
import { asJson, dryRun, surely } from './options.ts'

const numbered: Argument = { name: { fr: 'N° OU NOM', en: 'NUMBER OR NAME' }, help: { fr: 'le numéro, ou le nom', en: 'the number, or the name' } }
const colleague: Argument = { name: { fr: 'COLLABORATEUR', en: 'COLLABORATOR' }, optional: true, help: { fr: 'le nom ou l’adresse ; demandé au terminal', en: 'the name or the address; asked on a terminal' } }

/** What the rights allow besides reading, creating and changing. */
const further: Readonly<Record<ThingName, readonly Command[]>> = {
  client: [{
    path: ['client', 'reassign'], summary: { fr: 'confier un client à un autre commercial (administrateur)', en: 'give a client to another sales contact (administrator)' }, args: [numbered, colleague], options: [dryRun, asJson],
    examples: ['crm client reassign 12 "Bill Boquet"'], run: (context, given) => reassign(context, given),
  }],
  contract: [{
    path: ['contract', 'sign'], summary: { fr: 'marquer un contrat signé', en: 'mark a contract as signed' }, args: [numbered], options: [surely, dryRun, asJson],
    about: { fr: 'Une signature ne s’annule pas.', en: 'A signature cannot be undone.' },
    examples: ['crm contract sign 652', 'crm contract sign 652 --yes'], run: (context, given) => sign(context, given),
  }, {
    path: ['contract', 'pay'], summary: { fr: 'enregistrer un paiement', en: 'record a payment' }, examples: ['crm contract pay 652 1250,00', 'crm contract pay 652 1,250.00 --on yesterday --method transfer'],
    args: [numbered, { name: { fr: 'MONTANT', en: 'AMOUNT' }, optional: true, help: { fr: 'ce qui a été payé ; demandé au terminal', en: 'what was paid; asked on a terminal' } }],
    options: [{ name: 'on', value: { fr: 'DATE', en: 'DATE' }, help: { fr: 'jour du paiement (sinon aujourd’hui)', en: 'day of the payment (else today)' } }, { name: 'method', value: { fr: 'MOYEN', en: 'METHOD' }, choices: methods.map(({ value }) => value.toLowerCase()), help: { fr: 'moyen de paiement', en: 'how it was paid' } }, surely, dryRun, asJson],
    run: (context, given) => pay(context, given),
  }, {
    path: ['contract', 'payments'], summary: { fr: 'les paiements', en: 'the payments' }, args: [{ ...numbered, rest: true }], options: [asJson], examples: ['crm contract payments 652'],
    run: (context, given) => payments(context, given),
  }],
  event: [{
    path: ['event', 'assign'], summary: { fr: 'désigner le support d’un événement', en: 'name the support contact of an event' }, args: [numbered, colleague], options: [dryRun, asJson],
    examples: ['crm event assign 109 "Kate Hastroff"'], run: (context, given) => assign(context, given),
  }],
  collaborator: [{
    path: ['collaborator', 'delete'], summary: { fr: 'supprimer un collaborateur', en: 'delete a collaborator' }, args: [{ ...numbered, name: { fr: 'NOM', en: 'NAME' } }], options: [surely, dryRun],
    about: { fr: 'Son accès prend fin ; ses clients et ses événements restent.', en: 'Their access ends; their clients and events stay.' },
    examples: ['crm collaborator delete kate@example.org'], run: (context, given) => dismiss(context, given),
  }],
}

export const furtherCommands = (name: ThingName): readonly Command[] => [...further[name], ...(name === 'collaborator' ? [] : commentCommands(name))]

/** The three departments talk to each other on the record itself. */
const commentCommands = (name: ThingName): Command[] => [{
  path: [name, 'comment'], summary: { fr: 'laisser un commentaire', en: 'leave a comment' }, examples: [`crm ${name} comment 12 "Prefers to be called in the morning"`],
  args: [numbered, { name: { fr: 'TEXTE', en: 'TEXT' }, optional: true, help: { fr: 'le commentaire ; - le lit sur l’entrée standard', en: 'the comment; - reads it from standard input' } }], options: [dryRun],
  run: (context, given) => comment(name, context, given),
}, {
  path: [name, 'comments'], summary: { fr: 'les commentaires', en: 'the comments' }, examples: [`crm ${name} comments 12`], args: [{ ...numbered, rest: true }], options: [asJson],
  run: (context, given) => comments(name, context, given),
}]
