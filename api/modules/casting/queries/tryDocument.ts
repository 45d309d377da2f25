import { text } from '../../../model/fields/text.ts'
import { json, type JsonOptions } from '../../../model/fields/json.ts'
import { notFound } from '../../../model/errors.ts'
import { documentDeskOf } from '../../../ports/documents.ts'
import { rootQuery } from '../../../read/rootQuery.ts'
import { partners } from '#schema/roles.ts'
import { argument } from '../../argument.ts'
import { grantsOf, termsIn } from '../ownGrants.ts'

const anyVariables: JsonOptions = { shape: { type: 'map', values: { type: 'any' }, max: 50 } }

export default rootQuery({
  name: 'tryDocument',
  description: 'Judges variables as the partners’ door does, and answers with invented data: nothing is read, and nothing is counted.',
  access: partners,
  args: { alias: argument(text, { required: true, max: 90 }), variables: argument(json, anyVariables) },
  returns: 'JSON',
  run: async (reading, { alias, variables }) => {
    const grant = (await grantsOf(reading)).find((one) => one.alias === alias)
    if (!grant) throw notFound('alias')
    return documentDeskOf(reading.model).tryOut(grant.text, termsIn(grant), (variables ?? {}) as Readonly<Record<string, unknown>>)
  },
})
