import { grantTo, role } from '#model'

/** Everybody holds this role, signed in or not. What it reads, the public site shows. */
export const visitor = role('visitor', { fr: 'Visiteur', en: 'Visitor' })
/** Everybody who is signed in. */
export const member = role('member', { fr: 'Compte connecté', en: 'Signed-in account' })
/** The login of a diffusion partner's people. */
export const partner = role('partner', { fr: 'Partenaire de diffusion', en: 'Diffusion partner' })
/** Casting desk. */
export const employee = role('employee', { fr: 'Employé', en: 'Employee' })
/** The departments of the event company: each member holds the role of his own. */
export const management = role('management', { fr: 'Gestion', en: 'Management' })
export const sales = role('sales', { fr: 'Commercial', en: 'Sales' })
export const support = role('support', { fr: 'Support', en: 'Support' })
export const administrator = role('administrator', { fr: 'Administrateur', en: 'Administrator' })

export const roles = [visitor, member, partner, employee, management, sales, support, administrator]

export const visitors = grantTo(visitor)
export const members = grantTo(member)
export const partners = grantTo(partner)
export const castingDesk = grantTo(employee, administrator)
export const administrators = grantTo(administrator)
/** Each department of the event company by itself, and all three; what an administrator may there is granted beside. */
export const managementTeam = grantTo(management)
export const salesTeam = grantTo(sales)
export const supportTeam = grantTo(support)
export const eventCompany = grantTo(management, sales, support, administrator)
/** Whoever works here: no login of a client or a partner. */
export const staff = grantTo(employee, management, sales, support, administrator)
/** What is typed of a client in one go. The casting desk fills in the cards themselves. */
export const clientProfile = grantTo(sales, administrator)
