import { trigger } from './trigger.ts'
import type { SqlObject } from './object.ts'

/** Answers that are kept in memory are dropped when a table that they show changes. */
export const announced = (table: string): SqlObject => ({
  ...trigger(table, 'announce', 'after insert or update or delete or truncate', 'for each statement execute function announce_change()'),
  needs: ['function announce_change'],
})
