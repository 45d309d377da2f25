import { AppError, messages } from '../model/errors.ts'
import type { Issue } from '../model/issue.ts'

type FaultCode = 'FORBIDDEN' | 'BAD_USER_INPUT' | 'NOT_FOUND' | 'CONFLICT'

/** Where an element stands in the caller's input. */
export const join = (...parts: readonly (string | number)[]): string => parts.filter((part) => part !== '').join('.')

/** Gathers what is wrong with one input, so that it is answered at once, each fault with its path. */
export class Faults {
  readonly #found: { readonly code: FaultCode; readonly issue: Issue }[] = []
  readonly #paths = new Set<string>()

  add(code: FaultCode, issue: Issue): void {
    this.#found.push({ code, issue })
    if (issue.path !== undefined) this.#paths.add(issue.path)
  }

  /** A fault of the input itself. */
  input(path: string, reason: string, message: Issue['message'], values?: Issue['values']): void {
    this.add('BAD_USER_INPUT', { reason, message, ...(path === '' ? {} : { path }), ...(values ? { values } : {}) })
  }

  forbid(path: string): void {
    this.add('FORBIDDEN', { reason: 'forbidden', message: messages.forbidden, ...(path === '' ? {} : { path }) })
  }

  get any(): boolean {
    return this.#found.length > 0
  }

  /** Whether something is already said about this element, or within it. */
  at(path: string): boolean {
    return this.#paths.has(path) || [...this.#paths].some((other) => other.startsWith(`${path}.`))
  }

  /** A refusal goes first, and alone: who may not do it need not learn what else is wrong. */
  throwIfAny(): void {
    const refused = this.#found.filter((fault) => fault.code === 'FORBIDDEN')
    if (refused.length > 0) throw new AppError('FORBIDDEN', refused.map((fault) => fault.issue))
    if (!this.any) return
    const code = (['BAD_USER_INPUT', 'NOT_FOUND', 'CONFLICT'] as const).find((one) => this.#found.some((fault) => fault.code === one))
    throw new AppError(code ?? 'BAD_USER_INPUT', this.#found.map((fault) => fault.issue))
  }
}
