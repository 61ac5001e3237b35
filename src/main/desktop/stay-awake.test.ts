import { expect, test } from 'vitest'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import { StayAwake } from './stay-awake.ts'

function desk() {
  const said: string[] = []
  const asked: string[] = []
  const state: { shift: object | null; isLocked: boolean } = { shift: null, isLocked: false }
  const office: BoxOffice = {
    call: async (name) => {
      asked.push(name)
      if (name === 'shift' && state.isLocked)
        return { kind: 'refused', refusal: { code: 'SIGN_IN_REQUIRED' } }
      return { kind: 'done', value: { shift: state.shift } } as unknown as Answer<never>
    },
    subscribe: () => () => {},
  }
  const blocker = { start: () => said.push('awake'), stop: () => said.push('asleep') }
  const heard = new StayAwake(blocker).around(office)
  const does = async (
    name: 'house' | 'sign-in' | 'open-shift' | 'close-shift' | 'booking',
    isOpen: boolean,
  ) => {
    state.shift = isOpen ? {} : null
    await heard.call(name, {})
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  return { said, asked, state, does }
}

test('[A5] the machine stays awake from the opening of the shift to its close, and is told once each', async () => {
  const { said, does } = desk()
  await does('house', false)
  await does('open-shift', true)
  await does('sign-in', true)
  await does('close-shift', false)
  await does('sign-in', false)
  expect(said).toEqual(['awake', 'asleep'])
})

test('[A5] a shift that was open at the start is one as well, and what is asked all day asks for no shift', async () => {
  const { said, asked, does } = desk()
  await does('house', true)
  for (let time = 0; time < 5; time += 1) await does('house', true)
  await does('booking', true)
  expect(said).toEqual(['awake'])
  expect(asked.filter((name) => name === 'shift')).toHaveLength(1)
})

test('[A5] a locked desk is looked at again when somebody is in', async () => {
  const { said, state, does } = desk()
  state.isLocked = true
  await does('house', true)
  expect(said).toEqual([])
  state.isLocked = false
  await does('house', true)
  expect(said).toEqual(['awake'])
})
