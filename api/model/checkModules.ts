import type { Fault } from './fault.ts'
import { say } from './issue.ts'
import type { Model } from './model.ts'
import type { ModuleDeclaration } from './module.ts'
import { readSetting } from './setting.ts'

export function checkModules(model: Model): Fault[] {
  const faults: Fault[] = []
  for (const module of model.modules.values()) {
    for (const used of module.uses) if (!model.modules.has(used)) faults.push({ where: `${module.name}/module.ts`, what: `uses the unknown module \`${used}\`; correct the name` })
    const circle = findCircle(model, module.name, [module.name])
    if (circle) faults.push({ where: `${module.name}/module.ts`, what: `\`uses\` goes in a circle: ${circle.join(' → ')}; let one of them not use the other` })
    faults.push(...checkSettings(module))
  }
  return faults
}

function checkSettings(module: ModuleDeclaration): Fault[] {
  return Object.values(module.settings).flatMap((setting) => {
    const where = `${module.name}/module.ts.${setting.key}`
    const faults = (setting.kind.faults?.(setting.options) ?? []).map((what) => ({ where, what }))
    const { issue } = readSetting(setting, setting.options.default, setting.key)
    return issue ? [...faults, { where, what: `has a \`default\` that it would refuse itself: ${say(issue, 'en')}` }] : faults
  })
}

function findCircle(model: Model, from: string, path: readonly string[]): readonly string[] | undefined {
  for (const used of model.modules.get(path.at(-1) ?? '')?.uses ?? []) {
    if (used === from) return [...path, used]
    if (path.includes(used)) continue
    const circle = findCircle(model, from, [...path, used])
    if (circle) return circle
  }
  return undefined
}
