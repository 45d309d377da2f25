import merge from 'lodash/merge.js'
import polyglotI18nProvider from 'ra-i18n-polyglot'
import type { I18nProvider } from 'ra-core'
import english from 'ra-language-english'
import french from 'ra-language-french'
import type { AdminMeta, Locale } from '../data/meta.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export const languages = [{ locale: 'fr', name: 'Français' }, { locale: 'en', name: 'English' }]

/** English stands below French, so that a sentence that react-admin's French lacks is not a key on the screen. */
export const messages = { fr: merge({}, english, french, fr), en: merge({}, english, en) }

/** Names of resources and fields, where react-admin looks for them. */
interface Words { [key: string]: Words | string }

function labelsOf(meta: AdminMeta): { resources: Words } {
  return {
    resources: Object.fromEntries(meta.resources.map((resource) => [resource.plural, {
      name: `${resource.label} |||| ${resource.labelPlural}`,
      fields: Object.fromEntries(resource.fields.map((field) => [field.name, field.label])),
    }])),
  }
}

/** Sentences without labels: for what stands before somebody is signed in. */
export const plainProvider = (locale: Locale): I18nProvider =>
  polyglotI18nProvider((wanted) => messages[wanted === 'en' ? 'en' : 'fr'], locale, languages, { allowMissing: true })

/** A change of language asks for `adminMeta` in that language first, so that nothing is shown in two. */
export function labelledProvider(first: AdminMeta, load: (locale: Locale) => Promise<AdminMeta>): I18nProvider {
  const withLabels = (locale: Locale, meta: AdminMeta) => ({ ...messages[locale], ...labelsOf(meta) })
  let started = false
  return polyglotI18nProvider((wanted) => {
    const locale: Locale = wanted === 'en' ? 'en' : 'fr'
    // The first call wants its answer at once: it is what was loaded before the first screen.
    if (!started) { started = true; return withLabels(locale, first) }
    return load(locale).then((meta) => withLabels(locale, meta))
  }, first.locale, languages, { allowMissing: true })
}
