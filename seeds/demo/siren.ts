/** An invented SIREN that passes the Luhn check, in a range kept far from real ones: 99999 + three digits + key. */
export function siren(serial: number): string {
  const body = `99999${String(serial).padStart(3, '0')}`
  return body + String((10 - (luhnSum(`${body}0`) % 10)) % 10)
}

export const isLuhn = (digits: string): boolean => luhnSum(digits) % 10 === 0

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = index % 2 === 0 ? Number(digit) : Number(digit) * 2
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
