import { choice, type ChoiceOptions } from '../../../model/fields/choice.ts'
import { instant } from '../../../model/fields/instant.ts'
import { text } from '../../../model/fields/text.ts'
import { shape } from '../../../model/shape.ts'
import { ApiKey } from '#schema/core/apiKey.ts'
import { keyScopes } from '#schema/core/choices.ts'
import { User } from '#schema/core/user.ts'
import { members } from '#schema/roles.ts'
import { action } from '../../../write/types.ts'
import { makeApiKey } from '../apiKeys.ts'

const scopes: ChoiceOptions = { required: true, values: keyScopes, label: { fr: 'Portées', en: 'Scopes' } }

export default action<ApiKey>({
  name: 'issueApiKey',
  on: ApiKey,
  scope: 'entity',
  label: { fr: 'Créer une clé', en: 'Create a key' },
  help: { fr: 'La clé n’est montrée qu’une fois : gardez-la aussitôt.', en: 'The key is shown once: keep it at once.' },
  access: members,
  args: {
    name: { kind: text, options: { required: true, label: { fr: 'Nom', en: 'Name' } } },
    scopes: { kind: choice, many: true, options: scopes },
    expiresAt: { kind: instant, options: { required: true, label: { fr: 'Expire le', en: 'Expires at' } } },
    only: { kind: text, many: true, options: { label: { fr: 'Limitée à', en: 'Limited to' }, help: { fr: 'Vide : tout ce que peut son titulaire. « Client:READ » : lire les clients seulement.', en: 'Empty: all that its owner may. “Client:READ”: reading clients only.' } } },
    addresses: { kind: text, many: true, options: { label: { fr: 'Adresses', en: 'Addresses' }, help: { fr: 'Vide : de partout. « 203.0.113.7 », « 2001:db8::/32 » : de là seulement.', en: 'Empty: from anywhere. “203.0.113.7”, “2001:db8::/32”: from there only.' } } },
    user: { kind: 'record', entity: () => User, options: { label: { fr: 'Titulaire', en: 'Owner' }, help: { fr: 'Soi-même, sauf pour le compte d’un client ou d’un partenaire.', en: 'Oneself, except for the login of a client or a partner.' } } },
  },
  returns: shape('IssuedApiKey', { secret: { type: 'String', required: true, description: 'For `Authorization: Bearer`. It is shown now and never again.' }, apiKey: { type: () => ApiKey } }, 'A key of the API with its secret.'),
  run: (work, { name, scopes, expiresAt, user, only, addresses }) => makeApiKey(work, {
    name: String(name), scopes: Array.isArray(scopes) ? scopes.map(String) : [], expiresAt: String(expiresAt), user: typeof user === 'string' ? user : undefined,
    only: Array.isArray(only) ? only.map(String).slice(0, 100) : [], addresses: Array.isArray(addresses) ? addresses.map(String).slice(0, 50) : [],
  }),
})
