// Written by `npm run generate` from the folders of api/modules/. Do not edit.
import type { ModuleCode } from '../write/types.ts'

export const modules: readonly ModuleCode[] = [
  { module: 'casting', actions: [], reactions: [], jobs: [] },
  { module: 'core', actions: [], reactions: [], jobs: [] },
]
