import { createContext, useContext } from 'react'

/** How many records stand around this one in the form. A form inside a form inside a form helps nobody. */
export const FormDepth = createContext(0)
export const useFormDepth = (): number => useContext(FormDepth)
