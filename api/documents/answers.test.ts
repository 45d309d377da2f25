import { describe, expect, it } from 'vitest'
import { Answer } from './answer.ts'
import { Answers, type Made } from './answers.ts'

const answer = (text: string, bytes = 1): Answer => new Answer([`{"data":"${text.padEnd(bytes, ' ')}"}`], { rows: 1, surrogates: '' })
const made = (text: string, tables: readonly string[] = ['offer'], milliseconds = 1_000): Made => ({ answer: answer(text), tables: new Set(tables), milliseconds })

function open(options: { readonly room?: number } = {}) {
  const clock = { now: 0 }
  const answers = new Answers({ now: () => clock.now, ...options })
  answers.heard()
  return { answers, clock, text: (key: string) => answers.get(key)?.body.toString().trim() }
}

/** A run that ends when it is told to. */
function running() {
  const gate = Promise.withResolvers<Made>()
  let begun = 0
  return { run: () => { begun++; return gate.promise }, end: gate.resolve, begun: () => begun }
}

describe('answers that are kept', () => {
  it('are given until a table that they show changes', async () => {
    const { answers } = open()
    const first = await answers.make('a', () => Promise.resolve(made('one', ['offer', 'client'])))
    expect(answers.get('a')).toBe(first)
    answers.changed('article')
    expect(answers.get('a')).toBe(first)
    answers.changed('client')
    expect(answers.get('a')).toBeUndefined()
  })

  it('are given no longer than they stay true', async () => {
    const { answers, clock } = open()
    await answers.make('a', () => Promise.resolve(made('one')))
    clock.now = 999
    expect(answers.get('a')).toBeDefined()
    clock.now = 1_000
    expect(answers.get('a')).toBeUndefined()
  })

  it('are made once for all who ask at once, and again for whoever asks after a change', async () => {
    const { answers } = open()
    const [one, other] = [running(), running()]
    const asked = [answers.make('a', one.run), answers.make('a', one.run)]
    answers.changed('offer')
    const later = answers.make('a', other.run)
    expect([one.begun(), other.begun()]).toEqual([1, 1])
    one.end(made('old'))
    other.end(made('new'))
    expect((await Promise.all([...asked, later])).map(({ body }) => body.toString())).toEqual(['{"data":"old"}', '{"data":"old"}', '{"data":"new"}'])
    expect(answers.get('a')?.body.toString()).toBe('{"data":"new"}')
  })

  it('are not kept when what they show changed while they were made', async () => {
    const { answers } = open()
    const one = running()
    const asked = answers.make('a', one.run)
    answers.changed('offer')
    one.end(made('old'))
    await asked
    expect(answers.get('a')).toBeUndefined()
    const two = running()
    const again = answers.make('a', two.run)
    answers.changed('article')
    two.end(made('new'))
    await again
    expect(answers.get('a')).toBeDefined()
  })

  it('are not kept while changes are not heard, and all go when the line is lost', async () => {
    const { answers } = open()
    await answers.make('a', () => Promise.resolve(made('one')))
    const one = running()
    const asked = answers.make('b', one.run)
    answers.lost()
    answers.heard()
    one.end(made('begun before'))
    await asked
    expect([answers.get('a'), answers.get('b')]).toEqual([undefined, undefined])
    answers.lost()
    await answers.make('c', () => Promise.resolve(made('unheard')))
    expect(answers.get('c')).toBeUndefined()
  })

  it('are not kept when something in them failed, and a failure is nobody else’s', async () => {
    const { answers } = open()
    await expect(answers.make('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    await answers.make('a', () => Promise.resolve({ ...made('x'), milliseconds: 0 }))
    expect(answers.get('a')).toBeUndefined()
  })

  it('take so much room and no more: the least used makes place for what was asked before, and none for what is asked once', async () => {
    const { answers, text } = open({ room: 6_000 })
    const large = (name: string): Made => ({ answer: answer(name, 1_000), tables: new Set(['offer']), milliseconds: 1_000 })
    const kept = (...names: string[]): boolean[] => names.map((key) => text(key) !== undefined)
    for (const name of ['a', 'b', 'c']) await answers.make(name, () => Promise.resolve(large(name)))
    expect(kept('b', 'c', 'a')).toEqual([true, false, true])
    await answers.make('c', () => Promise.resolve(large('c')))
    expect(kept('a', 'b', 'c')).toEqual([true, false, true])
    for (let turn = 0; turn < 2; turn++) await answers.make('d', () => Promise.resolve({ ...large('d'), answer: answer('d', 20_000) }))
    expect(kept('a', 'c', 'd')).toEqual([true, true, false])
  })
})
