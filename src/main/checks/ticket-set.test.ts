import { expect, test } from 'vitest'
import { TicketNumbers } from './ticket-set.ts'

test('[I22] [V14] a ticket of a machine whose clock says 1970 is a ticket, and is there once', () => {
  const numbers = new TicketNumbers()
  for (const number of ['TKT-19700101-EF362000', 'TKT-20261121-EF362000', 'TKT-21781231-FFFFFFFF'])
    expect(numbers.add(number), number).toBe(true)
  expect(numbers.twins()).toEqual([])
  expect(numbers.add('TKT-19700101-EF362000')).toBe(true)
  expect(numbers.twins()).toEqual(['TKT-19700101-EF362000'])
})

test('[I22] what is no number of a ticket is said', () => {
  const numbers = new TicketNumbers()
  for (const number of [
    'TKT-19691231-EF362000',
    'TKT-22000101-EF362000',
    'TKT-20261121-ef362000',
    'TKT-1-1',
    '',
  ])
    expect(numbers.add(number), number).toBe(false)
})
