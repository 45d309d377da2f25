export interface DepartmentSeed {
  readonly key: string
  readonly name: string
  readonly line: 'EPIC_EVENTS'
  /** Key of the role that its members hold. */
  readonly role: string
}

/** The three departments of the event company. */
export const departments: readonly DepartmentSeed[] = [
  { key: 'management', name: 'Gestion', line: 'EPIC_EVENTS', role: 'management' },
  { key: 'sales', name: 'Commercial', line: 'EPIC_EVENTS', role: 'sales' },
  { key: 'support', name: 'Support', line: 'EPIC_EVENTS', role: 'support' },
]
