/** `publishFrom` → `publish_from`. Names in SQL follow from those in the API by this rule alone. */
export const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()

export const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

export const columnName = (member: string, part = ''): string => (part ? `${snake(member)}_${snake(part)}` : snake(member))
