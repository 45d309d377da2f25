import { client } from './client.ts'
import { collaborator } from './collaborator.ts'
import { contract } from './contract.ts'
import { event } from './event.ts'
import type { Thing } from './types.ts'

export const things: readonly Thing[] = [client, contract, event, collaborator]
