import type { EntityModel, MemberModel } from './model.ts'

/** Columns of the house's own: by which the table of an abstract entity tells its kinds apart, and with the words of the full text. */
const KIND = 'kind'
const SEARCH = 'search'

/**
 * Faults of an entity whose columns meet others of the same table: those of its own further fields, or,
 * for a kind of an abstract entity, those of its sisters. The same member in two kinds may share a
 * column if it is the same in both.
 */
export function checkColumns(entity: EntityModel, others: readonly EntityModel[], say: (what: string, member: string) => void): void {
  const taken = new Map<string, { readonly entity: EntityModel; readonly member: MemberModel }>()
  for (const one of [...others, entity]) {
    for (const member of one.members.values()) {
      for (const column of member.columns) {
        const holder = taken.get(column.name)
        if (one === entity && column.name === SEARCH && entity.searchable) say('has the column `search`, which holds the words of the row; rename it', member.name)
        else if (one === entity && column.name === KIND && (entity.abstract || entity.parent !== undefined)) say('has the column `kind`, by which its table tells the kinds of rows apart; rename it', member.name)
        else if (one === entity && holder && holder.member !== member && !isSame(holder.member, member)) say(`has the same column as ${holder.entity.name}.${holder.member.name}, with another meaning; rename it`, member.name)
        else taken.set(column.name, { entity: one, member })
      }
    }
  }
}

/** Whether two members of one name mean the same to the table. */
function isSame(one: MemberModel, other: MemberModel): boolean {
  const target = (member: MemberModel): string => ('target' in member ? member.target : '')
  return one.name === other.name && one.is === other.is && target(one) === target(other)
    && one.columns.map((column) => column.type).join() === other.columns.map((column) => column.type).join()
}
