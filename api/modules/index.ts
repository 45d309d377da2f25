// Written by `npm run generate` from the folders of api/modules/. Do not edit.
import type { ModuleCode } from '../write/types.ts'
import makeProspectClient from './casting/actions/makeProspectClient.ts'
import makeProspectPartner from './casting/actions/makeProspectPartner.ts'
import expireCastingOffers from './casting/jobs/expireCastingOffers.ts'
import castingReactions from './casting/on.ts'
import castingSearch from './casting/queries/castingSearch.ts'
import changeModuleSettings from './core/actions/changeModuleSettings.ts'
import issueApiKey from './core/actions/issueApiKey.ts'
import setUserActive from './core/actions/setUserActive.ts'
import setUserAdministrator from './core/actions/setUserAdministrator.ts'
import switchModules from './core/actions/switchModules.ts'
import coreReactions from './core/on.ts'
import moduleSwitches from './core/queries/moduleSwitches.ts'

export const modules: readonly ModuleCode[] = [
  { module: 'casting', actions: [makeProspectClient, makeProspectPartner], queries: [castingSearch], reactions: castingReactions, jobs: [expireCastingOffers] },
  { module: 'core', actions: [changeModuleSettings, issueApiKey, setUserActive, setUserAdministrator, switchModules], queries: [moduleSwitches], reactions: coreReactions, jobs: [] },
]
