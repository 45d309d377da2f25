/** A small world in the shape of the API, for tests and for looking at screens without a database. */
export interface FakeField {
  readonly name: string
  readonly kind: string
  readonly required?: boolean
  readonly many?: boolean
  readonly readOnly?: boolean
  /** Written only: neither read nor stored. */
  readonly transient?: boolean
  readonly group?: string
  readonly values?: readonly string[]
  readonly initial?: string
  readonly target?: string
  readonly targets?: readonly string[]
  readonly inverse?: string
  readonly owned?: boolean
  readonly ordered?: boolean
  readonly default?: string | number | boolean
  readonly visibleWhen?: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>
  readonly requiredWhen?: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>
}

export interface FakeEntity {
  readonly name: string
  readonly plural: string
  readonly title: string
  readonly fields: readonly FakeField[]
  readonly abstract?: boolean
  readonly parent?: string
  readonly groups?: readonly string[]
  readonly moves?: readonly { readonly name: string; readonly field: string; readonly from: readonly string[]; readonly to: string; readonly confirm?: string }[]
  readonly menu?: boolean
  readonly list?: readonly string[]
  readonly module?: string
}

const text = (name: string, more: Partial<FakeField> = {}): FakeField => ({ name, kind: 'text', ...more })

export const base: readonly FakeField[] = [
  { name: 'id', kind: 'id', readOnly: true },
  { name: 'version', kind: 'integer', readOnly: true },
  { name: 'createdAt', kind: 'instant', readOnly: true },
  { name: 'updatedAt', kind: 'instant', readOnly: true },
]

const party: readonly FakeField[] = [text('displayName', { required: true }), { name: 'email', kind: 'email' }, { name: 'phone', kind: 'phone' }]

export const entities: readonly FakeEntity[] = [
  {
    name: 'Offer', plural: 'offers', title: 'title', module: 'casting', menu: true, list: ['title', 'client', 'fee', 'state', 'publishFrom', 'categories'], groups: ['publication'],
    fields: [
      text('title', { required: true }), { name: 'description', kind: 'richText' },
      { name: 'client', kind: 'belongsTo', target: 'Client', inverse: 'offers', required: true },
      { name: 'categories', kind: 'manyToMany', target: 'Category', inverse: 'offers', many: true },
      { name: 'fee', kind: 'money' }, { name: 'posts', kind: 'integer', default: 1 },
      { name: 'publishFrom', kind: 'instant', group: 'publication' }, { name: 'publishUntil', kind: 'instant', group: 'publication' },
      { name: 'contactPublic', kind: 'boolean', group: 'publication', default: false },
      text('contactName', { group: 'publication', visibleWhen: { contactPublic: { eq: true } }, requiredWhen: { contactPublic: { eq: true } } }),
      { name: 'state', kind: 'choice', values: ['DRAFT', 'PUBLISHED', 'WITHDRAWN'], initial: 'DRAFT', readOnly: true },
    ],
    moves: [
      { name: 'publish', field: 'state', from: ['DRAFT', 'WITHDRAWN'], to: 'PUBLISHED' },
      { name: 'withdraw', field: 'state', from: ['PUBLISHED'], to: 'WITHDRAWN', confirm: 'Withdraw it?' },
    ],
  },
  {
    name: 'Client', plural: 'clients', title: 'companyName', module: 'casting', menu: true, list: ['companyName', 'organisation', 'offers'],
    fields: [
      text('companyName', { required: true }), { name: 'organisation', kind: 'belongsTo', target: 'Organisation', inverse: 'clients', owned: true },
      { name: 'contact', kind: 'belongsTo', target: 'Person', inverse: 'clients' }, { name: 'offers', kind: 'hasMany', target: 'Offer', inverse: 'client', many: true },
      { name: 'logo', kind: 'file', target: 'FileAsset' },
    ],
  },
  { name: 'Category', plural: 'categories', title: 'name', module: 'casting', menu: true, fields: [text('name', { required: true }), { name: 'offers', kind: 'manyToMany', target: 'Offer', inverse: 'categories', many: true, readOnly: true }] },
  { name: 'Party', plural: 'parties', title: 'displayName', module: 'contacts', abstract: true, menu: true, fields: party },
  { name: 'Organisation', plural: 'organisations', title: 'displayName', module: 'contacts', parent: 'Party', menu: true, fields: [...party, text('legalName'), { name: 'clients', kind: 'hasMany', target: 'Client', inverse: 'organisation', many: true }] },
  { name: 'Person', plural: 'people', title: 'displayName', module: 'contacts', parent: 'Party', menu: true, fields: [...party, text('jobTitle'), { name: 'clients', kind: 'hasMany', target: 'Client', inverse: 'contact', many: true }] },
  { name: 'FileAsset', plural: 'fileAssets', title: 'name', module: 'core', fields: [text('name'), { name: 'size', kind: 'integer', readOnly: true }, text('mimeType', { readOnly: true })] },
  {
    name: 'Sample', plural: 'samples', title: 'text', module: 'core', menu: true, list: ['text', 'date', 'boolean', 'choice'],
    fields: [
      text('text', { required: true }), { name: 'longText', kind: 'longText' }, { name: 'richText', kind: 'richText' }, { name: 'integer', kind: 'integer' }, { name: 'decimal', kind: 'decimal' },
      { name: 'money', kind: 'money' }, { name: 'boolean', kind: 'boolean' }, { name: 'choice', kind: 'choice', values: ['ONE', 'TWO', 'THREE'] },
      { name: 'choices', kind: 'choice', values: ['RED', 'GREEN', 'BLUE'], many: true }, { name: 'date', kind: 'date' }, { name: 'instant', kind: 'instant' }, { name: 'zoned', kind: 'zonedInstant' },
      { name: 'duration', kind: 'duration' }, { name: 'email', kind: 'email' }, { name: 'url', kind: 'url' }, { name: 'phone', kind: 'phone' }, { name: 'country', kind: 'country' }, { name: 'language', kind: 'language' },
      { name: 'currency', kind: 'currency' }, { name: 'percentage', kind: 'percentage' }, { name: 'position', kind: 'position' }, { name: 'json', kind: 'json' }, { name: 'encrypted', kind: 'encrypted' },
      { name: 'sequence', kind: 'sequence', readOnly: true }, { name: 'reference', kind: 'id' }, { name: 'file', kind: 'file', target: 'FileAsset' }, { name: 'subject', kind: 'anyOf', targets: ['Offer', 'Client'] },
      { name: 'ordered', kind: 'manyToMany', target: 'Category', many: true, ordered: true },
    ],
  },
]

export const entity = (name: string): FakeEntity => {
  const found = entities.find((one) => one.name === name)
  if (!found) throw new Error(`no entity ${name} in the fake`)
  return found
}
export const membersOf = (one: FakeEntity): readonly FakeField[] => [...base, ...one.fields]
export const kindsOf = (one: FakeEntity): readonly string[] => entities.filter((other) => other.parent === one.name).map((other) => other.name)
/** `contactName` → `Contact name` */
export const labelOf = (name: string): string => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll(/([a-z])([A-Z])/g, (_, left: string, right: string) => `${left} ${right.toLowerCase()}`)
