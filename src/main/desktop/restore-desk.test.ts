import { expect, test } from 'vitest'
import { type RestorePorts, restoreFromMenu } from './restore-desk.ts'
import { wordsOf } from './window-words.ts'

const words = wordsOf('en')

function desk(turned: Partial<RestorePorts> = {}) {
  const said: string[] = []
  const asked: string[] = []
  const ports: RestorePorts = {
    words: () => words,
    admitted: async () => 'yes',
    openSales: async () => 0,
    sequence: () => 120,
    chooseFile: async () => 'friday.db',
    look: async () => ({ kind: 'sound', sequence: 100, atMs: 5, kiosks: 0 }),
    dateOf: () => 'Friday',
    confirm: async (detail) => {
      asked.push(detail)
      return true
    },
    tell: async (text) => void said.push(text),
    restore: async (file) => void said.push(`restored ${file}`),
    beginAnew: () => said.push('begins anew'),
    ...turned,
  }
  return { said, asked, run: () => restoreFromMenu(ports) }
}

test('[SYNC 5.9] a backup is looked at, said what it is, confirmed, and then restored', async () => {
  const { said, asked, run } = desk()
  await run()
  expect(asked).toEqual([expect.stringMatching(/friday\.db[\s\S]*Friday \(row 100\)[\s\S]*: 20\./)])
  expect(asked[0]).not.toMatch(/kiosks/)
  expect(said).toEqual(['restored friday.db', 'begins anew'])
})

test('[SYNC 4.7] that its kiosks must speak first is said before', async () => {
  const look = async () => ({ kind: 'sound', sequence: 100, atMs: 5, kiosks: 3 }) as const
  const { asked, run } = desk({ look })
  await run()
  expect(asked).toEqual([expect.stringContaining('kiosks have spoken (3)')])
})

test.for<[string, Partial<RestorePorts>, string | RegExp]>([
  ['nobody is signed in', { admitted: async () => 'locked' }, words.locked],
  ['a clerk is', { admitted: async () => 'notYours' }, words.notYours],
  ['the house is silent', { admitted: async () => 'silent' }, words.silent],
  ['the house is at a hub', { sequence: () => null }, words.ofHub],
  ['seats are being bought', { openSales: async () => 2 }, /: 2\./],
  ['it cannot be known whether any are', { openSales: async () => null }, words.silent],
  ['the file is not in order', { look: async () => ({ kind: 'refused', detail: 'a hole' }) }, /a hole/],
])('[SYNC 5.9] nothing is restored, and it is said why, where %s', async ([_where, turned, why]) => {
  const { said, run } = desk(turned)
  await run()
  expect(said).toEqual([typeof why === 'string' ? why : expect.stringMatching(why)])
})

test('[SYNC 5.9] where the backup cannot be put in its place, that is said before the program begins anew', async () => {
  const { said, run } = desk({ restore: () => Promise.reject(new Error('no room')) })
  await run()
  expect(said).toEqual([expect.stringMatching(/no room/), 'begins anew'])
})

test('[SYNC 5.9] no file, or no yes, is nothing at all', async () => {
  for (const turned of [{ chooseFile: async () => null }, { confirm: async () => false }]) {
    const { said, run } = desk(turned)
    await run()
    expect(said).toEqual([])
  }
})

test('[SYNC 5.9] who may, and whether anybody buys, is asked again after the yes', async () => {
  const sold = [0, 1]
  const busy = desk({ openSales: async () => sold.shift() ?? 0 })
  await busy.run()
  expect(busy.said).toEqual([expect.stringMatching(/: 1\./)])
  const answers = ['yes', 'locked'] as const
  let asked = 0
  const left = desk({ admitted: async () => answers[asked++] ?? 'locked' })
  await left.run()
  expect(left.said).toEqual([words.locked])
})
