// Written by `npm run generate` from the folders of schema/. Do not edit.
import type { Declarations } from '../api/model/build.ts'
import { Article } from './casting/article.ts'
import { CastingCategory } from './casting/castingCategory.ts'
import { CastingOffer } from './casting/castingOffer.ts'
import castingDerived from './casting/derived.ts'
import { DiffusionPartner } from './casting/diffusionPartner.ts'
import { DocumentGrant } from './casting/documentGrant.ts'
import casting from './casting/module.ts'
import castingOpenings from './casting/openings.ts'
import { PartnerFeed } from './casting/partnerFeed.ts'
import { Profession } from './casting/profession.ts'
import { ProfessionDomain } from './casting/professionDomain.ts'
import { Prospect } from './casting/prospect.ts'
import { AccessGrant } from './core/accessGrant.ts'
import { Address } from './core/address.ts'
import { ApiKey } from './core/apiKey.ts'
import { Module } from './core/appModule.ts'
import { ApprovalRequest } from './core/approvalRequest.ts'
import { AuditEntry } from './core/auditEntry.ts'
import { Client } from './core/client.ts'
import { ContractType } from './core/contractType.ts'
import { Department } from './core/department.ts'
import { FileAsset } from './core/fileAsset.ts'
import { LegalStatus } from './core/legalStatus.ts'
import core from './core/module.ts'
import { ModuleSetting } from './core/moduleSetting.ts'
import { Organisation } from './core/organisation.ts'
import { OutboundMessage } from './core/outboundMessage.ts'
import { Party } from './core/party.ts'
import { PartyRole } from './core/partyRole.ts'
import { PasswordLink } from './core/passwordLink.ts'
import { Permission } from './core/permission.ts'
import { PersistedQuery } from './core/persistedQuery.ts'
import { Person } from './core/person.ts'
import { Region } from './core/region.ts'
import { Role } from './core/role.ts'
import { Session } from './core/session.ts'
import { Team } from './core/team.ts'
import { Town } from './core/town.ts'
import { User } from './core/user.ts'
import { labels } from './labels.ts'
import { roles } from './roles.ts'

export const declarations: Declarations = {
  labels,
  roles,
  modules: [
    { module: casting, entities: [Article, CastingCategory, CastingOffer, DiffusionPartner, DocumentGrant, PartnerFeed, Profession, ProfessionDomain, Prospect], openings: castingOpenings, derived: castingDerived },
    { module: core, entities: [AccessGrant, Address, ApiKey, Module, ApprovalRequest, AuditEntry, Client, ContractType, Department, FileAsset, LegalStatus, ModuleSetting, Organisation, OutboundMessage, Party, PartyRole, PasswordLink, Permission, PersistedQuery, Person, Region, Role, Session, Team, Town, User] },
  ],
}
