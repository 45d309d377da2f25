import { clientReactions } from './clients.ts'
import { contractReactions } from './contracts.ts'
import { eventReactions } from './events.ts'

export default [...clientReactions, ...contractReactions, ...eventReactions]
