import { describe, expect, it } from 'vitest'
import { createAgeCipher } from '../crypto/ageCipher.ts'
import { noKeys } from '../crypto/keyFile.ts'
import { Play } from './fixtures/model.ts'
import { useStage } from './fixtures/writer.ts'

describe('a field', () => {
  const stage = useStage()

  it('that is encrypted is unreadable in the table and in the history', async () => {
    const id = await stage.create(Play, { title: 'A', secret: 'canary-4711' })
    await stage.update(Play, id, { secret: 'canary-4712' })
    const [stored] = await stage.sql('select secret, (select string_agg(changes::text, \' \') from audit_entry where entity_id = $1) as history from play where id = $1', [id])
    expect(JSON.stringify(stored)).not.toContain('canary')
    expect(await stage.writer.mutate(stage.caller('desk'), (work) => work.decrypt(String(stored?.['secret'])))).toBe('canary-4712')
  })
})

describe('without the key', () => {
  const stage = useStage(undefined, createAgeCipher(noKeys))

  it('that field alone is refused, and everything else is served', async () => {
    await expect(stage.create(Play, { title: 'A', secret: 's' })).rejects.toMatchObject({ code: 'UNAVAILABLE', issues: [{ path: 'secret', reason: 'noKey' }] })
    const id = await stage.create(Play, { title: 'A' })
    await stage.update(Play, id, { title: 'B', secret: null })
    expect(await stage.row(Play, id)).toMatchObject({ title: 'B', secret: null })
  })
})
