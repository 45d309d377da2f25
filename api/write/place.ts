import { AppError } from '../model/errors.ts'
import { below } from '../model/issue.ts'

/** Faults that name places of the caller's input already. */
const placed = new WeakSet<AppError>()

/** Runs the engine for code of a module: what it refuses stands where the caller wrote it. */
export async function asPlaced<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof AppError) placed.add(error)
    throw error
  }
}

/** Runs code of a module for one place of the caller's input: it refuses by the names of its own record, which are told with that place. */
export async function placedAt<T>(path: string, run: () => Promise<T> | T): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof AppError) || placed.has(error)) throw error
    const told = new AppError(error.code, error.issues.map((issue) => below(path, issue)), error.details)
    placed.add(told)
    throw told
  }
}
