import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface Chromium {
  readonly executablePath: string
  readonly env: Readonly<Record<string, string>>
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const cache = join(root, 'node_modules/.cache')

/**
 * The browser that `@sparticuz/chromium` carries, with its fonts and the system libraries that a bare
 * machine lacks; undefined where that package has none for this machine.
 */
export async function findChromium(): Promise<Chromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = join(cache, `chromium-${version()}`)
  if (!existsSync(folder)) await unpack(folder)
  const executablePath = join(folder, 'chromium')
  const env = { FONTCONFIG_PATH: join(folder, 'fonts') }
  // The libraries of the machine, which fit its C library; those that came along where it has none.
  const starts = spawnSync(executablePath, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore' }).status === 0
  return { executablePath, env: starts ? env : { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } }
}

function version(): string {
  const read: unknown = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'))
  if (typeof read === 'object' && read !== null && 'version' in read && typeof read.version === 'string') return read.version
  throw new Error('@sparticuz/chromium does not say its version')
}

/**
 * Once per version. The package unpacks into the temporary folder of its process, file by file, and takes
 * what is there for whole: so it is given a folder of its own, which gets its name when everything is in it.
 * Its libraries it unpacks only where it believes to run: on Amazon Linux 2023.
 */
async function unpack(folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const staging = mkdtempSync(join(cache, 'unpacking-'))
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', 'await (await import("@sparticuz/chromium")).default.executablePath()'], {
      cwd: root, env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    })
    writeFileSync(join(staging, 'fonts/fonts.conf'), fonts(folder))
    renameSync(staging, folder)
  } catch (error) {
    // Another process was as quick.
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/** The fonts that came along first, so that pictures look the same everywhere; the machine's for what they lack. */
const fonts = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
  ${['sans-serif', 'system-ui'].map((family) => `<alias binding="strong"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`).join('\n  ')}
</fontconfig>
`
