import { opens } from '#model'
import { Client } from '../core/client.ts'
import { Contract } from '../core/contract.ts'
import { Department } from '../core/department.ts'
import { Event } from '../core/event.ts'
import { Organisation } from '../core/organisation.ts'
import { Payment } from '../core/payment.ts'
import { Person } from '../core/person.ts'
import { User } from '../core/user.ts'
import { administrators, eventCompany, managementTeam, salesTeam, supportTeam } from '../roles.ts'
import {
  collaborator, companyDepartment, companyEvent, contractOfOwnClient, eventClient, eventOfOwnClient, eventSale, organisationOfTheLine, ownClient, ownEvent, paymentOfSale, personOfTheLine,
} from './rules.ts'

const profile = ['fullName', 'email', 'phone', 'companyName', 'firstContactOn', 'lastContactAt']
const terms = ['title', 'body', 'totalAmount', 'amountDue', 'contractType', 'startsOn', 'endsOn', 'renewalOn']
const plan = ['title', 'kind', 'clientContact', 'contactName', 'contactEmail', 'contactPhone', 'startAt', 'endAt', 'locationText', 'expectedAttendees', 'notes']
const card = ['displayName', 'email', 'phone', 'website', 'state']

/** Who does what in the event company: the matrix of its three departments. */
export default [
  opens(Client, 'read', eventCompany.where(eventClient)),
  opens(Client, 'create', salesTeam.fields(...profile)),
  opens(Client, 'update', salesTeam.where(ownClient).fields(...profile)),

  opens(Contract, 'read', eventCompany.where(eventSale)),
  opens(Contract, 'create', [administrators.where(eventSale), managementTeam.where(eventSale).fields('client', ...terms)]),
  opens(Contract, 'update', [administrators.where(eventSale), managementTeam.where(eventSale).fields('client', 'state', ...terms), salesTeam.where(contractOfOwnClient).fields('state', ...terms)]),
  opens(Payment, 'read', eventCompany.where(paymentOfSale)),

  opens(Event, 'read', eventCompany.where(companyEvent)),
  opens(Event, 'create', [administrators.where(companyEvent), salesTeam.where(eventOfOwnClient).fields('contract', ...plan)]),
  opens(Event, 'update', [administrators.where(companyEvent), managementTeam.where(companyEvent).fields('supportContact'), supportTeam.where(ownEvent).fields('actualAttendees', ...plan)]),

  opens(User, 'read', [managementTeam.where(collaborator).fields('fullName', 'email', 'department', 'state', 'locale', 'lastSignInAt'), salesTeam.where(collaborator).fields('fullName', 'department'), supportTeam.where(collaborator).fields('fullName', 'department')]),
  opens(Department, 'read', eventCompany.where(companyDepartment).fields('key', 'name', 'line')),
  opens(Person, 'read', eventCompany.where(personOfTheLine).fields('firstName', 'lastName', 'jobTitle', 'employers', ...card)),
  opens(Organisation, 'read', eventCompany.where(organisationOfTheLine).fields('name', 'legalName', 'registrationNo', 'sector', ...card)),
]
