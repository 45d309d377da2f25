import sql from 'sql-template-tag'
import { now } from '#model'
import { fill } from '../../../model/labels.ts'
import { AppError } from '../../../model/errors.ts'
import { PlannedSwitch } from '#schema/core/plannedSwitch.ts'
import { job, type Work } from '../../../write/types.ts'
import { switchNow } from '../switches.ts'

/** Carries out what was planned for now. What others need meanwhile stays on, and the plan says why. */
export default job({
  name: 'switchPlanned',
  schedule: '* * * * *',
  run: async (work) => {
    for (const plan of await work.rows(PlannedSwitch, { state: { eq: 'PLANNED' }, at: { lte: now } }, 50)) {
      await work.set(PlannedSwitch, plan.id, await carryOut(work, plan.id, plan.enabled === true))
    }
  },
})

async function carryOut(work: Work, id: string, enabled: boolean): Promise<{ readonly state: string; readonly note?: string }> {
  const modules = await work.query(sql`select module_id as id from planned_switch_modules where planned_switch_id = ${id}`)
  try {
    await switchNow(work, modules.map((row) => String(row['id'])), enabled)
    return { state: 'DONE' }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { state: 'FAILED', note: error.issues.map(({ message, values }) => fill(message.fr, values)).join(' ') }
  }
}
