import { createContext, useContext } from 'react'

/**
 * How deep a record stands in the form: 0 the form's own, 1 one that it owns, 2 one of several that it
 * owns. A form inside a form inside a form helps nobody.
 */
export const FormDepth = createContext(0)
/** Whether an owned record is written in place, as selections read it (data/selection.ts). */
export const mayNest = (depth: number): boolean => depth === 0 || depth === 2
export const useFormDepth = (): number => useContext(FormDepth)
