import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from './db-check.ts'
import { houseIn, listener, tamper, testFolder } from './house.fixture.ts'

const folder = testFolder()
const data = folder('house')
houseIn(data).close()

function checked(...args: readonly string[]) {
  const { lines, say } = listener()
  return { code: check(args, say), lines, wrong: lines.filter((line) => line.startsWith('✗')) }
}

test('[D1] [I1] [I25] a fresh demo adds up: a tick for every invariant, with its rows and its time', () => {
  const { code, lines, wrong } = checked('--data', data)
  expect([code, wrong]).toEqual([0, []])
  expect(lines.find((line) => line.includes(' I1 '))).toMatch(
    /^✓ I1 {3}one live claim a seat +[\d,]+ rows +\d+ ms$/,
  )
  expect(lines.filter((line) => /^✓ I\d/.test(line)).length).toBeGreaterThan(15)
})

test('[I25] it is checked while it is open, by its file too', () => {
  const house = houseIn(data)
  expect(checked(join(data, 'house.db')).code).toBe(0)
  house.close()
})

test('[I25] [I5] what does not hold is named with its place, and ends it with 1', () => {
  const other = folder('spoiled')
  houseIn(other).close()
  tamper(
    other,
    "UPDATE listing SET title = 'x' WHERE listing_id = 9; UPDATE plan SET seats = 1 WHERE plan_id = 1",
  )
  const { code, lines, wrong } = checked('--data', other)
  expect(code).toBe(1)
  expect(wrong.map((line) => line.split(' ')[1])).toEqual(['I5', 'I25', 'these'])
  expect(lines.join('\n')).toMatch(/listing 9: title is "x", by the journal/)
})

test('[I43] a place without a house, a file that is none and words that are not understood end with 2', () => {
  expect(checked('--data', folder('nowhere'))).toMatchObject({
    code: 2,
    lines: [expect.stringContaining('no house in')],
  })
  writeFileSync(folder('letter.txt'), 'a letter '.repeat(1000))
  expect(checked(folder('letter.txt')).code).toBe(2)
  expect(checked('--fast').code).toBe(2)
  expect(checked('--data', data, join(data, 'house.db')).code).toBe(2)
  expect(checked('--help')).toMatchObject({ code: 0, lines: [expect.stringContaining('changes nothing')] })
})
