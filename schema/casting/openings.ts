import { opens } from '#model'
import { Address } from '../core/address.ts'
import { Client } from '../core/client.ts'
import { FileAsset } from '../core/fileAsset.ts'
import { Person } from '../core/person.ts'
import { PersistedQuery } from '../core/persistedQuery.ts'
import { castingDesk, partners, visitors } from '../roles.ts'
import { grantedDocument } from './grantRules.ts'
import { clientOfPublished, contactOfPublished, imageOfArticle, imageOfPublished, placeOfPublished } from './rules.ts'

/** What published offers and articles show of shared records, beside them. */
export default [
  opens(Client, 'read', visitors.where(clientOfPublished).fields('companyName').beside()),
  opens(Address, 'read', visitors.where(placeOfPublished).fields('city', 'postcode', 'region', 'countryCode', 'position').beside()),
  opens(Person, 'read', visitors.where(contactOfPublished).fields('displayName', 'firstName', 'lastName', 'email', 'phone').beside()),
  opens(FileAsset, 'read', visitors.where(imageOfPublished).fields('name', 'mimeType', 'size', 'altText').beside()),
  opens(FileAsset, 'read', castingDesk.where(imageOfArticle)),
  opens(PersistedQuery, 'read', partners.where(grantedDocument).fields('name', 'revision', 'alias', 'hash', 'document', 'operationName', 'variables', 'cacheSeconds', 'deprecatedAt', 'sunsetAt', 'successor', 'state')),
]
