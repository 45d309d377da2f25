import { Role } from '#schema/core/role.ts'
import { User } from '#schema/core/user.ts'
import { DiffusionPartner } from '#schema/casting/diffusionPartner.ts'
import { partner } from '#schema/roles.ts'
import { reactions, type Stored, type Work } from '../../write/types.ts'

async function givePartnerRole(work: Work, users: readonly Stored<User>[]): Promise<void> {
  const [role] = await work.rows(Role, { key: { eq: partner.key } }, 1)
  if (!role) return
  for (const user of users) await work.asHouse().update(User, user.id, { roles: { connect: [role.id] } })
}

/** The logins of an organisation that became a partner are a partner's. */
export const welcomeLogins = async (work: Work, organisationId: string): Promise<void> =>
  givePartnerRole(work, await work.rows(User, { actsFor: { id: { eq: organisationId } }, state: { ne: 'DELETED' } }, 1_000))

/** So is every login that such an organisation is given later. */
export const partnerLoginReactions = [
  reactions(User, {
    created: async (work, user) => {
      if (user.actsFor == null) return
      const partnership = await work.rows(DiffusionPartner, { organisation: { id: { eq: user.actsFor } }, state: { ne: 'PROSPECTIVE' } }, 1)
      if (partnership.length > 0) await givePartnerRole(work, [user])
    },
  }),
]
