import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCompany, record, records, refused, unique, type Company } from '../test/company.ts'
import { builtProgram, runProgram, temporaryFolder, type Ended } from '../test/program.ts'

let company: Company
beforeAll(async () => { company = await openCompany() })
afterAll(() => company.server.close())

const folder = temporaryFolder()
let files = 0
function file(text: string | Buffer): string {
  const path = join(folder, `${++files}.csv`)
  writeFileSync(path, text)
  return path
}
interface Told { readonly line: number; readonly outcome: string; readonly why: string }
const outcomes = ({ out }: Ended): Told[] => JSON.parse(out) as Told[]
const counted = async (): Promise<unknown> => (await company.server.sql('select (select count(*) from client)::int as clients, (select count(*) from party)::int as parties'))[0]
const importing = (path: string, ...more: string[]): Promise<Ended> => company.sales.run('import', 'clients', path, ...more)

describe('an import', () => {
  test('is tried line by line, and changes nothing', async () => {
    const before = await counted()
    const path = file('fullName,email,phone,companyName\nAnne Roy,anne@roy.fr,+33 1 02 03 04 05,Roy SA\nno address,,,\nBob,bob@@x,,\nCall,call@me.fr,call me,\nKevin Casey,kevin@startup.io,,Cool Startup LLC\nAnne Roy,anne@roy.fr,+33 1 02 03 04 05,Roy SA\n')
    const ended = await importing(path, '--dry-run', '--json')
    expect(outcomes(ended).map(({ line, outcome }) => [line, outcome])).toEqual([[2, 'new'], [3, 'faulty'], [4, 'faulty'], [5, 'faulty'], [6, 'there'], [7, 'there']])
    expect(outcomes(ended)[3]?.why).toContain('phone')
    expect(await counted()).toEqual(before)
    expect(await importing(path, '--yes')).toMatchObject({ code: 1, err: expect.stringContaining('3 lines refused: nothing was imported') })
    expect(await counted()).toEqual(before)
  })

  test('tells in its trial of somebody whom the casting desk knows that he would be joined, shows nothing of him, and joins him', async () => {
    const lastName = unique('Rejoint').replace(' ', '')
    const desk = await company.server.signIn('employee@coulisses.test')
    const made = await company.server.graphql<{ answer: { id: string } }>('mutation ($input: ClientCreateInput!) { answer: createClient(input: $input) { id } }', {
      input: { contact: { create: { firstName: 'Lou', lastName, email: `${lastName}@example.org`, phone: '01 99 00 77 66' } } },
    }, desk)
    expect(made.errors).toBeUndefined()
    const path = file(`fullName,email\nLou ${lastName},${lastName}@example.org\n`)
    const tried = await importing(path, '--dry-run', '--json')
    expect(outcomes(tried)).toMatchObject([{ line: 2, outcome: 'new', why: expect.stringContaining('would be joined') }])
    const alone = await company.sales.run('client', 'create', '--full-name', `Lou ${lastName}`, '--email', `${lastName}@example.org`, '--dry-run')
    expect(alone).toMatchObject({ code: 0, out: '', err: expect.stringContaining('would be joined') })
    for (const { out, err } of [tried, alone]) expect(out + err).not.toContain('77 66')
    expect(await importing(path, '--yes')).toMatchObject({ code: 0, err: expect.stringContaining('1 records created') })
    expect(await company.server.sql('select lines from client where id = $1', [made.data?.answer.id])).toEqual([{ lines: ['CASTING', 'EPIC_EVENTS'] }])
    expect(await company.sales.run('import', 'undo', '--yes')).toMatchObject({ code: 0 })
    expect(await company.server.sql('select lines from client where id = $1', [made.data?.answer.id])).toEqual([{ lines: ['CASTING'] }])
  })

  test('is taken back as a whole', async () => {
    const before = await counted()
    const lines = Array.from({ length: 12 }, (_, index) => `Import ${index},import${index}@example.org,Maison Import ${index % 3}`).join('\n')
    expect(await importing(file(`fullName,email,companyName\n${lines}\n`), '--yes')).toMatchObject({ code: 0, err: expect.stringContaining('12 records created') })
    expect(await records(company.sales, 'client', 'list', '--name', 'Import', '--all')).toHaveLength(12)
    expect(await company.sales.run('import', 'undo', '--dry-run')).toMatchObject({ code: 0 })
    expect(await records(company.sales, 'client', 'list', '--name', 'Import', '--all')).toHaveLength(12)
    expect(await company.sales.run('import', 'undo', '--yes')).toMatchObject({ code: 0, err: expect.stringContaining('12 records taken back') })
    expect(await counted()).toEqual(before)
    expect(await company.sales.run('import', 'undo', '--yes')).toMatchObject({ code: 1, err: expect.stringContaining('no import to undo') })
  })

  test('of which somebody has worked on a record is not taken back at all', async () => {
    const names = [unique('Touche'), unique('Touche')]
    await importing(file(`fullName,email\n${names.map((name) => `${name},${name.replace(' ', '.')}@example.org`).join('\n')}\n`), '--yes')
    const before = await counted()
    await record(company.sales, 'client', 'update', names[0] ?? '', '--phone', '+33 1 99 99 99 99')
    expect(refused(await company.sales.run('import', 'undo', '--yes'))).toBe(true)
    expect(await counted()).toEqual(before)
  })

  test('that was imported once is not imported twice', async () => {
    const path = file(`fullName,email,companyName\nDeux Fois,deux@fois.fr,Fois SA\n`)
    expect(await importing(path, '--yes')).toMatchObject({ code: 0 })
    const before = await counted()
    expect(await importing(path, '--yes')).toMatchObject({ code: 0, err: expect.stringContaining('Nothing was imported') })
    expect(await counted()).toEqual(before)
  })

  test('asks in a pipe for nothing, and does nothing without --yes', async () => {
    expect(await importing(file('fullName,email\nSans Oui,sans@oui.fr\n'))).toMatchObject({ code: 2, err: expect.stringContaining('--yes') })
  })

  test('is for sales only', async () => {
    const ended = await company.support.run('import', 'clients', file('fullName,email\nPas Moi,pas@moi.fr\n'), '--yes', '--json')
    expect(outcomes(ended)).toMatchObject([{ outcome: 'faulty' }])
    expect(ended.code).toBe(1)
  })
})

describe('a file', () => {
  const tried = async (text: string | Buffer): Promise<Ended> => importing(file(text), '--dry-run', '--json')
  const good = [{ line: 2, outcome: 'new' }, { line: 3, outcome: 'new' }]

  test.each<[string, string | Buffer]>([
    ['a double byte order mark', '\ufeff\ufefffullName,email\nA B,a@b.fr\nC D,c@d.fr\n'], ['mixed ends of lines', 'fullName,email\r\nA B,a@b.fr\rC D,c@d.fr\n'], ['semicolons and French headings', 'Nom;E-mail\r\nA B;a@b.fr\r\nC D;c@d.fr\r\n'],
    ['tabs', 'full name\te-mail\nA B\ta@b.fr\nC D\tc@d.fr'], ['quotes and empty lines', '"fullName","email"\n"A ""B""",a@b.fr\n"C, D",c@d.fr\n\n\n'], ['Windows-1252', Buffer.from('fullName,email\nZo\xe9 B,a@b.fr\n\x80 D,c@d.fr\n', 'latin1')],
  ])('with %s is read', async (_name, text) => { expect(outcomes(await tried(text))).toMatchObject(good) })

  test.each<[string, string | Buffer, string]>([
    ['a missing column', 'fullName,phone\nA,1\n', 'Missing column: email'], ['a column twice', 'email,E-mail,fullName\na@b.fr,a@b.fr,A\n', 'given twice'], ['10,000 columns', `${Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',')}\n`, '200 columns at most'],
    ['nothing', '', 'is empty'], ['no table', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'Missing column'], ['a quote that never ends', 'fullName,email\n"A,a@b.fr\n', 'is no CSV'],
  ])('with %s is refused in one line', async (_name, text, said) => {
    const ended = await tried(text)
    expect(refused(ended)).toBe(true)
    expect(ended.err).toContain(said)
  })

  test('with a line of too few or too many columns says which', async () => {
    expect(outcomes(await tried('fullName,email\nA\nB,b@b.fr,c\nC D,c@d.fr\n'))).toMatchObject([{ line: 2, outcome: 'faulty' }, { line: 3, outcome: 'faulty' }, { line: 4, outcome: 'new' }])
  })

  test('that is not there is said', async () => { expect(refused(await importing(join(folder, 'nowhere.csv')))).toBe(true) })

  test('with formulas and escape sequences holds texts like any other', async () => {
    const ended = await tried('fullName,email\n=cmd|\' /C calc\'!A0,f@g.fr\n\u001b[31mRed,r@g.fr\n')
    expect(ended.out).not.toMatch(/\u001b/)
    expect(outcomes(ended)[0]).toMatchObject({ outcome: 'new' })
  })
})

/** A line of a shell, in which the program is one of several. */
async function shell(line: string): Promise<Ended> {
  const child = spawn('sh', ['-c', line], { env: { ...company.sales.env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (part: Buffer) => { out += part.toString() })
  child.stderr.on('data', (part: Buffer) => { err += part.toString() })
  await once(child, 'close')
  return { code: child.exitCode, out, err }
}

describe('an export', () => {
  test('is a file that an import understands, formulas and all', async () => {
    const name = `=${unique('SOMME')}`
    await record(company.sales, 'client', 'create', '--full-name', name, '--email', 'formule@example.org', '--phone', '+33 1 23 45 67 89')
    const path = join(folder, 'export.csv')
    expect(await company.sales.run('export', 'clients', path, '--name', name)).toMatchObject({ code: 0, out: '' })
    const text = readFileSync(path, 'utf8')
    expect(text.split('\r\n')[0]).toBe('number,fullName,email,phone,companyName,firstContactOn,lastContactAt,salesContact,createdAt,updatedAt')
    expect(text).toContain(`'${name}`)
    expect(text).toContain('\'+33 1 23 45 67 89')
    expect(outcomes(await importing(path, '--dry-run', '--json'))).toMatchObject([{ outcome: 'there' }])
  })

  test('gives every record once, however many there are', async () => {
    await company.server.sql(`insert into client (company_name, full_name, email, lines, state) select 'Masse', 'Masse ' || n, 'masse' || n || '@example.org', '{EPIC_EVENTS}', 'ACTIVE' from generate_series(1, 1234) n`).catch(async () => {
      await company.server.sql(`insert into party (kind, display_name, last_name, state, source) select 'PERSON', 'Masse ' || n, 'Masse ' || n, 'ACTIVE', 'IMPORT' from generate_series(1, 1234) n`)
      await company.server.sql(`insert into client (company_name, full_name, email, lines, state, contact_id) select 'Masse', display_name, replace(display_name, ' ', '') || '@example.org', '{EPIC_EVENTS}', 'ACTIVE', id from party where display_name like 'Masse %'`)
    })
    const { out } = await company.sales.run('client', 'list', '--all', '--csv', '--company', 'Masse')
    const emails = out.trim().split('\r\n').slice(1).map((line) => line.split(',')[2])
    expect([emails.length, new Set(emails).size]).toEqual([1_234, 1_234])
    expect(await records(company.sales, 'client', 'list', '--all', '--company', 'Masse')).toHaveLength(1_234)
    expect(await records(company.sales, 'client', 'list', '--limit', '150', '--company', 'Masse')).toHaveLength(150)
  })

  test.each(['client', 'contract', 'event', 'collaborator'])('of each %s is byte for byte what its pages hold', async (thing) => {
    for (const one of [company.sales, company.management]) {
      for (const form of ['--csv', '--json']) {
        const [pages, stream] = [await one.run(thing, 'list', form, '--limit', '100'), await one.run(thing, 'list', form, '--limit', '101')]
        expect([pages.code, stream.code]).toEqual([0, 0])
        const lines = pages.out.split('\n')
        const [same, rest] = form === '--csv' ? [pages.out, stream.out.slice(pages.out.length)] : [lines.slice(0, -2).join('\n'), stream.out.slice(lines.slice(0, -2).join('\n').length)]
        expect(stream.out.startsWith(same)).toBe(true)
        expect(rest.trim().split('\n').length).toBeLessThan(4)
      }
    }
  })

  test('to a disk that is full fails, and leaves no half of a file', async () => {
    if (!existsSync('/dev/full')) return
    const program = await builtProgram()
    // The results into a device that is always full.
    const told = await shell(`"${process.execPath}" "${program}" crm client list --all --csv > /dev/full`)
    expect(told.code).toBe(1)
    expect(told.err.trim().split('\n')).toHaveLength(1)
    expect(told.err).toContain('disk full')
    const nowhere = join(folder, 'no folder', 'x.csv')
    expect(refused(await company.sales.run('export', 'clients', nowhere))).toBe(true)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('whose reader has seen enough ends quietly', async () => {
    const told = await shell(`"${process.execPath}" "${await builtProgram()}" crm client list --all --csv | head -1`)
    expect([told.out.trim(), told.err]).toEqual(['number,fullName,email,phone,companyName,firstContactOn,lastContactAt,salesContact,createdAt,updatedAt', ''])
  })
})

/** Passes on what is asked, and what is answered as long as `pass` says so. */
async function between(pass: (isImport: boolean) => boolean) {
  const { fakeServer } = await import('../test/fakeServer.ts')
  return fakeServer((request, response, body) => {
    const headers = Object.fromEntries(['content-type', 'authorization', 'x-coulisses-origin', 'x-coulisses-trial', 'cookie'].flatMap((name) => (request.headers[name] === undefined ? [] : [[name, String(request.headers[name])]])))
    void fetch(`${company.server.url}${request.url ?? ''}`, { method: 'POST', headers, body }).then(async (answer) => {
      const text = await answer.text()
      if (!pass(body.includes('mutation Import') && headers['x-coulisses-trial'] === undefined)) return
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(text)
    })
  })
}

describe('an import whose program is killed in the middle', () => {
  const begun = async (): Promise<{ readonly env: Record<string, string>; readonly path: string; readonly name: string; close(): void }> => {
    let groups = 0
    let child: ChildProcess | undefined
    // The second group of lines is created, and nobody hears of it: that is when the program ends.
    const middle = await between((isImport) => {
      if (!isImport || ++groups !== 2) return true
      child?.kill('SIGKILL')
      return false
    })
    const name = unique('Coupé')
    const path = file(`fullName,email\n${Array.from({ length: 12 }, (_, index) => `${name} ${index},coupe.${name.split(' ')[1]}.${index}@example.org`).join('\n')}\n`)
    const token = await company.server.signIn('sales@coulisses.test')
    const env = { ...company.sales.env, XDG_STATE_HOME: temporaryFolder(), COULISSES_SERVER: middle.url, COULISSES_TOKEN: token }
    child = spawn(process.execPath, [await builtProgram(), 'crm', 'import', 'clients', path, '--yes'], { env, stdio: 'ignore' })
    await once(child, 'close')
    expect(child.signalCode).toBe('SIGKILL')
    expect(await named(name)).toHaveLength(10)
    return { env, path, name, close: () => middle.close() }
  }
  const named = (name: string) => records(company.sales, 'client', 'list', '--name', `${name} `, '--all')

  test('is taken back whole, with the lines of which nothing was heard', async () => {
    const { env, name, close } = await begun()
    const before = await counted() as { readonly clients: number; readonly parties: number }
    expect(await runProgram(env, ['import', 'undo', '--yes'])).toMatchObject({ code: 0, err: expect.stringContaining('10 records taken back') })
    expect(await named(name)).toEqual([])
    expect(await counted()).toEqual({ clients: before.clients - 10, parties: before.parties - 10 })
    close()
  })

  test('goes on when it is run again, and makes nothing twice', async () => {
    const { env, path, name, close } = await begun()
    expect(await runProgram(env, ['import', 'clients', path, '--yes'])).toMatchObject({ code: 0, err: expect.stringContaining('2 records created') })
    expect(await named(name)).toHaveLength(12)
    for (const count of [2, 10]) expect(await runProgram(env, ['import', 'undo', '--yes'])).toMatchObject({ code: 0, err: expect.stringContaining(`${count} records taken back`) })
    expect(await named(name)).toEqual([])
    close()
  })
})

test('a server that goes away in the middle leaves an import that can go on, or be taken back', async () => {
  const { fakeServer, answerJson } = await import('../test/fakeServer.ts')
  let made = 0
  const fake = await fakeServer((request, response, body) => {
    const { variables } = JSON.parse(body) as { variables: Record<string, unknown> }
    const names = Object.keys(variables).filter((name) => name.startsWith('input'))
    if (request.headers['x-coulisses-trial'] !== 'true' && ++made > 1) response.destroy()
    else answerJson(response, { data: Object.fromEntries(names.map((_, index) => [`line${index}`, { id: `01890000-0000-7000-8000-00000000000${index}` }])) })
  })
  const home = temporaryFolder()
  const env = { ...company.sales.env, XDG_STATE_HOME: home, COULISSES_SERVER: fake.url, COULISSES_TOKEN: 'a.b.c' }
  const path = file(`fullName,email\n${Array.from({ length: 9 }, (_, index) => `N ${index},n${index}@example.org`).join('\n')}\n`)
  const { code, err } = await runProgram(env, ['import', 'clients', path, '--yes'])
  expect(code).toBe(4)
  expect(err).toMatch(/5 records created before it stopped[^]*Whether the change was made is not known/)
  expect((await runProgram(env, ['import', 'list'])).out).toMatch(new RegExp(`${fake.url}  5  `))
  fake.close()
})
