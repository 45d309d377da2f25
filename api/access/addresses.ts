import ipaddr from 'ipaddr.js'

type Range = readonly [ipaddr.IPv4 | ipaddr.IPv6, number]

/** An address (`203.0.113.7`), or a range of them (`2001:db8::/32`); undefined for what is neither, as people write them. */
export function rangeIn(text: string): Range | undefined {
  const [address = '', ...prefix] = text.split('/')
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return undefined
  if (prefix.length > 0) return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : undefined
  const one = ipaddr.process(address)
  return [one, one.kind() === 'ipv4' ? 32 : 128]
}

/** Whether an address is one of these, or within one of these ranges. One of IPv4 that is written as of IPv6 is the same. */
export function isAmong(address: string | undefined, ranges: readonly string[]): boolean {
  if (address === undefined || !ipaddr.isValid(address)) return false
  const asked = ipaddr.process(address)
  return ranges.some((text) => {
    const range = rangeIn(text)
    return range !== undefined && range[0].kind() === asked.kind() && asked.match(range as [ipaddr.IPv4, number] & [ipaddr.IPv6, number])
  })
}
