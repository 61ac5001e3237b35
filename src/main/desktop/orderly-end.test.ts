import { expect, test } from 'vitest'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import { OrderlyEnd } from './orderly-end.ts'
import { UnderWay } from './under-way.ts'

/** An office that answers when it is told to. */
function slowOffice() {
  const answers: ((answer: Answer<never>) => void)[] = []
  const call = () => new Promise<Answer<never>>((resolve) => answers.push(resolve))
  const office: BoxOffice = { call, subscribe: () => () => {} }
  return {
    office,
    answer: () => answers.shift()?.({ kind: 'refused', refusal: { code: 'SIGN_IN_REQUIRED' } }),
  }
}

function ending(underWay: UnderWay) {
  const said: string[] = []
  const patience = Promise.withResolvers<void>()
  const end = new OrderlyEnd({
    isSettled: () => underWay.isSettled,
    settled: () => underWay.settled(),
    wait: () => patience.promise,
    close: () => said.push('closed'),
    quit: () => said.push('quit'),
  })
  const begin = () => end.begin({ preventDefault: () => said.push('held back') })
  return { end, said, begin, runOut: () => patience.resolve() }
}

/** Lets everything finish that needs nothing more. */
const calm = () => new Promise<void>((resolve) => setImmediate(resolve))

test('[C3] a program that is asked to end waits for what is under way, however often it is asked, and then ends', async () => {
  const { office, answer } = slowOffice()
  const underWay = new UnderWay()
  const counted = underWay.through(office)
  void counted.call('house', {})
  const { end, said, begin } = ending(underWay)
  begin()
  begin()
  await calm()
  expect(said).toEqual(['held back', 'held back'])
  void counted.call('house', {})
  answer()
  await calm()
  expect(said).not.toContain('quit')
  answer()
  await calm()
  expect(said).toEqual(['held back', 'held back', 'quit'])
  begin()
  end.finish()
  end.finish()
  expect(said).toEqual(['held back', 'held back', 'quit', 'closed'])
})

test('[C3] what is never answered keeps nobody in for long: the house is closed as well', async () => {
  const { office } = slowOffice()
  const underWay = new UnderWay()
  void underWay.through(office).call('house', {})
  const { said, begin, runOut } = ending(underWay)
  begin()
  await calm()
  expect(said).toEqual(['held back'])
  runOut()
  await calm()
  expect(said).toEqual(['held back', 'quit'])
})

test('[C3] a call that fails is over as well, and whoever asked hears of it', async () => {
  const underWay = new UnderWay()
  const call = () => Promise.reject(new Error('the line is cut'))
  const answer = underWay.through({ call, subscribe: () => () => {} }).call('house', {})
  await expect(answer).rejects.toThrow('cut')
  await underWay.settled()
})

test('[C3] a system that ends now gets the house closed now', () => {
  const { end, said } = ending(new UnderWay())
  end.finish()
  expect(said).toEqual(['closed'])
})

test('[C3] where nothing is under way nobody is held back', () => {
  const { said, begin } = ending(new UnderWay())
  begin()
  begin()
  expect(said).toEqual([])
})
