import { rowRule } from '#model'

/** Every row: for grants that must name their fields but not their rows. */
export const always = rowRule('always', { fr: 'toutes les lignes', en: 'all rows' }, {})
