import { useEffect, useState } from 'react'

/** A value as it stood when it had not changed for a while: what is being typed, after a pause. */
export function useLater<T>(value: T, pause: number): T {
  const [later, setLater] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => { setLater(value) }, pause)
    return () => { clearTimeout(timer) }
  }, [value, pause])
  return later
}
