/** What the public site asks, word for word: visitors run registered documents only (MC-50, MC-55). */
export interface SiteDocument {
  readonly name: string
  readonly document: string
}

export const siteDocuments: readonly SiteDocument[] = [
  {
    name: 'casting-search',
    document: `query CastingSearch($filter: CastingOfferFilter, $sort: [CastingOfferSort!], $page: PageInput) {
  castingOffers(filter: $filter, sort: $sort, page: $page) {
    items { id reference title posts startsOn publishFrom publishUntil client { id companyName } profession { id name domain { id name } } contractType { id name } categories { id name } address { id city postcode region { id name } } }
    total
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`,
  },
  {
    name: 'casting-offer',
    document: `query CastingOffer($id: ID!) {
  castingOffer(id: $id) { id reference title description posts startsOn publishFrom publishUntil client { id companyName } profession { id name domain { id name } } contractType { id name } categories { id name } address { id city postcode region { id name } } contact { id displayName email phone { raw e164 } } }
}`,
  },
  {
    name: 'articles',
    document: `query Articles($page: PageInput) {
  articles(sort: [{ publishAt: DESC }], page: $page) { items { id title slug summary publishAt } total pageInfo { hasNextPage endCursor } }
}`,
  },
  {
    name: 'article',
    document: `query Article($slug: String!) {
  articles(filter: { slug: { eq: $slug } }, page: { size: 1 }) { items { id title slug summary body publishAt image { id name altText } } }
}`,
  },
]
