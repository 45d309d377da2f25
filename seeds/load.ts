import { roles } from '../schema/roles.ts'
import { CastingCategory } from '../schema/casting/castingCategory.ts'
import { Profession } from '../schema/casting/profession.ts'
import { ProfessionDomain } from '../schema/casting/professionDomain.ts'
import { Module } from '../schema/core/appModule.ts'
import { ContractType } from '../schema/core/contractType.ts'
import { Department } from '../schema/core/department.ts'
import { LegalStatus } from '../schema/core/legalStatus.ts'
import { Region } from '../schema/core/region.ts'
import { Town } from '../schema/core/town.ts'
import { Role } from '../schema/core/role.ts'
import type { Work } from '../api/write/types.ts'
import { castingCategories } from './casting/castingCategories.ts'
import { contractTypes } from './casting/contractTypes.ts'
import { legalStatuses } from './casting/legalStatuses.ts'
import { professionDomains } from './casting/professionDomains.ts'
import { professions } from './casting/professions.ts'
import { departments } from './core/departments.ts'
import { regions } from './core/regions.ts'
import { towns } from './core/towns.ts'
import { completeDocuments, completeFeeds } from './documents.ts'
import { forgetGoneFields } from './goneFields.ts'
import { connect, idsBy } from './ids.ts'

/**
 * Loads the reference lists into a database that has none yet. Standard roles, and the documents of the site,
 * are completed at every start, since a new version may bring some, and what was given of fields that it has no more
 * ends; what people changed or deleted in the lists stays so.
 * @returns whether the lists were loaded now
 */
export async function loadReferences(work: Work): Promise<boolean> {
  const first = (await work.count(Role, {})) === 0
  await completeRoles(work)
  await completeModules(work)
  await completeDocuments(work)
  await completeFeeds(work)
  await forgetGoneFields(work, work.model)
  if (!first) return false
  await work.createMany(Region, regions.map(({ code, name, countryCode }) => ({ code, name, countryCode })))
  const regionIds = await idsBy(work, Region, (region) => region.code)
  await work.createMany(Town, towns.map(({ city, postcode, region, countryCode, latitude, longitude }) => ({ name: city, postcode, countryCode, region: connect(regionIds, region), position: { latitude, longitude } })))
  await work.createMany(LegalStatus, legalStatuses.map(({ code, name }) => ({ code, name })))
  await work.createMany(ContractType, contractTypes.map(({ code, name }) => ({ code, name })))
  await work.createMany(CastingCategory, castingCategories.map(({ name }) => ({ name })))
  await work.createMany(ProfessionDomain, professionDomains.map(({ code, name }) => ({ code, name })))
  const domains = await idsBy(work, ProfessionDomain, (domain) => domain.code)
  await work.createMany(Profession, professions.map(({ domain, ...profession }) => ({ ...profession, domain: connect(domains, domain) })))
  return true
}

/** A department comes with the role that its members hold, once: whoever deletes it does not get it back. */
async function completeRoles(work: Work): Promise<void> {
  const known = await idsBy(work, Role, (role) => role.key)
  const missing = roles.filter(({ key }) => !known.has(key))
  await work.createMany(Role, missing.map(({ key, label, help }) => ({ key, name: label.fr, ...(help ? { description: help.fr } : {}) })), missing.map(() => ({ standard: true })))
  const all = await idsBy(work, Role, (role) => role.key)
  const taken = await idsBy(work, Department, (department) => department.key)
  const come = departments.filter(({ key, role }) => !known.has(role) && !taken.has(key))
  await work.createMany(Department, come.map(({ role, ...department }) => ({ ...department, defaultRole: connect(all, role) })))
}

async function completeModules(work: Work): Promise<void> {
  const known = await idsBy(work, Module, (module) => module.key)
  const missing = [...work.model.modules.values()].filter(({ name }) => !known.has(name))
  await work.createMany(Module, missing.map(() => ({})), missing.map(({ name, label }) => ({ key: name, name: label.fr })))
}
