import { readSetting, type PlacedSetting } from '../model/setting.ts'
import type { Query } from './ports.ts'

const GIVEN = `select s.value from module_setting s join module m on m.id = s.module_id where m.key = $1 and s.key = $2`

/** A value that a newer version of the declaration would refuse counts as not given. */
export async function settingNow<V>(query: Query, setting: PlacedSetting<V>): Promise<V> {
  const [row] = await query(GIVEN, [setting.module, setting.key])
  if (!row) return setting.options.default
  const { value, issue } = readSetting(setting, row['value'], setting.key)
  // The kind of the setting answers values of its own type.
  return issue ? setting.options.default : value as V
}
