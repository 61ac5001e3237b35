import type { Query } from './rows.ts'

export const seatsOfPlan = { from: 'seat', equal: ['planId'], orderBy: 'seatId' } satisfies Query<'seat'>

/** [L4] Those that follow the first of a plan, the newest first. */
export const versionsOfPlan = {
  from: 'plan',
  only: ['planId', 'version'],
  equal: ['versionOf'],
  orderBy: 'planId',
  newestFirst: true,
  hasLimit: true,
} as const satisfies Query<'plan'>
