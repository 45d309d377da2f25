import type { Context } from '../context.ts'
import type { Given, Option } from '../command/types.ts'
import type { Labels } from '../text/labels.ts'
import type { Json } from '../remote/graphql.ts'

export type ThingName = 'client' | 'contract' | 'event' | 'collaborator'

export type Kind = 'text' | 'lines' | 'email' | 'phone' | 'count' | 'money' | 'day' | 'instant' | 'zoned' | 'zone' | 'choice' | 'record' | 'secret'

export interface Choice {
  readonly value: string
  readonly label: Labels
}

/** One value of a record: how it is read, shown and written. */
export interface Field {
  /** In JSON and CSV; as an option, `--expected-attendees`. These names do not change. */
  readonly name: string
  readonly label: Labels
  readonly kind: Kind
  /** Where the answer has it: `salesContact.fullName`. Without it the field is only written. */
  readonly read?: string
  /** Its name among the API's sort keys. */
  readonly sort?: string
  /** Its name in the API's inputs; without it nobody writes it here. */
  readonly input?: string
  /** Written by one of the two only. */
  readonly only?: 'create' | 'update'
  readonly required?: true
  readonly help?: Labels
  readonly choices?: readonly Choice[]
  /** Of a record that is named by number or name. */
  readonly target?: Lookup
  /** Its id is given as it is, and not as a connection. */
  readonly plainId?: true
  /** Only where one whole record is shown. */
  readonly whole?: true
}

export type Input = Readonly<Record<string, Json>>

/** A mutation that answers a record as `record`. */
export interface Request {
  readonly document: string
  readonly variables: Readonly<Record<string, Json>>
}

/** How people name a record: by its number, its name, or a part of it. */
export interface Lookup {
  /** Root fields: one by id, many by filter. */
  readonly plural: string
  readonly type: string
  /** Paths that are exact names. */
  readonly names: readonly string[]
  /** Whether it has a short number. */
  readonly numbered: boolean
  /** What is shown to choose by. */
  readonly shows: readonly string[]
  readonly label: Labels
  /** The part of the platform's records that is the event company's. */
  readonly within?: Json
}

export interface Filter {
  readonly option: Option
  readonly where: (value: string, asking: Asking) => Json | Promise<Json>
}

/** What a filter may need to know. */
export interface Asking {
  readonly context: Context
  readonly given: Given
}

export interface Thing extends Lookup {
  readonly name: ThingName
  readonly one: string
  readonly many: Labels
  readonly about: Labels
  readonly fields: readonly Field[]
  /** Columns on a terminal, the most telling first. */
  readonly list: readonly string[]
  readonly filters: readonly Filter[]
  readonly sorted: string
  /** Mutations of the API, with what to ask of the record that they answer. */
  readonly create: (input: Input, selection: string) => Request
  readonly update: (id: string, input: Input, version: number, selection: string) => Request
  readonly examples: Readonly<Partial<Record<'list' | 'show' | 'create' | 'update', readonly string[]>>>
}

export const fieldOf = (thing: Thing, name: string): Field => {
  const field = thing.fields.find((one) => one.name === name)
  if (!field) throw new Error(`${thing.name} has no field ${name}`)
  return field
}

/** What people may give when they create, or change. */
export const writable = (thing: Thing, verb: 'create' | 'update'): Field[] =>
  thing.fields.filter(({ input, only }) => input !== undefined && (only === undefined || only === verb))

/** `expectedAttendees` → `expected-attendees` */
export const optionName = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
