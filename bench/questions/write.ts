/** What is written: by GraphQL and by hand, the same columns and pairs. */
export interface Draft {
  readonly title: string
  readonly client: string
  readonly profession: string
  readonly contractType: string
  readonly address: string
  readonly categories: readonly string[]
  readonly description: string
  readonly posts: number
  readonly startsOn: string
  readonly publishFrom: string
  readonly publishUntil: string
}

/** What an employee changes in it later. */
export interface Revision {
  readonly id: string
  readonly title: string
  readonly posts: number
  readonly publishUntil: string
  readonly categories: readonly string[]
}

export const createOffer = 'mutation Create($input: CastingOfferCreateInput!) { createCastingOffer(input: $input) { id version reference } }'
export const updateOffer = 'mutation Update($id: ID!, $input: CastingOfferUpdateInput!) { updateCastingOffer(id: $id, input: $input, expectedVersion: 1) { id version } }'

export const createInput = ({ client, profession, contractType, address, categories, ...fields }: Draft): Record<string, unknown> => ({
  ...fields, client: { connect: client }, profession: { connect: profession }, contractType: { connect: contractType }, address: { connect: address }, categories: { connect: categories },
})

export const updateInput = ({ id: _id, categories, ...fields }: Revision): Record<string, unknown> => ({ ...fields, categories: { set: categories } })

/** Rows to choose from. */
export interface Ground {
  readonly clients: readonly string[]
  readonly professions: readonly string[]
  readonly contractTypes: readonly string[]
  readonly addresses: readonly string[]
  readonly categories: readonly string[]
}

let made = 0

export function draft(ground: Ground): Draft {
  const turn = made++
  return {
    title: `Recherche interprètes pour une création (${turn})`, description: '<p>Répétitions le matin, représentations en soirée.</p><p>Défraiement et logement prévus.</p>',
    posts: 1 + turn % 4, startsOn: '2027-03-01', publishFrom: '2026-12-01T08:00:00.000Z', publishUntil: '2027-02-01T08:00:00.000Z',
    client: pick(ground.clients, turn * 7), profession: pick(ground.professions, turn * 3), contractType: pick(ground.contractTypes, turn), address: pick(ground.addresses, turn * 11),
    categories: [pick(ground.categories, turn), pick(ground.categories, turn + 5)],
  }
}

/** Another title, another end, and one of the two categories exchanged. */
export const revision = (id: string, { categories, title }: Pick<Draft, 'categories' | 'title'>, ground: Ground): Revision => ({
  id, title: `${title}, deuxième version`, posts: 5, publishUntil: '2027-02-15T08:00:00.000Z',
  categories: [categories[0] ?? '', ground.categories.find((one) => !categories.includes(one)) ?? ''],
})

function pick(from: readonly string[], place: number): string {
  const found = from[place % from.length]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}
