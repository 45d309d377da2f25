import multipart from '@fastify/multipart'
import { create as contentDisposition } from 'content-disposition'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasScope, needScope } from '../../access/apiKey.ts'
import type { Authenticate } from '../../access/authenticate.ts'
import type { Principal } from '../../access/principal.ts'
import { contentTypes, safeName, type ContentType } from '../../files/content.ts'
import type { DiskStorage } from '../../files/disk.ts'
import { fileTooLarge, MAX_FILE_BYTES, receiveFile, refused, type ReceivedFile } from '../../files/receive.ts'
import { AppError, forbidden, notFound, unauthenticated } from '../../model/errors.ts'
import { faults } from './fault.ts'

/** A file that the caller may read. */
export interface ReadableFile extends Pick<ReceivedFile, 'name' | 'mimeType' | 'size' | 'storageKey'> {}

export interface FileRoutesOptions {
  readonly authenticate: Authenticate
  readonly storage: DiskStorage
  /** Writes the row of a file that was received, owned by the caller; answers its id. */
  readonly add: (principal: Principal, file: ReceivedFile) => Promise<string>
  /** The row, where the caller may read it. */
  readonly find: (principal: Principal, id: string) => Promise<ReadableFile | undefined>
  readonly maxBytes?: number
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `POST /files` takes one file in; `GET /files/:id` gives it back, always to be saved and never to be shown. */
export const fileRoutes = (options: FileRoutesOptions) => async (app: FastifyInstance): Promise<void> => {
  const { storage, add, find, maxBytes = MAX_FILE_BYTES } = options
  const callers = new WeakMap<FastifyRequest, Principal>()
  app.removeAllContentTypeParsers()
  await app.register(multipart, { limits: { files: 1, parts: 3, fields: 2, fieldSize: 1_000, fileSize: maxBytes + 1, headerPairs: 20 }, throwFileSizeLimit: false })

  // Before the body: whoever may not send a file need not send it.
  app.addHook('onRequest', async (request) => { callers.set(request, await callerOf(request, options.authenticate)) })
  const caller = (request: FastifyRequest): Principal => {
    const principal = callers.get(request)
    if (!principal) throw unauthenticated()
    return principal
  }

  app.post('/files', { bodyLimit: maxBytes + 65_536, onRequest: signedInOnly(caller, maxBytes) }, async (request, reply) => {
    const received = await receive(request, storage, maxBytes)
    const id = await add(caller(request), received).catch(async (error: unknown) => {
      await storage.remove(received.storageKey)
      throw error
    })
    return await reply.code(201).send({ id, name: received.name, size: received.size, mimeType: received.mimeType })
  })

  app.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
    needScope(caller(request), 'GRAPHQL_READ', 'DOCUMENTS_RUN')
    const file = UUID.test(request.params.id) ? await find(caller(request), request.params.id) : undefined
    if (!file) throw notFound()
    return await send(reply, file, storage)
  })
}

async function callerOf({ id, ip, headers }: FastifyRequest, authenticate: Authenticate): Promise<Principal> {
  const { 'x-coulisses-origin': origin, 'x-coulisses-view-as': viewAs } = headers
  const { principal } = await authenticate({ authorization: headers.authorization, origin: typeof origin === 'string' ? origin : undefined, language: headers['accept-language'], requestId: id, viewAs: typeof viewAs === 'string' ? viewAs : undefined, address: ip })
  return principal
}

const signedInOnly = (caller: (request: FastifyRequest) => Principal, maxBytes: number) =>
  (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
    if (caller(request).userId === undefined) return done(unauthenticated())
    if (!hasScope(caller(request), 'GRAPHQL_WRITE') || caller(request).viewingAs !== undefined) return done(forbidden())
    // The envelope of a form takes some hundred bytes.
    done(Number(request.headers['content-length'] ?? 0) > maxBytes + 65_536 ? fileTooLarge(maxBytes) : undefined)
  }

async function receive(request: FastifyRequest, storage: DiskStorage, maxBytes: number): Promise<ReceivedFile> {
  try {
    const part = await request.file()
    if (part?.fieldname === 'file') return await receiveFile(storage, part.file, part.filename, maxBytes)
  } catch (error) {
    throw isSenders(error) ? faults.malformed() : error
  }
  throw refused('required', { fr: 'Envoyez un fichier, dans le champ `file`.', en: 'Send one file, in the field `file`.' })
}

/** A form that is damaged has no code, a line that broke has one of these; a fault of our disk has others. */
const isSenders = (error: unknown): boolean =>
  error instanceof Error && !(error instanceof AppError) && (!('code' in error) || error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE')

/** Whatever the row was renamed to, the ending stays that of the content. */
const savedName = (name: string, mimeType: string): string => (isContentType(mimeType) ? safeName(name, mimeType) : 'file')
const isContentType = (type: string): type is ContentType => Object.hasOwn(contentTypes, type)

async function send(reply: FastifyReply, { name, mimeType, size, storageKey }: ReadableFile, storage: DiskStorage): Promise<FastifyReply> {
  const bytes = await storage.get(storageKey)
  return await reply.headers({
    'content-type': mimeType, 'content-length': String(size), 'content-disposition': contentDisposition(savedName(name, mimeType)),
    'content-security-policy': `default-src 'none'; sandbox`, 'cache-control': 'private, no-store',
  }).send(bytes)
}
