import type { JsonOptions } from './fields/json.ts'
import type { TextOptions } from './fields/text.ts'
import type { EntityModel, MemberModel } from './model.ts'

/** `ofRecord` must name where the entity and the id of the other record stand, or its values would be told to nobody. */
export function checkOfRecord(entity: EntityModel, member: MemberModel, say: (what: string) => void): void {
  const { ofRecord } = member.options as Partial<JsonOptions>
  if (!ofRecord) return
  const [type, id] = ofRecord.map((name) => entity.members.get(name))
  if (type?.is !== 'field' || (type.options as Partial<TextOptions>).entity !== true) say(`\`ofRecord\` names \`${ofRecord[0]}\`, which holds no name of an entity; name a Text with \`entity: true\``)
  if (id?.is !== 'field' || id.kind.name !== 'id' || id.many) say(`\`ofRecord\` names \`${ofRecord[1]}\`, which holds no id of a record; name an Id`)
}
