import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import english from 'ra-language-english'
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { messages } from './provider.ts'

const leaves = (value: unknown, path = ''): ReadonlyMap<string, string> => new Map(typeof value === 'string' ? [[path, value]]
  : Object.entries(value as object).flatMap(([key, inner]) => [...leaves(inner, path === '' ? key : `${path}.${key}`)]))
const places = (sentence: string): readonly string[] => [...new Set([...sentence.matchAll(/%\{(\w+)\}/g)].map((found) => found[1] ?? ''))].sort()

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? (entry.name === 'test' ? [] : sources(join(folder, entry.name))) : /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [readFileSync(join(folder, entry.name), 'utf8')] : []))
}

describe('the sentences of the back office', () => {
  it('are the same in both languages, with the same places', () => {
    const [french, other] = [leaves(fr), leaves(en)]
    expect([...other.keys()]).toEqual([...french.keys()])
    for (const [key, sentence] of french) expect([key, places(other.get(key) ?? '')]).toEqual([key, places(sentence)])
  })

  it('leave none of react-admin untold in French', () => {
    const french = leaves(messages.fr)
    expect([...leaves(english).keys()].filter((key) => !french.has(key))).toEqual([])
  })

  it('are there for every key that the code names', () => {
    const known = leaves(messages.fr)
    const named = sources(join(import.meta.dirname, '..')).flatMap((text) => [...text.matchAll(/'((?:coulisses|ra)\.[\w.]+)'/g)].map((found) => found[1] ?? ''))
    expect(named.length).toBeGreaterThan(100)
    expect([...new Set(named)].filter((key) => !known.has(key))).toEqual([])
  })
})
