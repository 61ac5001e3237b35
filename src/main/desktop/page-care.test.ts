import { expect, test } from 'vitest'
import { PageCare } from './page-care.ts'

function cared(isLocked = false) {
  const said: string[] = []
  const waits: (() => void)[] = []
  let nowMs = 0
  const care = new PageCare({
    log: { error: (facts, text) => said.push(`${text} ${JSON.stringify(facts)}`) },
    elapsedMs: () => nowMs,
    loadAgain: () => said.push('loaded'),
    giveUp: () => said.push('given up'),
    isLocked,
    wait: async (ms) => {
      said.push(`waits ${ms}`)
      await new Promise<void>((resolve) => waits.push(resolve))
    },
  })
  return { care, said, pass: (ms: number) => (nowMs += ms), endWait: () => waits.shift()?.() }
}

const crash = { reason: 'crashed', exitCode: 11 } as const

test('[C3] a page that died is written down and comes back', () => {
  const { care, said } = cared()
  care.gone(crash)
  expect(said).toEqual(['the page died {"reason":"crashed","exitCode":11}', 'loaded'])
})

test('[C3] one that was closed is no accident; one that does not answer is written down and left', () => {
  const { care, said } = cared()
  care.gone({ reason: 'clean-exit', exitCode: 0 })
  expect(said).toEqual([])
  care.stuck()
  expect(said).toEqual(['the page does not answer {}'])
})

test('[C3] the fourth death within a minute is the last; deaths that are far apart are accidents', () => {
  const { care, said, pass } = cared()
  for (let death = 0; death < 6; death += 1) {
    care.gone(crash)
    pass(30_000)
  }
  expect(said).not.toContain('given up')
  pass(60_000)
  said.length = 0
  for (let death = 0; death < 4; death += 1) care.gone(crash)
  expect(said.filter((line) => !line.startsWith('the page'))).toEqual([
    'loaded',
    'loaded',
    'loaded',
    'given up',
  ])
})

test('[A7] on a locked screen it is brought back for ever, more slowly: nobody there could start the program again', async () => {
  const { care, said, pass, endWait } = cared(true)
  for (let death = 0; death < 3; death += 1) care.gone(crash)
  for (let death = 0; death < 10; death += 1) {
    said.length = 0
    care.gone(crash)
    expect(said.slice(1)).toEqual(['waits 10000'])
    pass(10_000)
    endWait()
    // oxlint-disable-next-line no-await-in-loop -- one death after the other
    await new Promise((resolve) => setImmediate(resolve))
    expect(said.slice(2)).toEqual(['loaded'])
  }
})
