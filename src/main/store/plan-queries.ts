import type { ColumnsQuery, Query } from './rows.ts'

export const seatsOfPlan = {
  from: 'seat',
  only: ['row', 'number', 'x', 'y', 'category', 'flags'],
  equal: ['planId'],
  orderBy: 'seatId',
} as const satisfies ColumnsQuery<'seat', 'row' | 'number' | 'x' | 'y' | 'category' | 'flags'>

/** The claimed seats of a show, without whose they are: that would be another row for each. */
export const claimedSeatsOfShow = {
  from: 'claim',
  only: ['seatId', 'ticketTypeId'],
  equal: ['showId'],
  orderBy: 'seatId',
} as const satisfies ColumnsQuery<'claim', 'seatId' | 'ticketTypeId'>

/** [L4] The versions that follow the first of a plan, newest first. */
export const versionsOfPlan = {
  from: 'plan',
  only: ['planId', 'version'],
  equal: ['versionOf'],
  orderBy: 'planId',
  newestFirst: true,
  hasLimit: true,
} as const satisfies Query<'plan'>
