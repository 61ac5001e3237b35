import { expect, test } from 'vitest'
import type { KioskEntry } from './catalogue.ts'
import type { KioskId } from './ids.ts'
import { decideAdmitKiosk, decideSaveKiosk, fingerprint } from './kiosks.ts'

const pin = 'ab12cd34ef567890'.repeat(4)
const other = 'ff12cd34ef567890'.repeat(4)
const front: KioskEntry = {
  kind: 'kiosk',
  kioskId: 'kiosk-ab12cd34ef56' as KioskId,
  name: 'Front',
  pin,
  active: true,
}

test('[S5] a kiosk is known by its key: let in again under another name it is the same one', () => {
  const first = decideAdmitKiosk({ kiosks: [] }, { pin, name: 'Front' })
  expect(first).toMatchObject({ accepted: true, value: { kioskId: 'kiosk-ab12cd34ef56' } })
  expect(first.events).toEqual([{ type: 'entry-saved', entry: front }])
  const shutOut = { ...front, active: false }
  const again = decideAdmitKiosk({ kiosks: [shutOut] }, { pin, name: 'Side' })
  expect(again.events).toEqual([{ type: 'entry-saved', entry: { ...front, name: 'Side' } }])
})

test('[S5] letting in who is in changes nothing', () => {
  expect(decideAdmitKiosk({ kiosks: [front] }, { pin, name: 'Front' })).toMatchObject({
    accepted: true,
    events: [],
  })
})

test('[S5] two kiosks that are in have two names; one that is shut out keeps none from others', () => {
  const taken = { code: 'INVALID_INPUT', field: 'name', problem: 'taken', detail: 'FRONT' }
  expect(decideAdmitKiosk({ kiosks: [front] }, { pin: other, name: 'FRONT' })).toMatchObject({
    refusal: taken,
  })
  const gone = { ...front, active: false }
  expect(decideAdmitKiosk({ kiosks: [gone] }, { pin: other, name: 'FRONT' })).toMatchObject({
    accepted: true,
  })
  const side = { ...front, kioskId: 'kiosk-2' as KioskId, name: 'Side', pin: other }
  expect(decideSaveKiosk({ kiosks: [front, side] }, { ...side, name: 'Front' })).toMatchObject({
    refusal: { ...taken, detail: 'Front' },
  })
  const out = decideSaveKiosk({ kiosks: [front, side] }, { ...side, name: 'Front', active: false })
  expect(out.events).toEqual([{ type: 'entry-saved', entry: { ...side, name: 'Front', active: false } }])
})

test('[S5] a kiosk that was never let in can not be changed', () => {
  expect(decideSaveKiosk({ kiosks: [] }, front)).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'kiosk', id: front.kioskId },
  })
})

test('[S5] what two people compare is the head of the key, in fours', () => {
  expect(fingerprint(pin)).toBe('AB12-CD34-EF56-7890')
})
