import type { DomainCode } from '../../casting/professionDomains.ts'
import { random, type Random } from '../random.ts'
import { actingBriefs } from './briefs/acting.ts'
import { circusBriefs } from './briefs/circus.ts'
import { costumeBriefs } from './briefs/costume.ts'
import { danceBriefs } from './briefs/dance.ts'
import { directingBriefs } from './briefs/directing.ts'
import { hostingBriefs } from './briefs/hosting.ts'
import { modellingBriefs } from './briefs/modelling.ts'
import { musicBriefs } from './briefs/music.ts'
import { postProductionBriefs } from './briefs/postProduction.ts'
import { productionBriefs } from './briefs/production.ts'
import { singingBriefs } from './briefs/singing.ts'
import { stageCraftBriefs } from './briefs/stageCraft.ts'
import { techniqueBriefs } from './briefs/technique.ts'
import { voiceBriefs } from './briefs/voice.ts'
import { houses } from './productions/house.ts'
import { liveProductions } from './productions/live.ts'
import { screenProductions } from './productions/screen.ts'
import { stageProductions } from './productions/stage.ts'
import type { Brief, Production } from './types.ts'

export const productions: readonly Production[] = [...screenProductions, ...stageProductions, ...liveProductions, ...houses]

export const briefs: Readonly<Record<DomainCode, readonly Brief[]>> = {
  JEU: actingBriefs,
  VOIX: voiceBriefs,
  DANSE: danceBriefs,
  CHANT: singingBriefs,
  MUSIQUE: musicBriefs,
  CIRQUE: circusBriefs,
  MODE: modellingBriefs,
  ANIM: hostingBriefs,
  MES: directingBriefs,
  PROD: productionBriefs,
  HMC: costumeBriefs,
  REGIE: stageCraftBriefs,
  TECH: techniqueBriefs,
  POST: postProductionBriefs,
}

/** One offer to write: which trade, for which work, where. */
export interface Assignment {
  readonly domain: DomainCode
  readonly brief: Brief
  readonly production: Production
  readonly town: string
  readonly turn: number
}

/** The briefs written for one work, then enough of those that several works can use. */
export function plan(count: number): Assignment[] {
  const chance = random(1789)
  const all = Object.entries(briefs).flatMap(([domain, list]) => list.map((brief) => ({ domain: domain as DomainCode, brief })))
  const queue = [...all.filter(({ brief }) => brief.production !== undefined), ...chance.shuffle(all.filter(({ brief }) => brief.production === undefined))]
  const desk = new Desk(chance)
  return chance.shuffle(queue.slice(0, count).map(({ domain, brief }) => desk.assign(domain, brief)))
}

/** Keeps count of what was used, so that works and towns are served evenly. */
class Desk {
  private readonly uses = new Map<string, number>()
  private readonly pairs = new Set<string>()
  private readonly chance: Random

  constructor(chance: Random) {
    this.chance = chance
  }

  assign(domain: DomainCode, brief: Brief): Assignment {
    const production = this.leastUsed(this.candidates(domain, brief), ({ key }) => key)
    const town = this.leastUsed(production.towns, (city) => city)
    const turn = this.uses.get(production.key) ?? 0
    this.pairs.add(pairOf(domain, brief, production))
    for (const key of [production.key, town]) this.uses.set(key, (this.uses.get(key) ?? 0) + 1)
    return { domain, brief, production, town, turn }
  }

  private candidates(domain: DomainCode, brief: Brief): readonly Production[] {
    const found = productions.filter((production) =>
      brief.production === undefined
        ? brief.on?.includes(production.medium) === true && !this.pairs.has(pairOf(domain, brief, production))
        : production.key === brief.production,
    )
    if (found.length === 0) throw new Error(`no production for ${brief.trade}`)
    return found
  }

  private leastUsed<T>(choices: readonly T[], key: (choice: T) => string): T {
    const least = Math.min(...choices.map((choice) => this.uses.get(key(choice)) ?? 0))
    return this.chance.pick(choices.filter((choice) => (this.uses.get(key(choice)) ?? 0) === least))
  }
}

const pairOf = (domain: DomainCode, brief: Brief, production: Production): string => `${domain}/${brief.trade}/${production.key}`
