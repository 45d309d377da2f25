import { PAGE, type Offer } from './list.ts'

/** One published offer, as the public reads it. */
export type SiteOffer = Omit<Offer, 'number' | 'state'>

const own = 'reference title posts startsOn publishFrom publishUntil'
/** Categories in the order of their ids, which is the one that everybody can give. */
const fields = `id ${own} client { id companyName } profession { id name domain { id name } } contractType { id name } categories(sort: [{ id: ASC }]) { id name } address { id city }`

/** The document that is approved for the public door. */
export const siteDocument = `query Search($before: DateTime!) {
  castingOffers(filter: { publishFrom: { lte: $before } }, sort: [{ publishFrom: DESC }], page: { size: ${PAGE} }) { items { ${fields} } }
}`

export const postgraphileSearch = `query Search($before: Datetime!, $now: Datetime!) {
  offers: allCastingOffersList(
    filter: { publishFrom: { lessThanOrEqualTo: $before }, state: { equalTo: "PUBLISHED" }, or: [{ publishUntil: { isNull: true } }, { publishUntil: { greaterThan: $now } }] }
    orderBy: [PUBLISH_FROM_DESC, ROW_ID_DESC], first: ${PAGE}
  ) {
    id: rowId ${own}
    client: clientByClientId { id: rowId companyName }
    profession: professionByProfessionId { id: rowId name domain: professionDomainByDomainId { id: rowId name } }
    contractType: contractTypeByContractTypeId { id: rowId name }
    categories: castingOfferCategoriesByCastingOfferIdList { category: castingCategoryByCastingCategoryId { id: rowId name } }
    address: addressByAddressId { id: rowId city }
  }
}`

/** Offers that are published have been so for sixty days at most. */
const FIFTY_DAYS = 50 * 86_400_000
let asked = 0

/** Another moment each time, in an order that jumps: nobody answers from memory. */
export const someMoment = (): string => new Date(Date.now() - ((asked++ * 7_919_993) % FIFTY_DAYS)).toISOString()
