import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Pool } from 'pg'
import { PAGE } from '../questions/list.ts'
import { listen } from './listen.ts'
import { serve } from './inChild.ts'
import type { Setting } from './child.ts'

/** The limit: what somebody would write by hand for this one search, prepared, its answer one text of JSON. No document, no rights, no memory. */
const SEARCH = `
select coalesce(json_agg(offer), '[]')::text as answer from (
  select o.id, o.reference, o.title, o.posts, o.starts_on as "startsOn", o.publish_from as "publishFrom", o.publish_until as "publishUntil",
    json_build_object('id', c.id, 'companyName', c.company_name) as client,
    json_build_object('id', p.id, 'name', p.name, 'domain', json_build_object('id', d.id, 'name', d.name)) as profession,
    json_build_object('id', k.id, 'name', k.name) as "contractType",
    (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by g.id), '[]')
      from casting_offer_categories og join casting_category g on g.id = og.casting_category_id where og.casting_offer_id = o.id) as categories,
    case when a.id is not null then json_build_object('id', a.id, 'city', a.city) end as address
  from casting_offer o
  join client c on c.id = o.client_id
  join profession p on p.id = o.profession_id
  join profession_domain d on d.id = p.domain_id
  join contract_type k on k.id = o.contract_type_id
  left join address a on a.id = o.address_id
  where o.publish_from <= $1 and o.state = 'PUBLISHED' and o.publish_from <= now() and (o.publish_until is null or o.publish_until > now())
  order by o.publish_from desc, o.id desc
  limit ${PAGE}
) offer`

serve(async ({ databaseUrl, pool: max, constant }: Setting) => {
  const pool = new Pool({ connectionString: databaseUrl, max })
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { variables } = await bodyOf(request)
    const { rows } = await pool.query<{ answer: string }>({ name: 'search', text: SEARCH, values: [variables.before] })
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(`{"data":{"offers":${rows[0]?.answer ?? '[]'}}}`)
  }
  const server = createServer((request, response) => {
    if (typeof constant === 'string') response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(constant) }).end(constant)
    else answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  return await listen(server)
})

async function bodyOf(request: IncomingMessage): Promise<{ readonly variables: { readonly before: string } }> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return JSON.parse(text) as { variables: { before: string } }
}
