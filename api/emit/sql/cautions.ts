const cautions: readonly (readonly [applies: (statement: string) => boolean, caution: string])[] = [
  [(statement) => /^drop table|\bdrop column\b/.test(statement), 'loses data'],
  [(statement) => /\balter column \S+ type\b/.test(statement), 'rewrites values: longer ones are cut, others refused'],
  [(statement) => statement.split(/, (?=add )/).some((part) => /\badd "/.test(part) && /\bnot null\b/.test(part) && !/\bdefault\b/.test(part)), 'fails where rows exist: give a default, or fill it in the migration'],
  [(statement) => /\bset not null\b/.test(statement), 'fails where rows are empty: fill them in the migration'],
]

/** A statement as MikroORM writes it without asking, with what the person who changed the declarations should know. */
export function withCaution(statement: string): string {
  if (statement.startsWith('create table')) return statement
  const said = cautions.filter(([applies]) => applies(statement)).map(([, caution]) => caution)
  return said.length > 0 ? `${statement} (${said.join('; ')})` : statement
}
