import { expect, test } from 'vitest'
import { judgeAlone } from './door-alone.ts'
import type { ShowId } from './ids.ts'
import { doorFactsOf } from './ticket-code.ts'

const here = 1 as ShowId
const ticket = { showId: here }

test('[T3] a door by itself tells genuine from forged, this show from another, and the first time from the second', () => {
  expect(judgeAlone({ ticket, seenAtMs: null }, here)).toBe('alone')
  expect(judgeAlone({ ticket, seenAtMs: 5 }, here)).toBe('used')
  expect(judgeAlone({ ticket, seenAtMs: 5 }, 2 as ShowId)).toBe('wrong-show')
  expect(judgeAlone({ ticket: null, seenAtMs: null }, here)).toBe('unknown')
})

test('[T1] number, show and seat are read off a code; what is none has none', () => {
  const text = 'GUICHET1/TKT-20261120-1A2B3C4D/12/417/DESK-1/1042/20000/6Q2XVB5N0ZJ4K8AC'
  expect(doorFactsOf(text)).toEqual({ number: 'TKT-20261120-1A2B3C4D', showId: 12, seatId: 417 })
  for (const other of ['', 'GUICHET1/A/B/C/D', 'https://x/1/2/3']) expect(doorFactsOf(other)).toBeNull()
})
