import { opens } from '#model'
import {
  administrators, artists, dealMakers, developers, directoryReaders, employed, eventMakers, eventReaders, hrPeople, interns, introducers, labelPeople, musicHouse, programmers, projectGuests, technicians,
} from '../roles.ts'
import { AccessGrant } from './accessGrant.ts'
import { Address } from './address.ts'
import { Module } from './appModule.ts'
import { AuditEntry } from './auditEntry.ts'
import { Contract } from './contract.ts'
import { Department } from './department.ts'
import { ErrorReport } from './errorReport.ts'
import { Event } from './event.ts'
import { ModuleSetting } from './moduleSetting.ts'
import {
  artistAddress, artistCard, artistContract, artistOrBroadcasterCard, artistOrBroadcasterRole, artistRole, bookingContract, bookingOfDepartment, contractWithMe, dueToMe, employmentContract,
  eventContact, eventOfOwnDeal, eventWithMe, musicDeal, musicEvent, notPayroll, ownArtistContract, ownBand, ownBooking, ownCard, ownCards, ownEmployment, ownMusicEvent, ownPermission, ownRole,
  paymentOfOwnDeal, roleOfOwnCard, staffCard,
} from './musicRules.ts'
import { bookingOfGrantedProject, eventOfGrantedProject } from './projectRules.ts'
import { Organisation } from './organisation.ts'
import { Party } from './party.ts'
import { PartyRole } from './partyRole.ts'
import { Payment } from './payment.ts'
import { Permission } from './permission.ts'
import { Person } from './person.ts'
import { Role } from './role.ts'
import { User } from './user.ts'

// Of a card: who it is, how to reach it, and what is sensitive: for whom it concerns only.
const name = ['displayName', 'state']
const reach = [...name, 'email', 'website', 'addresses', 'roles']
const sensitive = ['phone', 'notes']
const person = ['firstName', 'lastName', 'jobTitle', 'employers', 'picture']
const organisation = ['name', 'legalName', 'registrationNo', 'sizeBand', 'sector', 'logo', 'members']
const typed = ['email', 'website', 'addresses']

/** What the roles of the house of music may do with what all share: the matrix B.3, as far as its entities exist. */
export default [
  opens(Party, 'read', [
    developers.fields(...name), artists.where(ownCards).fields(...reach, ...sensitive), programmers.where(artistCard).fields(...reach), introducers.where(artistOrBroadcasterCard).fields(...reach),
    directoryReaders.fields(...reach), hrPeople.where(staffCard).fields(...reach, ...sensitive),
  ]),
  opens(Person, 'read', [
    developers.fields(...name), artists.where(ownCard).fields(...reach, ...sensitive, ...person, 'birthDate'), programmers.where(artistCard).fields(...reach, ...person),
    introducers.where(artistOrBroadcasterCard).fields(...reach, ...person), directoryReaders.fields(...reach, ...person),
    hrPeople.where(staffCard).fields(...reach, ...sensitive, ...person, 'birthDate'), technicians.where(eventContact).fields(...name, 'email', ...person),
  ]),
  opens(Person, 'create', labelPeople.fields(...typed, ...person)),
  opens(Person, 'update', [labelPeople.fields(...typed, ...person), artists.where(ownCard).fields('email', 'website', 'phone', 'firstName', 'lastName', 'jobTitle', 'picture', 'birthDate'), hrPeople.where(staffCard).fields('phone', 'notes', 'birthDate')]),
  opens(Organisation, 'read', [
    developers.fields(...name, 'name'), artists.where(ownBand).fields(...reach, ...sensitive, ...organisation), programmers.where(artistCard).fields(...reach, ...organisation),
    introducers.where(artistOrBroadcasterCard).fields(...reach, ...organisation), directoryReaders.fields(...reach, ...organisation),
  ]),
  opens(Organisation, 'create', labelPeople.fields('confirmNew', ...typed, ...organisation)),
  opens(Organisation, 'update', [labelPeople.fields(...typed, ...organisation), artists.where(ownBand).fields('email', 'website', 'phone', 'name', 'logo')]),
  opens(PartyRole, 'read', [developers, directoryReaders, artists.where(roleOfOwnCard), programmers.where(artistRole), introducers.where(artistOrBroadcasterRole)]),
  opens(PartyRole, 'create', labelPeople), opens(PartyRole, 'update', labelPeople),
  opens(Address, 'read', [directoryReaders, programmers.where(artistAddress), introducers.where(artistAddress)]),
  opens(Address, 'create', labelPeople),

  opens(Contract, 'read', [
    administrators.where(musicDeal), hrPeople.where(employmentContract), artists.where(contractWithMe), dealMakers.where(ownBooking), labelPeople.where(ownArtistContract),
    interns.where(bookingOfDepartment), projectGuests.where(bookingOfGrantedProject), employed.where(ownEmployment),
  ]),
  opens(Contract, 'create', [administrators.where(musicDeal), hrPeople.where(employmentContract), dealMakers.where(bookingContract), labelPeople.where(artistContract)]),
  opens(Contract, 'update', [administrators.where(musicDeal), hrPeople.where(employmentContract), dealMakers.where(ownBooking), labelPeople.where(ownArtistContract)]),
  opens(Contract, 'delete', [administrators.where(musicDeal), hrPeople.where(employmentContract)]),
  opens(Event, 'read', [administrators.where(musicEvent), eventReaders.where(musicEvent), eventMakers.where(ownMusicEvent), introducers.where(eventOfOwnDeal), artists.where(eventWithMe), projectGuests.where(eventOfGrantedProject)]),
  opens(Event, 'create', [administrators.where(musicEvent), eventMakers.where(musicEvent)]),
  opens(Event, 'update', [administrators.where(musicEvent), eventMakers.where(ownMusicEvent)]),
  opens(Event, 'delete', administrators.where(musicEvent)),
  opens(Payment, 'read', [administrators.where(notPayroll), artists.where(dueToMe), dealMakers.where(paymentOfOwnDeal)]),

  ...[Module, ModuleSetting, ErrorReport, AccessGrant].map((entity) => opens(entity, 'read', developers)),
  opens(ErrorReport, 'update', developers), opens(AuditEntry, 'read', developers.fields('at', 'action', 'reason', 'entityType', 'operation', 'origin', 'requestId')),
  opens(User, 'read', developers.fields('person', 'fullName', 'email', 'roles', 'isAdministrator', 'department', 'level', 'state', 'lastSignInAt', 'secondFactorSince')),
  opens(Department, 'read', developers.fields('key', 'name', 'line', 'defaultRole')),
  opens(Role, 'read', [developers, musicHouse.where(ownRole).fields('key', 'name', 'standard', 'description')]),
  opens(Permission, 'read', [developers, musicHouse.where(ownPermission)]),
]
