import { Contract } from '#schema/core/contract.ts'
import { reactions, type Stored, type Work } from '../../write/types.ts'
import { notify } from '../core/notify.ts'

async function tellSales(work: Work, contract: Stored<Contract>): Promise<void> {
  if (contract.kind !== 'EVENT_SALE' || contract.salesContact == null) return
  await notify(work, [contract.salesContact], {
    kind: 'contractSigned', subject: { entity: 'Contract', id: contract.id },
    title: { fr: `Contrat ${contract.number} signé`, en: `Contract ${contract.number} signed` },
    body: { fr: 'Son événement peut maintenant être créé.', en: 'Its event can be created now.' },
  })
}

export const contractReactions = [
  reactions(Contract, {
    moved: { sign: tellSales },
  }),
]
