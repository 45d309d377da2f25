import { granted, invariant, me, rowRule, type RowRule } from '#model'
import type { Contract } from './contract.ts'
import type { Event } from './event.ts'
import type { Project } from './project.ts'

export const projectEndsAfterItStarts = invariant<Project>({
  name: 'projectEndsAfterItStarts',
  message: { fr: 'La fin ne peut pas précéder le début.', en: 'The end cannot come before the beginning.' },
  path: 'endsOn',
  holds: (row) => row.endsOn == null || row.startsOn == null || row.endsOn >= row.startsOn,
  sql: 'ends_on >= starts_on',
})

export const managedProject = rowRule<Project>('managedProject', { fr: 'projets que l’on dirige', en: 'projects that one manages' }, { manager: { id: { eq: me } } })
export const ownProject = rowRule<Project>('ownProject', { fr: 'projets que l’on dirige, dont on est membre ou qui sont ouverts pour un temps', en: 'projects that one manages, is a member of, or that are opened for a time' }, {
  or: [{ manager: { id: { eq: me } } }, { members: { some: { id: { eq: me } } } }, { id: { in: granted } }],
})

/** What belongs to a project that an access grant opens (MU8.2.2-c). */
export const ofGrantedProject = { project: { id: { in: granted } } } as const
export const bookingOfGrantedProject: RowRule<Contract> = rowRule<Contract>('bookingOfGrantedProject', { fr: 'engagements et propositions des projets ouverts pour un temps', en: 'bookings and proposals of projects opened for a time' }, { kind: { in: ['BOOKING', 'PROPOSAL'] }, ...ofGrantedProject })
export const eventOfGrantedProject: RowRule<Event> = rowRule<Event>('eventOfGrantedProject', { fr: 'événements musicaux des projets ouverts pour un temps', en: 'music events of projects opened for a time' }, { line: { eq: 'MUSIC' }, ...ofGrantedProject })
