import { createIntl } from 'react-intl'
import { afterEach, expect, test } from 'vitest'
import type { KioskId } from '../../shared/domain/ids.ts'
import { type Say, catalogue } from '../messages/catalogue.ts'
import { deskName, desks, withDeskIds } from './desks.ts'

type Language = keyof typeof catalogue

function sayIn(language: Language): Say {
  const intl = createIntl({ locale: language, messages: catalogue[language] })
  return (id, values) => intl.formatMessage({ id }, values)
}

function names(language: Language, ...kioskIds: readonly string[]): string[] {
  return kioskIds.map((kioskId) => deskName(kioskId as KioskId, sayIn(language)))
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

test('[S5] [I39] a desk is looked for as it is called, in any language', () => {
  expect(withDeskIds('Asha DESK 87AE', sayIn('en'))).toBe('asha desk-87ae')
  expect(withDeskIds('باجهٔ ۱', sayIn('fa'))).toBe('desk-1')
  expect(withDeskIds('काउंटर १२ चाय', sayIn('hi'))).toBe(`desk-12 ${'चाय'.normalize('NFKD')}`)
  expect(withDeskIds('desk-1 desk', sayIn('en'))).toBe('desk-1 desk')
  expect(withDeskIds('Desk manager', sayIn('en'))).toBe('desk manager')
})

test('[S5] [I39] a kiosk whose name is like a desk’s is looked for by its name', () => {
  desks.setState({ names: new Map([['kiosk-7' as KioskId, 'Desk 2']]) })
  expect(withDeskIds('Desk 2', sayIn('en'))).toBe('desk 2')
  expect(withDeskIds('Desk 3', sayIn('en'))).toBe('desk-3')
})
