// Written by `npm run generate` from the folders of api/modules/. Do not edit.
import type { ModuleCode } from '../write/types.ts'
import approveGrant from './casting/actions/approveGrant.ts'
import endGrant from './casting/actions/endGrant.ts'
import makeProspectClient from './casting/actions/makeProspectClient.ts'
import makeProspectPartner from './casting/actions/makeProspectPartner.ts'
import resumeGrant from './casting/actions/resumeGrant.ts'
import suspendGrant from './casting/actions/suspendGrant.ts'
import expireCastingOffers from './casting/jobs/expireCastingOffers.ts'
import keepFeeds from './casting/jobs/keepFeeds.ts'
import castingReactions from './casting/on.ts'
import castingSearch from './casting/queries/castingSearch.ts'
import partnerFeed from './casting/queries/partnerFeed.ts'
import activateDocument from './core/actions/activateDocument.ts'
import approveDocument from './core/actions/approveDocument.ts'
import changeModuleSettings from './core/actions/changeModuleSettings.ts'
import deprecateDocument from './core/actions/deprecateDocument.ts'
import issueApiKey from './core/actions/issueApiKey.ts'
import rejectDocument from './core/actions/rejectDocument.ts'
import resumeDocument from './core/actions/resumeDocument.ts'
import retireDocument from './core/actions/retireDocument.ts'
import setUserActive from './core/actions/setUserActive.ts'
import setUserAdministrator from './core/actions/setUserAdministrator.ts'
import submitDocument from './core/actions/submitDocument.ts'
import suspendDocument from './core/actions/suspendDocument.ts'
import switchModules from './core/actions/switchModules.ts'
import coreReactions from './core/on.ts'
import moduleSwitches from './core/queries/moduleSwitches.ts'

export const modules: readonly ModuleCode[] = [
  { module: 'casting', actions: [approveGrant, endGrant, makeProspectClient, makeProspectPartner, resumeGrant, suspendGrant], queries: [castingSearch, partnerFeed], reactions: castingReactions, jobs: [expireCastingOffers, keepFeeds] },
  { module: 'core', actions: [activateDocument, approveDocument, changeModuleSettings, deprecateDocument, issueApiKey, rejectDocument, resumeDocument, retireDocument, setUserActive, setUserAdministrator, submitDocument, suspendDocument, switchModules], queries: [moduleSwitches], reactions: coreReactions, jobs: [] },
]
