import { Article } from '../schema/casting/article.ts'
import { CastingCategory } from '../schema/casting/castingCategory.ts'
import { CastingOffer } from '../schema/casting/castingOffer.ts'
import { DiffusionPartner } from '../schema/casting/diffusionPartner.ts'
import { DocumentGrant } from '../schema/casting/documentGrant.ts'
import { PartnerFeed } from '../schema/casting/partnerFeed.ts'
import { Profession } from '../schema/casting/profession.ts'
import { ProfessionDomain } from '../schema/casting/professionDomain.ts'
import { Prospect } from '../schema/casting/prospect.ts'
import { Address } from '../schema/core/address.ts'
import { Client } from '../schema/core/client.ts'
import { ContractType } from '../schema/core/contractType.ts'
import { Department } from '../schema/core/department.ts'
import { LegalStatus } from '../schema/core/legalStatus.ts'
import { Organisation } from '../schema/core/organisation.ts'
import { PersistedQuery } from '../schema/core/persistedQuery.ts'
import { Person } from '../schema/core/person.ts'
import { Region } from '../schema/core/region.ts'
import { Role } from '../schema/core/role.ts'
import { User } from '../schema/core/user.ts'
import { documentDeskOf } from '../api/ports/documents.ts'
import type { Work } from '../api/write/types.ts'
import { accounts, type AccountSeed } from './demo/accounts.ts'
import { articles } from './demo/articles.ts'
import { offers } from './demo/offers.ts'
import { organisations, type OrganisationSeed } from './demo/organisations.ts'
import { people } from './demo/people.ts'
import { towns } from './core/towns.ts'
import { connect, idOf, idsBy } from './ids.ts'
import { loadCrm } from './loadCrm.ts'

type Ids = ReadonlyMap<string, string>

/** What the demonstration's partner may ask, as if two people had agreed. */
const OFFERS_FOR_PARTNERS = `query OffersForPartners($page: PageInput, $filter: CastingOfferFilter) {
  castingOffers(page: $page, filter: $filter, sort: [{ publishFrom: DESC }]) {
    items { id reference title description posts startsOn publishFrom publishUntil client { companyName } profession { name domain { name } } contractType { name } address { city postcode region { name } } }
    total
    pageInfo { hasNextPage endCursor }
  }
}`

async function loadGrant(work: Work): Promise<void> {
  const [partner] = await work.run(`select p.id from diffusion_partner p join "user" u on u.acts_for_id = p.organisation_id where u.email = 'partner@coulisses.test'`, [])
  if (!partner) throw new Error('the demonstration has no partner')
  const document = await work.create(PersistedQuery, { name: 'offers-for-partners', client: 'PARTNER', document: OFFERS_FOR_PARTNERS, variables: { 'page.size': { max: 50 }, filter: { only: ['profession', 'contractType', 'publishFrom'] } } }, { state: 'ACTIVE', disclosed: documentDeskOf(work.model).disclosure(OFFERS_FOR_PARTNERS, 'PARTNER') })
  await work.create(DocumentGrant, { partner: { connect: partner['id'] }, document: { connect: document }, ratePerMinute: 60, rowsPerDay: 20_000, pageLimit: 50 }, { state: 'ACTIVE' })
  const [feeds] = await work.rows(PersistedQuery, { name: { eq: 'partner-feed' } })
  await work.create(DocumentGrant, { partner: { connect: partner['id'] }, document: { connect: feeds?.id }, ratePerMinute: 600 }, { state: 'ACTIVE' })
  await work.create(PartnerFeed, { name: 'Toutes les offres', partner: { connect: partner['id'] } })
}

/** Password of every account of the demonstration. They are never made on a database of the user's own. */
export const demoPassword = 'coulisses-demo'

/** Loads the demonstration into a database without accounts. @returns whether it was loaded now */
export async function loadDemo(work: Work): Promise<boolean> {
  if ((await work.count(User, {})) > 0) return false
  const regions = await idsBy(work, Region, (region) => region.code)
  const cards = await loadOrganisations(work, regions)
  const persons = await loadPeople(work, cards)
  const users = await loadAccounts(work, cards, persons)
  const clients = await loadClients(work, cards, persons)
  await loadPartners(work, cards, persons)
  await loadGrant(work)
  await loadProspects(work, cards, persons, users)
  await loadOffers(work, { regions, persons, users, clients })
  await loadArticles(work, users)
  await loadCrm(work, users)
  return true
}

const zip = (keys: readonly string[], ids: readonly string[]): Ids => new Map(keys.map((key, index) => [key, ids[index] ?? '']))

function townInput(regions: Ids, city: string, line1?: string): Record<string, unknown> {
  const town = towns.find((one) => one.city === city)
  if (!town) throw new Error(`no town ${city}`)
  const { postcode, countryCode, latitude, longitude } = town
  return { ...(line1 ? { line1 } : {}), city, postcode, countryCode, region: connect(regions, town.region), position: { latitude, longitude } }
}

async function loadOrganisations(work: Work, regions: Ids): Promise<Ids> {
  const statuses = await idsBy(work, LegalStatus, (status) => status.code)
  const ids = await work.createMany(Organisation, organisations.map(({ name, legalName, legalStatus, registrationNo, sizeBand, sector, email, phone, website, town, line1 }) => ({
    name, legalName, sizeBand, sector, email, phone, website, ...(registrationNo ? { registrationNo } : {}),
    legalStatus: connect(statuses, legalStatus), addresses: { create: [townInput(regions, town, line1)] },
  })))
  return zip(organisations.map(({ key }) => key), ids)
}

async function loadPeople(work: Work, cards: Ids): Promise<Ids> {
  const ids = await work.createMany(Person, people.map(({ firstName, lastName, jobTitle, email, phone, organisation }) => ({ firstName, lastName, jobTitle, email, phone, employers: { connect: [idOf(cards, organisation)] } })))
  return zip(people.map(({ key }) => key), ids)
}

async function loadAccounts(work: Work, cards: Ids, persons: Ids): Promise<Ids> {
  const roles = await idsBy(work, Role, (role) => role.key)
  const departments = await idsBy(work, Department, (department) => department.key)
  const ids: string[] = []
  for (const account of accounts) ids.push(await loadAccount(work, account, { roles, departments, cards, persons }))
  return zip(accounts.map(({ key }) => key), ids)
}

function loadAccount(work: Work, { firstName, lastName, jobTitle, email, role, actsFor, department }: AccountSeed, { roles, departments, cards, persons }: Readonly<Record<'roles' | 'departments' | 'cards' | 'persons', Ids>>): Promise<string> {
  // Somebody of an organisation who is in its address book already is not written twice.
  const known = people.find((person) => person.firstName === firstName && person.lastName === lastName)
  const held = role === 'PARTNER' ? ['partner'] : role === 'COLLABORATOR' ? [] : ['employee']
  return work.create(User, {
    email, ...(role === 'AUTHOR' ? {} : { password: demoPassword }), locale: 'fr',
    person: known ? connect(persons, known.key) : { create: { firstName, lastName, jobTitle, email } },
    roles: { connect: held.map((key) => idOf(roles, key)) }, ...(actsFor ? { actsFor: connect(cards, actsFor) } : {}),
    ...(department ? { department: connect(departments, department) } : {}),
  }, { isAdministrator: role === 'ADMINISTRATOR' })
}

/** The person of an organisation to whom people turn: the first. */
const contactOf = (persons: Ids, organisation: OrganisationSeed): { connect: string } | undefined => {
  const person = people.find((one) => one.organisation === organisation.key)
  return person && connect(persons, person.key)
}

async function loadClients(work: Work, cards: Ids, persons: Ids): Promise<Ids> {
  const seeds = organisations.filter(({ isClient }) => isClient)
  const ids = await work.createMany(Client, seeds.map((seed) => ({ organisation: connect(cards, seed.key), contact: contactOf(persons, seed), lines: ['CASTING'] })))
  return zip(seeds.map(({ key }) => key), ids)
}

async function loadPartners(work: Work, cards: Ids, persons: Ids): Promise<void> {
  const seeds = organisations.filter(({ partner }) => partner)
  await work.createMany(DiffusionPartner, seeds.map((seed) => ({ ...seed.partner, organisation: connect(cards, seed.key), technicalContact: contactOf(persons, seed) })), seeds.map(() => ({ state: 'ACTIVE' })))
}

async function loadProspects(work: Work, cards: Ids, persons: Ids, users: Ids): Promise<void> {
  const seeds = organisations.filter(({ prospect }) => prospect)
  await work.createMany(Prospect, seeds.map((seed) => ({ organisation: connect(cards, seed.key), contact: contactOf(persons, seed), responsible: connect(users, 'employee'), source: 'EMPLOYEE' })))
}

interface OfferIds { readonly regions: Ids; readonly persons: Ids; readonly users: Ids; readonly clients: Ids }

async function loadOffers(work: Work, { regions, persons, users, clients }: OfferIds): Promise<void> {
  const domains = new Map([...(await idsBy(work, ProfessionDomain, (domain) => domain.code))].map(([code, id]) => [id, code]))
  const professions = await idsBy(work, Profession, (profession) => `${domains.get(String(profession.domain))} ${profession.name}`)
  const contractTypes = await idsBy(work, ContractType, (type) => type.code)
  const categories = await idsBy(work, CastingCategory, (category) => category.name)
  const seeds = offers(work.now)
  const places = zip(towns.map(({ city }) => city), await work.createMany(Address, towns.map(({ city }) => townInput(regions, city))))
  await work.createMany(CastingOffer, seeds.map(({ client, contact, profession, professionDomain, contractType, categories: names, town, state: _state, author, ...offer }) => ({
    ...offer, client: connect(clients, client), contractType: connect(contractTypes, contractType), profession: connect(professions, `${professionDomain} ${profession}`),
    categories: { connect: names.map((name) => idOf(categories, name)) }, address: connect(places, town), author: connect(users, author),
    ...(contact ? { contact: connect(persons, contact) } : {}),
  })), seeds.map(({ state }) => ({ state })))
}

async function loadArticles(work: Work, users: Ids): Promise<void> {
  const seeds = articles(work.now)
  await work.createMany(Article, seeds.map(({ title, slug, summary, body, publishAt, author }) => ({ title, slug, summary, body, publishAt, author: connect(users, author) })), seeds.map(({ state }) => ({ state })))
}
