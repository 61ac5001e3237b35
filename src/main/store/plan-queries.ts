import type { ColumnsQuery, Query } from './rows.ts'

export const seatsOfPlan = {
  from: 'seat',
  only: ['row', 'number', 'x', 'y', 'category', 'flags'],
  equal: ['planId'],
  orderBy: 'seatId',
} as const satisfies ColumnsQuery<'seat', 'row' | 'number' | 'x' | 'y' | 'category' | 'flags'>

/** Of a show. Without whose they are: that is another row for each. */
export const claimedSeatsOfShow = {
  from: 'claim',
  only: ['seatId', 'ticketTypeId'],
  equal: ['showId'],
  orderBy: 'seatId',
} as const satisfies ColumnsQuery<'claim', 'seatId' | 'ticketTypeId'>

/** [L4] Those that follow the first of a plan, the newest first. */
export const versionsOfPlan = {
  from: 'plan',
  only: ['planId', 'version'],
  equal: ['versionOf'],
  orderBy: 'planId',
  newestFirst: true,
  hasLimit: true,
} as const satisfies Query<'plan'>
