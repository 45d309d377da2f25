import { boolean } from './fields/boolean.ts'
import { choice, type ChoiceOptions } from './fields/choice.ts'
import { country } from './fields/country.ts'
import { currency } from './fields/currency.ts'
import { date } from './fields/date.ts'
import { decimal, type DecimalOptions } from './fields/decimal.ts'
import { duration } from './fields/duration.ts'
import { email } from './fields/email.ts'
import { encrypted, type EncryptedOptions } from './fields/encrypted.ts'
import { id, type IdOptions } from './fields/id.ts'
import { instant, zonedInstant, type InstantOptions } from './fields/instant.ts'
import { integer, type IntegerOptions, type NumberOptions } from './fields/integer.ts'
import { json, type JsonOptions } from './fields/json.ts'
import type { FieldKind, FieldOptions } from './fields/kind.ts'
import { language } from './fields/language.ts'
import { longText } from './fields/longText.ts'
import { money } from './fields/money.ts'
import { password } from './fields/password.ts'
import { percentage } from './fields/percentage.ts'
import { phone } from './fields/phone.ts'
import { position } from './fields/position.ts'
import { richText } from './fields/richText.ts'
import { sequence, type SequenceOptions } from './fields/sequence.ts'
import { text, type TextOptions } from './fields/text.ts'
import { url } from './fields/url.ts'
import { recordEntity, recordMember, type AnyOfOptions, type BelongsToOptions, type EntityClass, type EntityOptions, type FileOptions, type ManyToManyOptions, type Target } from './record.ts'

/** Values as the API gives them; declarations type their properties with these. */
export interface Money { amount: number; currency: string }
export interface Phone { raw: string; e164: string | null }
export interface Position { latitude: number; longitude: number }
export interface ZonedInstant { at: string; zone: string }
/** One row of any entity, by name and id. */
export interface RecordRef { entity: string; id: string }

/** A property decorator that fits properties of type `V` only. */
type Property<V> = <K extends string>(target: { [P in K]?: V | null | undefined }, key: K) => void

const field = <V>(kind: FieldKind, options: FieldOptions = {}): Property<V> =>
  (target, name) => recordMember(target, { is: 'field', name, kind, options })

/** Declares an entity. Written once, above its class; everything else follows from it. */
export const Entity = <T = never>(options: EntityOptions<T>) => (cls: EntityClass<T & object>): void =>
  recordEntity(cls, options as EntityOptions<never>)

export const Text = (options?: TextOptions) => field<string>(text, options)
export const LongText = (options?: TextOptions) => field<string>(longText, options)
export const Password = (options?: TextOptions) => field<string>(password, { transient: true, ...options })
export const RichText = (options?: TextOptions) => field<string>(richText, options)
export const Integer = (options?: IntegerOptions) => field<number>(integer, options)
export const Decimal = (options: DecimalOptions) => field<string>(decimal, options)
export const MoneyAmount = (options?: NumberOptions) => field<Money>(money, options)
export const Bool = (options?: FieldOptions) => field<boolean>(boolean, options)
export const Choice = (options: ChoiceOptions & { many?: false }) => field<string>(choice, options)
export const Choices = (options: Omit<ChoiceOptions, 'many' | 'initial' | 'moves'>) => field<string[]>(choice, { ...options, many: true } as ChoiceOptions)
export const Day = (options?: FieldOptions) => field<string>(date, options)
export const Instant = (options?: InstantOptions) => field<string>(instant, options)
export const InstantInZone = (options?: InstantOptions) => field<ZonedInstant>(zonedInstant, options)
export const Duration = (options?: NumberOptions) => field<number>(duration, options)
export const Email = (options?: FieldOptions) => field<string>(email, options)
export const Url = (options?: FieldOptions) => field<string>(url, options)
export const PhoneNumber = (options?: FieldOptions) => field<Phone>(phone, options)
export const Country = (options?: FieldOptions) => field<string>(country, options)
export const Language = (options?: FieldOptions) => field<string>(language, options)
export const Currency = (options?: FieldOptions) => field<string>(currency, options)
export const Percentage = (options?: NumberOptions) => field<number>(percentage, options)
export const GeoPosition = (options?: FieldOptions) => field<Position>(position, options)
export const Json = (options: JsonOptions) => field<unknown>(json, options)
export const Encrypted = (options?: EncryptedOptions) => field<string>(encrypted, options)
export const Sequence = (options?: SequenceOptions) => field<number>(sequence, { readOnly: true, ...options })
export const Id = (options?: Omit<IdOptions, 'many'>) => field<string>(id, options)
export const Ids = (options?: Omit<IdOptions, 'many'>) => field<string[]>(id, { ...options, many: true } as IdOptions)

/** One row of another entity; this side holds the foreign key. */
export const BelongsTo = <T extends object>(target: Target<T>, options: BelongsToOptions = {}): Property<T> =>
  (prototype, name) => recordMember(prototype, { is: 'belongsTo', name, target, options })

/** The same, by name, where importing the class would close a circle between modules. */
export const BelongsToNamed = (target: string, options: BelongsToOptions = {}): Property<object> =>
  (prototype, name) => recordMember(prototype, { is: 'belongsTo', name, target: () => target, options })

/** Several rows of another entity, and several of this for each of those. */
export const ManyToMany = <T extends object>(target: Target<T>, options: ManyToManyOptions = {}): Property<T[]> =>
  (prototype, name) => recordMember(prototype, { is: 'manyToMany', name, target, options })

/** An uploaded file, kept as a row of FileAsset. */
export const File = (options: FileOptions): Property<object> =>
  (prototype, name) => recordMember(prototype, { is: 'belongsTo', name, target: () => 'FileAsset', options, file: options })

/** One row of any of these entities: what a comment is about, what a change was made to. */
export const AnyOf = (options: AnyOfOptions = {}): Property<RecordRef> =>
  (prototype, name) => recordMember(prototype, { is: 'anyOf', name, options })
