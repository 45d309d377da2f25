import type { Ask } from '../frame/load.ts'

/** One row of the list, as each server's answer is read before they are compared. */
export interface Offer {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly reference: string | null
  readonly state: string
  readonly posts: number
  readonly startsOn: string | null
  readonly publishFrom: string | null
  readonly publishUntil: string | null
  readonly client: { readonly id: string; readonly companyName: string }
  readonly profession: { readonly id: string; readonly name: string; readonly domain: { readonly id: string; readonly name: string } }
  readonly contractType: { readonly id: string; readonly name: string }
  readonly categories: readonly { readonly id: string; readonly name: string }[]
  readonly address: { readonly id: string; readonly city: string } | null
}

export const PAGE = 20

/** Fifty days spread over the three years of offers, in an order that jumps. */
export const days: readonly string[] = Array.from({ length: 50 }, (_, index) => new Date(Date.now() - ((index * 37) % 50) * 21 * 86_400_000 - 3_600_000).toISOString())

const own = 'number title reference state posts startsOn publishFrom publishUntil'

export const offerFields = `id ${own}
      client { id companyName } profession { id name domain { id name } } contractType { id name }
      categories { id name } address { id city }`

const coulissesList = `query Offers($before: DateTime!) {
  castingOffers(filter: { publishFrom: { lte: $before } }, sort: [{ publishFrom: DESC }], page: { size: ${PAGE} }) {
    items { ${offerFields} }
  }
}`

const postgraphileList = `query Offers($before: Datetime!) {
  offers: allCastingOffersList(filter: { publishFrom: { lessThanOrEqualTo: $before } }, orderBy: [PUBLISH_FROM_DESC, ROW_ID_DESC], first: ${PAGE}) {
    id: rowId ${own}
    client: clientByClientId { id: rowId companyName }
    profession: professionByProfessionId { id: rowId name domain: professionDomainByDomainId { id: rowId name } }
    contractType: contractTypeByContractTypeId { id: rowId name }
    categories: castingOfferCategoriesByCastingOfferIdList { category: castingCategoryByCastingCategoryId { id: rowId name } }
    address: addressByAddressId { id: rowId city }
  }
}`

const asks = (query: string): Ask[] => days.map((before) => ({ query, variables: { before } }))

export const lists = { coulisses: asks(coulissesList), postgraphile: asks(postgraphileList), byHand: asks('list') } as const

type Pair = { readonly category: { readonly id: string; readonly name: string } }
export type PostgraphileAnswer = { readonly offers: readonly (Omit<Offer, 'categories'> & { readonly categories: readonly Pair[] })[] }
export type CoulissesAnswer = { readonly castingOffers: { readonly items: readonly Offer[] } }
export type ByHandAnswer = { readonly offers: readonly Offer[] }

/** One form for all: instants as instants, since both `Z` and `+00:00` are said. */
export const plain = (offers: readonly Offer[]): Offer[] => offers.map((offer) => ({ ...offer, publishFrom: instant(offer.publishFrom), publishUntil: instant(offer.publishUntil) }))

/** The same with categories by name, since not everyone can sort them so. */
export const byName = (offers: readonly Offer[]): Offer[] => plain(offers).map((offer) => ({
  ...offer, categories: offer.categories.toSorted((one, other) => one.name.localeCompare(other.name, 'fr') || one.id.localeCompare(other.id)),
}))

const instant = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString())

export const fromPostgraphile = ({ offers }: PostgraphileAnswer): Offer[] => offers.map((offer) => ({ ...offer, categories: offer.categories.map(({ category }) => category) }))
