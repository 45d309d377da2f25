import { createServer } from 'node:http'
import { grafserv } from 'postgraphile/grafserv/node'
import { makePgService } from 'postgraphile/adaptors/pg'
import { postgraphile } from 'postgraphile'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter'
import { listen } from './listen.ts'
import { serve } from './inChild.ts'
import type { Setting } from './child.ts'

/**
 * PostGraphile as its manual advises for production: no plans told, no editor, no watching; prepared statements are
 * its default. Plain lists instead of connections, and the answer written as text straight from the plan, are its fastest ways.
 */
serve(async ({ databaseUrl, pool, text }: Setting) => {
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
    pgServices: [makePgService({ connectionString: databaseUrl, schemas: ['public'], poolConfig: { max: pool } })],
    grafserv: { watch: false, graphiql: false, websockets: false, outputDataAsString: text !== false },
    grafast: { explain: false },
    schema: { defaultBehavior: 'list -connection', dontSwallowErrors: false },
  })
  const server = createServer()
  await instance.createServ(grafserv).addTo(server)
  const url = await listen(server)
  return `${url}/graphql`
})
