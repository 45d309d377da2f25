import { upperFirst } from '../../model/names.ts'

/** Name of the property that holds a column: that of the member, and for its further columns with the part: `phone`, `phoneE164`. */
export const propertyName = (member: string, part = ''): string => (part ? `${member}${upperFirst(part)}` : member)
