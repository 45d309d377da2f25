import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { castingCategories } from './casting/castingCategories.ts'
import { contractTypes } from './casting/contractTypes.ts'
import { legalStatuses } from './casting/legalStatuses.ts'
import { professionDomains } from './casting/professionDomains.ts'
import { professions } from './casting/professions.ts'
import { regions } from './core/regions.ts'
import { accounts } from './demo/accounts.ts'
import { articles } from './demo/articles.ts'
import { offers } from './demo/offers.ts'
import { organisations } from './demo/organisations.ts'
import { people } from './demo/people.ts'
import { isLuhn } from './demo/siren.ts'
import { towns } from './core/towns.ts'

const today = new Date('2026-11-20T09:30:00Z')
const all = offers(today)
const edited = articles(today)

const repeated = (keys: readonly string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index)
const lower = (names: readonly { readonly name: string }[]): string[] => names.map(({ name }) => name.toLowerCase())
const plainText = (html: string): string => html.replaceAll(/<\/?(p|ul|li|h2|blockquote)>/g, '\n').replaceAll(/<[^>]+>/g, '').replaceAll('\u00a0', ' ')

describe('reference lists', () => {
  it('repeat no code and no name', () => {
    expect(repeated(lower(contractTypes))).toEqual([])
    expect(repeated(lower(legalStatuses))).toEqual([])
    expect(repeated(lower(castingCategories))).toEqual([])
    expect(repeated(lower(professionDomains))).toEqual([])
    expect(repeated([...contractTypes, ...legalStatuses, ...professionDomains, ...regions].map(({ code }) => code))).toEqual([])
    expect(repeated(professions.map(({ domain, name }) => `${domain} ${name.toLowerCase()}`))).toEqual([])
  })

  it('are long enough to be of use', () => {
    expect(professions.length).toBeGreaterThanOrEqual(200)
    expect(legalStatuses.length).toBeGreaterThanOrEqual(100)
    expect(regions.filter(({ countryCode }) => countryCode === 'FR')).toHaveLength(18)
    expect(lower(contractTypes).some((name) => name.includes('interm'))).toBe(true)
  })

  it('put every profession in a domain, and some in every domain', () => {
    const used = new Set(professions.map(({ domain }) => domain))
    expect([...used].toSorted()).toEqual(professionDomains.map(({ code }) => code).toSorted())
  })

  it('name professions by their two forms', () => {
    const misnamed = professions.filter(({ name, feminine, masculine }) => {
      const end = ` / ${feminine}`
      const start = name.slice(0, -end.length)
      return feminine === masculine ? name !== feminine : start === '' || !name.endsWith(end) || !masculine.startsWith(start)
    })
    expect(misnamed).toEqual([])
  })
})

describe('demonstration organisations and people', () => {
  it('have the announced numbers', () => {
    expect(organisations).toHaveLength(60)
    expect(organisations.filter(({ isClient }) => isClient)).toHaveLength(40)
    expect(organisations.filter(({ partner }) => partner)).toHaveLength(6)
    expect(organisations.filter(({ prospect }) => prospect)).toHaveLength(14)
    expect(people.length).toBeGreaterThanOrEqual(85)
    expect(towns).toHaveLength(40)
  })

  it('refer to what exists', () => {
    const known = { status: new Set(legalStatuses.map(({ code }) => code)), town: new Set(towns.map(({ city }) => city)), organisation: new Set(organisations.map(({ key }) => key)), region: new Set(regions.map(({ code }) => code)) }
    expect(organisations.filter(({ legalStatus }) => !known.status.has(legalStatus))).toEqual([])
    expect(organisations.filter(({ town }) => !known.town.has(town))).toEqual([])
    expect(people.filter(({ organisation }) => !known.organisation.has(organisation))).toEqual([])
    expect(accounts.filter(({ actsFor }) => actsFor !== undefined && !known.organisation.has(actsFor))).toEqual([])
    expect(towns.filter(({ region }) => !known.region.has(region))).toEqual([])
    expect(organisations.filter(({ key }) => !people.some(({ organisation }) => organisation === key))).toEqual([])
  })

  it('repeat no key, e-mail, phone or registration number', () => {
    for (const field of ['key', 'email', 'phone'] as const) expect(repeated([...organisations, ...people].map((one) => one[field]))).toEqual([])
    expect(repeated(organisations.flatMap(({ registrationNo }) => registrationNo ?? []))).toEqual([])
    expect(repeated(organisations.map(({ name }) => name))).toEqual([])
  })

  it('cannot be mistaken for real ones', () => {
    const numbers = organisations.flatMap(({ registrationNo }) => registrationNo ?? [])
    expect(numbers.filter((number) => !/^99999\d{4}$/.test(number) || !isLuhn(number))).toEqual([])
    expect(numbers.length).toBeGreaterThan(50)
    for (const { email } of [...organisations, ...people, ...accounts]) expect(email).toMatch(/^[a-z.-]+@[a-z-]+\.(example|test)$/)
    for (const { phone } of [...organisations, ...people]) expect(phone).toMatch(/^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) \d\d \d\d$/)
  })
})

describe('demonstration offers', () => {
  it('are the same at every run', () => {
    expect(offers(today)).toEqual(all)
    expect(offers(new Date('2031-07-01T00:00:00Z')).map(({ title }) => title)).toEqual(all.map(({ title }) => title))
  })

  it('have the announced numbers', () => {
    const count = (state: string): number => all.filter((offer) => offer.state === state).length
    expect({ all: all.length, published: count('PUBLISHED'), draft: count('DRAFT'), expired: count('EXPIRED'), withdrawn: count('WITHDRAWN') }).toEqual({
      all: 300, published: 220, draft: 30, expired: 35, withdrawn: 15,
    })
    expect(repeated(all.map(({ reference }) => reference))).toEqual([])
  })

  it('refer to what exists', () => {
    const trades = new Set(professions.map(({ domain, name }) => `${domain} ${name}`))
    const categories = new Set(castingCategories.map(({ name }) => name))
    const clients = new Set(organisations.filter(({ isClient }) => isClient).map(({ key }) => key))
    for (const offer of all) {
      expect(trades).toContain(`${offer.professionDomain} ${offer.profession}`)
      expect(clients).toContain(offer.client)
      expect(contractTypes.map(({ code }) => code)).toContain(offer.contractType)
      expect(towns.map(({ city }) => city)).toContain(offer.town)
      expect(accounts.map(({ key }) => key)).toContain(offer.author)
      expect(offer.categories.length).toBeGreaterThan(0)
      for (const category of offer.categories) expect(categories).toContain(category)
      const contact = people.find(({ key }) => key === offer.contact)
      expect(contact?.organisation ?? offer.client).toBe(offer.client)
      expect({ contact: contact?.key, named: contact !== undefined || !offer.contactPublic }).toEqual({ contact: offer.contact, named: true })
    }
  })

  it('cover all domains, all towns, all clients and many trades', () => {
    expect(new Set(all.map(({ professionDomain }) => professionDomain)).size).toBe(professionDomains.length)
    expect(new Set(all.map(({ town }) => town)).size).toBe(40)
    expect(new Set(all.map(({ client }) => client)).size).toBe(40)
    expect(new Set(all.map(({ professionDomain, profession }) => `${professionDomain} ${profession}`)).size).toBeGreaterThanOrEqual(150)
  })

  it('are dated so that their states are true, at any time of the year', () => {
    for (let month = 0; month < 12; month += 1) {
      const now = new Date(Date.UTC(2027, month, 28, 23, 30))
      const instant = now.toISOString()
      const wrong = offers(now).filter(
        ({ state, publishFrom, publishUntil, startsOn }) =>
          publishUntil <= publishFrom || startsOn <= publishUntil.slice(0, 10) || publishUntil > instant !== (state !== 'EXPIRED') || publishFrom < instant !== (state !== 'DRAFT'),
      )
      expect(wrong).toEqual([])
    }
  })

  it('keep to the limits of their fields', () => {
    for (const { title, posts, description, startsOn } of all) {
      expect(title.length).toBeLessThanOrEqual(160)
      expect(posts).toBeGreaterThanOrEqual(1)
      expect(posts).toBeLessThanOrEqual(40)
      expect(startsOn).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(description.replaceAll(/<\/?(p|ul|li|strong)>/g, '')).not.toMatch(/[<>]/)
      const paragraphs = description.match(/<p>/g)?.length ?? 0
      expect(paragraphs).toBeGreaterThanOrEqual(2)
      expect(paragraphs).toBeLessThanOrEqual(5)
    }
  })

  it('read well: no sentence twice, no slip of composition', () => {
    for (const { title, description } of all) {
      const sentences = plainText(description).split(/\n|(?<=[.!?]) /).map((sentence) => sentence.trim()).filter((sentence) => sentence.length > 3)
      expect({ title, repeated: repeated(sentences) }).toEqual({ title, repeated: [] })
      for (const text of [title, plainText(description)]) {
        expect(text).not.toMatch(/undefined|NaN|\$\{|« »| {2}|\.\.|,,|\bde les? [A-Z]|\bà les? [A-Z]|\bà Le\b|\bde [AEIOUÉÈÊ]\w+ |\bun une\b/)
      }
    }
    expect(new Set(all.map(({ description }) => description)).size).toBe(300)
  })

  it('name the contact only where he is public', () => {
    for (const { description, contact, contactPublic } of all) {
      const person = people.find(({ key }) => key === contact)
      const named = person !== undefined && description.includes(`Renseignements\u00a0: ${person.firstName} ${person.lastName}`.replaceAll("'", '’'))
      expect(named).toBe(contactPublic)
    }
  })
})

describe('demonstration articles', () => {
  it('are twelve, complete, and the same at every run', () => {
    expect(edited).toHaveLength(12)
    expect(articles(today)).toEqual(edited)
    expect(repeated(edited.map(({ slug }) => slug))).toEqual([])
    for (const { title, slug, summary, body, author, state, publishAt } of edited) {
      expect(title.length).toBeLessThanOrEqual(160)
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(summary.length).toBeGreaterThan(60)
      const words = plainText(body).trim().split(/\s+/).length
      expect(words).toBeGreaterThanOrEqual(300)
      expect(words).toBeLessThanOrEqual(600)
      expect(accounts.map(({ key }) => key)).toContain(author)
      expect(publishAt < today.toISOString()).toBe(state !== 'DRAFT')
    }
  })
})

const facts = new URL('../../shared/data/', import.meta.url)
const table = (file: string): string[][] =>
  readFileSync(new URL(file, facts), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((match) => match[2] ?? match[1] ?? ''))
const bare = (text: string): string =>
  text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '').replaceAll('œ', 'oe').toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim()

const absent = !existsSync(facts)
if (absent) process.emitWarning('SKIPPED: ../shared/data is absent, so the seeds are not checked against published facts.')

describe.skipIf(absent)('published facts, where ../shared/data is present', () => {
  it('give the legal statuses their codes and names', () => {
    const known = new Map(table('legal-statuses-france.csv').map(([code = '', name = '']) => [code, bare(name).replace('action simplifiee', 'actions simplifiee')]))
    expect(legalStatuses.filter(({ code, name }) => known.get(code) !== bare(name))).toEqual([])
  })

  it('give the contract types their codes', () => {
    const known = new Map(table('contract-types-france.csv').map(([, code = '', name = '']) => [code, bare(name)]))
    for (const code of ['CDI', 'CDD']) expect(bare(contractTypes.find((type) => type.code === code)?.name ?? '')).toContain(known.get(code))
    const shared = contractTypes.map(({ code }) => code).filter((code) => known.has(code))
    expect(shared.toSorted()).toEqual(['CDD', 'CDI', 'E2', 'FS', 'LIB', 'MIS', 'SAI'])
  })

  it('give the professions their ROME codes, and most of them their very names', () => {
    const rows = table('trades-performing-arts.csv').filter(([, , , appellation]) => appellation)
    const codes = new Set(rows.map(([code]) => code))
    const names = new Set(rows.map(([code = '', , name = '']) => `${code} ${bare(name)}`))
    expect(professions.filter(({ code }) => code !== undefined && !codes.has(code))).toEqual([])
    expect(professions.filter(({ code, name }) => names.has(`${code ?? ''} ${bare(name)}`)).length).toBeGreaterThanOrEqual(330)
  })

  it('place the French towns', () => {
    const rows = table('communes-france.csv')
    const misplaced = towns.filter(
      ({ city, postcode, countryCode, latitude, longitude }) =>
        countryCode === 'FR' &&
        !rows.some(
          ([commune = '', code, , lat, lng]) =>
            commune.startsWith(city.replace(/^L[ea] /, '')) && code === postcode && Number(lat).toFixed(4) === latitude.toFixed(4) && Number(lng).toFixed(4) === longitude.toFixed(4),
        ),
    )
    expect(misplaced).toEqual([])
  })
})
