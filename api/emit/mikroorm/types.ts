import { isDeepStrictEqual } from 'node:util'
import { ArrayType, BigIntType, DecimalType, Type } from '@mikro-orm/postgresql'
import type { Column, FieldModel } from '../../model/model.ts'

/** An instant as the field kinds give it: ISO 8601, UTC, milliseconds. PostgreSQL writes `2026-11-20 14:00:00.5+00`. */
class InstantType extends Type<string | null, string | null> {
  override convertToDatabaseValue(value: string | null): string | null {
    return value
  }

  override convertToJSValue(value: string | null): string | null {
    return value === null ? null : new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
  }

  override compareAsType(): string {
    return 'string'
  }
}

/** JSON as the field kinds give it: already written as a text. The driver reads it as a value. */
class WrittenJsonType extends Type<string | null, unknown> {
  override convertToDatabaseValue(value: string | null): unknown {
    return value
  }

  override convertToJSValue(value: unknown): string | null {
    return value === null || value === undefined ? null : JSON.stringify(value)
  }

  override compareAsType(): string {
    return 'string'
  }

  /** Keys come back in the order of PostgreSQL: the same value, another text. */
  override compareValues(a: unknown, b: unknown): boolean {
    return a === b || (typeof a === 'string' && typeof b === 'string' && isDeepStrictEqual(JSON.parse(a), JSON.parse(b)))
  }
}

type OrmType = 'string' | 'integer' | 'boolean' | Type<unknown>

/** How the unit of work holds a column: always in the form in which the field kind gives it. */
export function ormType(column: Column, field?: FieldModel): OrmType {
  const type = column.type.replace(/\s*\(.*/, '')
  switch (type) {
    case 'integer': return 'integer'
    case 'boolean': return 'boolean'
    case 'bigint': return new BigIntType('number')
    case 'numeric': return new DecimalType(field?.kind.graphql === 'Decimal' ? 'string' : 'number')
    case 'timestamptz': return new InstantType()
    case 'jsonb': return new WrittenJsonType()
    case 'text[]': case 'uuid[]': return new ArrayType()
    default: return 'string'
  }
}
