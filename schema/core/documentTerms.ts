import type { Shape } from '../../api/model/fields/json.ts'

/**
 * What a caller may give for the variables of an approved document, by their paths (`page.size`): one value
 * only, which the house gives itself; one of several; a range; a length; or, of an object, some of its keys.
 */
export const variablesPolicy: Shape = {
  type: 'map', max: 50,
  values: {
    type: 'object',
    properties: {
      pinned: { type: 'any' }, oneOf: { type: 'array', items: { type: 'any' }, max: 200 },
      min: { type: 'number' }, max: { type: 'number' }, maxLength: { type: 'integer' }, only: { type: 'array', items: { type: 'string', max: 100 }, max: 100 },
    },
  },
}
