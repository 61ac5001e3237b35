import { createIntl } from 'react-intl'
import { afterEach, expect, test } from 'vitest'
import type { KioskId } from '../../shared/domain/ids.ts'
import { type Say, catalogue } from '../messages/catalogue.ts'
import { deskName, desks } from './desks.ts'

function names(language: 'en' | 'fa', ...kioskIds: readonly string[]): string[] {
  const intl = createIntl({ locale: language, messages: catalogue[language] })
  const say: Say = (id, values) => intl.formatMessage({ id }, values)
  return kioskIds.map((kioskId) => deskName(kioskId as KioskId, say))
}

afterEach(() => desks.setState({ names: new Map() }))

test('[S5] a kiosk is called by its name, a desk of the house by a number, what the house does by the house', () => {
  desks.setState({ names: new Map([['kiosk-7' as KioskId, 'Left of the door']]) })
  expect(names('en', 'kiosk-7', 'desk-1', 'desk-12', 'desk-87ae1a81', 'house')).toEqual([
    'Left of the door',
    'Desk 1',
    'Desk 12',
    'Desk 87AE',
    'The house',
  ])
  expect(names('fa', 'desk-1', 'house')).toEqual(['باجهٔ 1', 'گیشه'])
})

test('[S5] a kiosk whose name nobody knows yet is called by its id, and a desk that was let in under a name by that', () => {
  expect(names('en', 'kiosk-7')).toEqual(['kiosk-7'])
  desks.setState({ names: new Map([['desk-1' as KioskId, 'Box office']]) })
  expect(names('en', 'desk-1')).toEqual(['Box office'])
})
