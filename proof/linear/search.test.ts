// The search is tested with histories written by hand: `hold a 0 2 done` is a hold by client a, called at 0 and returned at 2.

import { expect, test } from 'vitest'
import { type Op, verdictOf } from './search.ts'

function history(text: string): Op[] {
  return text.split(';').map((line, at) => {
    const [kind = '', token = '', called = '', returned = '', outcome = ''] = line.trim().split(' ')
    return {
      id: String(at),
      seat: 0,
      kind: kind as Op['kind'],
      token,
      calledMs: Number(called),
      returnedMs: returned === '-' ? Number.POSITIVE_INFINITY : Number(returned),
      outcome: outcome as Op['outcome'],
    }
  })
}

test.for([
  'hold a 0 1 done',
  'hold a 0 1 done; pay a 2 3 done',
  'hold a 0 1 done; cancel a 2 3 done',
  'hold a 0 1 done; pay a 2 3 done; cancel a 4 5 done',
  'hold a 0 1 done; cancel a 2 3 done; hold b 4 5 done',
  'hold a 0 5 done; hold b 1 4 refused',
  'hold a 1 4 refused; hold b 0 5 done',
  'hold a 0 1 done; hold b 2 3 refused',
  'hold a 0 1 done; hold b 0 1 refused; hold c 0 1 refused; hold d 0 1 refused',
  'hold a 0 9 done; hold b 8 10 refused; pay a 11 12 done',
  'hold a 0 1 done; cancel a 2 9 done; hold b 3 5 done',
  'hold a 0 1 done; cancel a 2 9 done; hold b 3 5 refused',
  'hold a 0 1 done; pay a 2 9 done; cancel a 3 8 done',
  'hold a 0 1 done; pay a 2 9 refused; cancel a 3 8 done',
  'hold a 0 - unknown; hold b 1 2 refused',
  'hold a 0 - unknown; hold b 1 2 done',
  'hold a 0 - unknown; hold b 1 2 done; cancel b 3 4 done; hold c 5 6 refused',
  'hold a 0 1 done; cancel a 2 - unknown; hold b 3 4 refused; hold c 5 6 done',
  'hold a 0 1 done; pay a 2 - unknown; cancel a 3 4 done; hold b 5 6 done',
  'hold a 0 1 done; pay a 2 - unknown; pay a 3 4 refused',
  'hold a 0 1 done; cancel a 2 - unknown; cancel a 3 4 refused; hold b 5 6 done',
  'pay a 0 1 refused; hold a 2 3 done; pay a 4 5 done; pay a 6 7 refused',
  'cancel a 0 1 refused; hold b 0 1 done',
  'hold a 0 2 done; hold b 1 3 done; cancel a 0 3 done',
  'hold a 0 - unknown; hold b 0 - unknown; hold c 1 2 refused; hold d 3 4 refused',
  'hold a 0 3 done; pay a 1 2 refused; pay a 4 5 done',
])('[I27] what can have happened is found possible: %s', (text) => {
  expect(verdictOf(history(text))).toBe('linearizable')
})

test.for([
  'hold a 0 1 refused',
  'hold a 0 1 done; hold b 2 3 done',
  'hold a 0 5 done; hold b 1 4 done',
  'hold a 0 1 done; hold b 0 1 done; hold c 0 1 refused',
  'pay a 0 1 done',
  'cancel a 0 1 done',
  'hold a 0 1 done; pay b 2 3 done',
  'hold a 0 1 done; cancel b 2 3 done',
  'hold a 0 1 done; pay a 2 3 done; pay a 4 5 done',
  'hold a 0 1 done; cancel a 2 3 done; pay a 4 5 done',
  'hold a 0 1 done; cancel a 2 3 done; hold b 4 5 refused',
  'hold a 0 1 done; pay a 2 3 refused',
  'hold a 0 1 done; cancel a 2 3 refused',
  'hold a 5 6 done; pay a 1 2 done',
  'hold a 5 6 done; hold b 0 1 refused',
  'hold a 0 1 done; cancel a 2 3 done; cancel a 4 5 done',
  'hold a 0 1 done; pay a 2 3 done; hold b 4 5 done',
  'hold a 0 1 done; pay a 2 - unknown; hold b 3 4 done',
  'hold a 3 - unknown; hold b 0 1 refused',
  'hold a 0 - unknown; hold b 1 2 done; hold c 3 4 done',
  'hold a 0 1 done; cancel a 5 - unknown; hold b 2 3 done',
  'hold a 0 1 done; cancel a 2 - unknown; hold b 3 4 done; hold c 5 6 done',
  'hold a 0 - unknown; pay a 1 2 done; hold b 3 4 done',
  'hold a 0 1 done; cancel a 2 - unknown; hold b 3 4 done; cancel a 5 6 done',
  'hold a 0 1 done; hold b 2 3 refused; pay b 4 5 done',
  'hold a 0 1 done; pay a 2 9 done; cancel a 3 8 refused',
])('[I27] what cannot have happened is found out: %s', (text) => {
  expect(verdictOf(history(text))).toBe('impossible')
})

test('[I27] of a long history with much at once the verdict is found, and one wrong answer in it is', () => {
  const lines: string[] = []
  for (let turn = 0; turn < 60; turn += 1) {
    const at = turn * 10
    lines.push(`hold w${turn} ${at} ${at + 4} done`)
    for (let other = 0; other < 5; other += 1) lines.push(`hold l${turn}-${other} ${at} ${at + 5} refused`)
    lines.push(`pay w${turn} ${at + 5} ${at + 6} done`, `cancel w${turn} ${at + 6} ${at + 8} done`)
  }
  expect(verdictOf(history(lines.join('; ')))).toBe('linearizable')
  const wrong = lines.toSpliced(201, 1, (lines[201] ?? '').replace('refused', 'done'))
  expect(wrong[201]).not.toBe(lines[201])
  expect(verdictOf(history(wrong.join('; ')))).toBe('impossible')
})
