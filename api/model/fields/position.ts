import { no, ok, type FieldKind, type FieldOptions } from './kind.ts'

const within = (value: unknown, limit: number): value is number => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit

const sixDecimals = (value: number): number => Math.round(value * 1e6) / 1e6

/** A place on earth, WGS 84, in degrees: latitude −90…90, longitude −180…180, six decimals (11 cm). */
export const position: FieldKind<FieldOptions> = {
  name: 'position',
  graphql: 'Position',
  graphqlInput: 'PositionInput',
  filter: 'position',
  sort: 'none',
  columns: () => [{ part: '', type: 'numeric(9, 6)' }, { part: 'longitude', type: 'numeric(9, 6)' }],
  parse: (value) => {
    const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
    return within(given['latitude'], 90) && within(given['longitude'], 180)
      ? ok(sixDecimals(given['latitude']), { longitude: sixDecimals(given['longitude']) })
      : no('notPosition', { fr: 'Une latitude de −90 à 90 et une longitude de −180 à 180 sont attendues.', en: 'A latitude from −90 to 90 and a longitude from −180 to 180 are expected.' })
  },
  compose: (parts) => ({ latitude: parts[''], longitude: parts['longitude'] }),
  select: (column) => `case when ${column('')} is null then null else json_build_object('latitude', ${column('')}, 'longitude', ${column('longitude')}) end`,
  parts: { latitude: (column) => column(''), longitude: (column) => column('longitude') },
}
