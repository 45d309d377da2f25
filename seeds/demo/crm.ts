import { sheetClients, sheetContracts, sheetEvents } from './crm/sheets.ts'
import type { ClientSeed, ContractSeed, EventSeed } from './crm/types.ts'

export const clients = (_now: Date): readonly ClientSeed[] => sheetClients
export const contracts = (_now: Date): readonly ContractSeed[] => sheetContracts
export const events = (_now: Date): readonly EventSeed[] => sheetEvents
