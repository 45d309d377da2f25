// Written by `npm run generate` from the files of documents/site and documents/partner. Do not edit.
export interface BuiltInDocument {
  readonly name: string
  readonly revision: number
  readonly client: 'SITE' | 'PARTNER'
  readonly document: string
  readonly variables?: unknown
  readonly cacheSeconds?: number
}

export const builtInDocuments: readonly BuiltInDocument[] = [
  {
    "name": "article",
    "revision": 1,
    "client": "SITE",
    "document": "query Article($slug: String!) {\n  articles(filter: { slug: { eq: $slug } }, page: { size: 1 }) { items { id title slug summary body publishAt image { id name altText } } }\n}"
  },
  {
    "name": "articles",
    "revision": 1,
    "client": "SITE",
    "document": "query Articles($page: PageInput) {\n  articles(sort: [{ publishAt: DESC }], page: $page) { items { id title slug summary publishAt } total pageInfo { hasNextPage endCursor } }\n}"
  },
  {
    "name": "casting-offer",
    "revision": 1,
    "client": "SITE",
    "document": "query CastingOffer($id: ID!) {\n  castingOffer(id: $id) { id reference title description posts startsOn publishFrom publishUntil client { id companyName } profession { id name domain { id name } } contractType { id name } categories { id name } address { id city postcode region { id name } } contact { id displayName email phone { raw e164 } } }\n}"
  },
  {
    "name": "casting-search",
    "revision": 1,
    "client": "SITE",
    "document": "query CastingSearch($filter: CastingOfferFilter, $sort: [CastingOfferSort!], $page: PageInput) {\n  castingOffers(filter: $filter, sort: $sort, page: $page) {\n    items { id reference title posts startsOn publishFrom publishUntil client { id companyName } profession { id name domain { id name } } contractType { id name } categories { id name } address { id city postcode region { id name } } }\n    total\n    pageInfo { hasNextPage hasPreviousPage endCursor }\n  }\n}"
  },
  {
    "name": "casting-search",
    "revision": 2,
    "client": "SITE",
    "document": "query CastingSearch($words: String, $domains: [ID!], $professions: [ID!], $contractTypes: [ID!], $regions: [ID!], $categories: [ID!], $town: String, $near: PositionInput, $km: SafeInt, $startsFrom: Date, $startsUntil: Date, $publishedSince: DateTime, $order: String, $first: SafeInt, $after: String) {\n  castingSearch(words: $words, domains: $domains, professions: $professions, contractTypes: $contractTypes, regions: $regions, categories: $categories, town: $town, near: $near, km: $km, startsFrom: $startsFrom, startsUntil: $startsUntil, publishedSince: $publishedSince, order: $order, first: $first, after: $after) {\n    items {\n      offer { id reference title posts startsOn publishFrom publishUntil client { id companyName } profession { id name domain { id name } } contractType { id name } categories { id name } address { id city postcode region { id name } } }\n      title\n      snippet\n      distance\n    }\n    total\n    more\n    facets { domains { id name count } professions { id name count } contractTypes { id name count } regions { id name count } categories { id name count } }\n    place { name latitude longitude km }\n    pageInfo { hasNextPage endCursor }\n  }\n}"
  },
  {
    "name": "partner-feed",
    "revision": 1,
    "client": "PARTNER",
    "document": "query PartnerFeed($feed: String!, $since: String, $first: SafeInt, $after: String) {\n  readFeed(feed: $feed, since: $since, first: $first, after: $after) {\n    items { id reference title description posts startsOn publishFrom publishUntil client { companyName } profession { name domain { name } } contractType { name } categories { name } address { city postcode countryCode position { latitude longitude } region { name } } contact { displayName email phone { raw } } }\n    gone\n    complete\n    nextSince\n    hasNextPage\n    endCursor\n  }\n}"
  }
]
