import { expect, test } from 'vitest'
import { pdfOptions, printOptions } from './print-options.ts'

const roll = { sheet: '80mm', heightMm: 132 } as const
const narrow = { sheet: '58mm', heightMm: 90 } as const
const page = { sheet: 'A4', heightMm: 20 } as const

test('[T2] the size is always said, in thousandths of a millimetre, without margins of the driver’s', () => {
  const all = { printBackground: true, margins: { marginType: 'none' } }
  expect(printOptions({ way: 'silent', device: 'TM-T20' }, roll, false)).toEqual({
    ...all,
    silent: true,
    pageSize: { width: 80_000, height: 132_000 },
    deviceName: 'TM-T20',
  })
  expect(printOptions({ way: 'silent', device: '' }, narrow, false)).toEqual({
    ...all,
    silent: true,
    pageSize: { width: 58_000, height: 90_000 },
  })
  expect(printOptions({ way: 'dialog' }, page, false)).toEqual({
    ...all,
    silent: false,
    pageSize: { width: 210_000, height: 297_000 },
  })
})

test('[A7] on a locked screen nobody gets the system’s dialog', () => {
  expect(printOptions({ way: 'dialog' }, roll, true)).toMatchObject({ silent: true })
})

test('[T2] a file has the size of its sheet, in inches', () => {
  expect(pdfOptions(page).pageSize).toEqual({ width: 210 / 25.4, height: 297 / 25.4 })
  expect(pdfOptions(narrow).pageSize).toEqual({ width: 58 / 25.4, height: 90 / 25.4 })
})
