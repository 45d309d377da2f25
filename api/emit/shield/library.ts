import { createRequire } from 'node:module'
import type * as Shield from 'graphql-shield'
import type * as Middleware from 'graphql-middleware'

// The ESM build of graphql-shield imports `util.isUndefined`, which Node 23 and later no longer have; its
// CommonJS build only reads it where chain() and race() run, which nobody here calls.
const require = createRequire(import.meta.url)

export const { shield, rule, allow, deny } = require('graphql-shield') as typeof Shield
export const { applyMiddleware } = require('graphql-middleware') as typeof Middleware
