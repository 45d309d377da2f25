import { get } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Setting } from './child.ts'
import { freePort } from './listen.ts'
import { serve } from './inChild.ts'

/** The whole product as `npm start` serves it, jobs and all, on a database that is there. */
serve(async ({ databaseUrl, dataDir }: Setting) => {
  const port = await freePort()
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'warn', SITE_REQUESTS_PER_MINUTE: '0' })
  await import('../../api/server/main.ts')
  const url = `http://127.0.0.1:${port}`
  while (!await isReady(`${url}/health/ready`)) await delay(5)
  return `${url}/graphql`
})

const isReady = (url: string): Promise<boolean> => new Promise((resolve) => {
  get(url, (answer) => resolve(answer.resume().statusCode === 200)).on('error', () => resolve(false))
})
