declare module 'autocannon' {
  export interface Sent {
    readonly method: 'POST' | 'GET'
    readonly path?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
    /** Asked before each time that it is sent. */
    readonly setupRequest?: (request: Sent) => Sent
  }
  interface Options {
    url: string
    connections: number
    duration?: number
    amount?: number
    requests: readonly Sent[]
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
