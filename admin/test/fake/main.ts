import { createFake, serve } from './server.ts'

// For looking at the screens without the API: `tsx admin/test/fake/main.ts`, then the dev server of Vite.
const { url } = await serve(createFake(), Number(process.env['PORT'] ?? 4000))
console.log(`fake API at ${url}/graphql`)
