import { expect, test } from 'vitest'
import { isGatesCamera } from './gates-camera.ts'

const ORIGIN = 'app://guichet'
const camera = { permission: 'media', kinds: ['video'], address: `${ORIGIN}/#/gate` }

test('[6.4] a camera is for the gate’s screen alone, and a microphone for nobody', () => {
  const may = (turned: Partial<Parameters<typeof isGatesCamera>[1]>) =>
    isGatesCamera(ORIGIN, { ...camera, ...turned })
  expect(may({})).toBe(true)
  expect(may({ address: `${ORIGIN}/#/sell/1` })).toBe(false)
  expect(may({ address: 'https://foreign.invalid/#/gate' })).toBe(false)
  expect(may({ address: null })).toBe(false)
  expect(may({ kinds: ['audio'] })).toBe(false)
  expect(may({ kinds: ['video', 'audio'] })).toBe(false)
  expect(may({ kinds: [] })).toBe(false)
  for (const permission of ['geolocation', 'notifications', 'display-capture'])
    expect(may({ permission }), permission).toBe(false)
})
