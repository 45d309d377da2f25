import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { AppError } from '../../model/errors.ts'
import { say as sentence } from '../../model/issue.ts'
import { User } from '../../../schema/core/user.ts'
import { say } from '../console.ts'
import { houseCaller, type House } from '../house.ts'
import { StartError } from '../startError.ts'

const usage = 'npm run admin:create -- --email you@example.org --name "Your Name"; the password is asked, or taken from ADMIN_PASSWORD'

/** `npm run admin:create`: the first administrator of a database of the user's own. */
export async function createAdmin(house: House, args: readonly string[]): Promise<void> {
  const { email, name } = read(args)
  const password = process.env['ADMIN_PASSWORD'] ?? (await ask())
  const [firstName = '', ...rest] = name.trim().split(/\s+/)
  try {
    await house.writer.mutate(houseCaller('admin:create'), (work) => work.create(User, {
      email, password, locale: 'fr', person: { create: { firstName, email, ...(rest.length > 0 ? { lastName: rest.join(' ') } : {}) } },
    }, { isAdministrator: true }))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new StartError(error.issues.map((issue) => `${issue.path ?? 'admin:create'}: ${sentence(issue, 'en')}`), { exitCode: 2 })
  }
  say(`${email} is an administrator now.`)
}

function read(args: readonly string[]): { email: string; name: string } {
  try {
    const { values: { email, name } } = parseArgs({ args: [...args], options: { email: { type: 'string' }, name: { type: 'string' } } })
    if (email && name) return { email, name }
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new StartError([usage], { exitCode: 2 })
}

async function ask(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const password = await lines.question('Password (twelve characters at least): ')
  lines.close()
  return password
}
