declare module 'autocannon' {
  interface Options {
    url: string
    connections: number
    duration?: number
    amount?: number
    requests: readonly { method: 'POST' | 'GET'; path?: string; headers: Readonly<Record<string, string>>; body: string }[]
    verifyBody?: (body: string | Buffer) => boolean
  }
  interface Result {
    requests: { average: number; total: number }
    latency: { average: number; p50: number; p99: number }
    duration: number
    errors: number
    timeouts: number
    mismatches: number
    non2xx: number
  }
  function autocannon(options: Options): Promise<Result>
  export default autocannon
}
