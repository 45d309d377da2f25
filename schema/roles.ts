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


// The house of music (rights.md, B.3): what they may, `schema/core/openings.ts` says, as far as what they work with is there.
export const developer = role('developer', { fr: 'Développeur', en: 'Developer' }, { fr: 'Modules, réglages et erreurs ; lit comptes et rôles, et l’annuaire sans coordonnées.', en: 'Modules, settings and errors; reads accounts and roles, and the directory without contact details.' })
export const artist = role('artist', { fr: 'Artiste', en: 'Artist' }, { fr: 'Sa fiche, ses contrats, ses dates et ce qui lui est dû.', en: 'One’s own card, contracts, dates and what is due to one.' })
export const programmer = role('programmer', { fr: 'Programmateur', en: 'Programmer' }, { fr: 'Les artistes ; ses événements, ses engagements et propositions.', en: 'Artists; one’s own events, bookings and proposals.' })
export const introducer = role('introducer', { fr: 'Apporteur d’affaires', en: 'Business introducer' }, { fr: 'Artistes et diffuseurs ; ses propres affaires et leurs paiements.', en: 'Artists and broadcasters; one’s own deals and their payments.' })
export const label = role('label', { fr: 'Label', en: 'Label' }, { fr: 'L’annuaire, sans les champs sensibles ; ses contrats d’artistes, engagements et événements.', en: 'The directory, without sensitive fields; one’s own artists’ contracts, bookings and events.' })
export const hr = role('hr', { fr: 'Ressources humaines', en: 'Human resources' }, { fr: 'Le personnel et les contrats de travail.', en: 'The staff and contracts of employment.' })
export const marketing = role('marketing', { fr: 'Marketing', en: 'Marketing' }, { fr: 'Lit l’annuaire, sans les champs sensibles, et les événements.', en: 'Reads the directory, without sensitive fields, and the events.' })
export const technician = role('technician', { fr: 'Technicien', en: 'Technician' }, { fr: 'Les contacts des événements, et son contrat de travail.', en: 'The contacts of events, and one’s own contract of employment.' })
export const volunteer = role('volunteer', { fr: 'Bénévole', en: 'Volunteer' }, { fr: 'Ce qui lui est ouvert pour un temps.', en: 'What is opened to one for a time.' })
export const intern = role('intern', { fr: 'Stagiaire', en: 'Intern' }, { fr: 'Lit l’annuaire, sans les champs sensibles, les événements et les engagements de son département ; ne change rien.', en: 'Reads the directory, without sensitive fields, the events and the bookings of one’s department; changes nothing.' })
export const external = role('external', { fr: 'Personne extérieure', en: 'External person' }, { fr: 'Ce qui lui est ouvert pour un temps, et rien d’autre.', en: 'What is opened to one for a time, and nothing else.' })

export const roles = [
  visitor, member, partner, employee, management, sales, support, administrator,
  developer, artist, programmer, introducer, label, hr, marketing, technician, volunteer, intern, external,
]

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
/** Who is told of clients whose sales contact has left (C-09). */
export const orphanKeepers = grantTo(management, administrator)
/** What is typed of a client in one go. The casting desk fills in the cards themselves. */
export const clientProfile = grantTo(sales, administrator)

export const developers = grantTo(developer)
export const artists = grantTo(artist)
export const programmers = grantTo(programmer)
export const introducers = grantTo(introducer)
export const labelPeople = grantTo(label)
export const hrPeople = grantTo(hr)
export const interns = grantTo(intern)
export const technicians = grantTo(technician)
/** Who read the whole directory to do their work, except what is sensitive. */
export const directoryReaders = grantTo(label, marketing, intern)
/** Who keep deals of their own. */
export const dealMakers = grantTo(programmer, introducer, label)
export const eventReaders = grantTo(marketing, intern)
export const eventMakers = grantTo(programmer, label)
export const projectMakers = grantTo(programmer, label)
/** To whom projects are opened for a time, with their booking documents. */
export const projectGuests = grantTo(intern, external)
/** Who are told of their own contract of employment. */
export const employed = grantTo(technician, intern)
export const musicHouse = grantTo(artist, programmer, introducer, label, hr, marketing, technician, volunteer, intern, external)
/** Who run the machine: the house's administrators, and those who develop for it. */
export const operators = grantTo(administrator, developer)
