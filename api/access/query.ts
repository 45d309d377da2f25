/** Runs one SQL statement with its parameters; answers its rows as objects. Injected: who is asking is no matter of connections. */
export type AccessQuery = (text: string, values: readonly unknown[]) => Promise<readonly Readonly<Record<string, unknown>>[]>
