// Written by `npm run generate` from the folders of schema/. Do not edit.
import type { Declarations } from '../api/model/build.ts'
import casting from './casting/module.ts'
import { Profession } from './casting/profession.ts'
import { ProfessionDomain } from './casting/professionDomain.ts'
import core from './core/module.ts'
import { labels } from './labels.ts'
import { roles } from './roles.ts'

export const declarations: Declarations = {
  labels,
  roles,
  modules: [
    { module: casting, entities: [Profession, ProfessionDomain] },
    { module: core, entities: [] },
  ],
}
