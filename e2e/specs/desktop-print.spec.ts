// The devices of a counter from the desktop app: the same ports as from a browser, with Electron's own printing beside them. The options
// that Electron gets with a paper are tested in src/main/desktop/print-options.test.ts.

import { FakePrinter } from '../../src/main/printing/fake-printer.fixture.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { Printers } from '../pages/printers.ts'

test('[T2] sold for cash in the desktop app, the drawer opens and the tickets come', async ({
  openDesktop,
}) => {
  const printer = await FakePrinter.start()
  const { page } = await openDesktop()
  const printers = new Printers(page)
  await printers.open()
  // The ways that only a window of Electron has are offered.
  const ways = page.getByRole('group', { name: 'Tickets', exact: true }).getByRole('combobox').first()
  await expect(ways.locator('option')).toHaveCount(4)
  await printers.chooseByKeys('Tickets', printer.port)
  await printers.chooseByKeys('Receipts', printer.port)
  await page.getByRole('checkbox', { name: 'Print tickets as soon as they are paid' }).check()
  await printers.save()
  await page.evaluate(() => {
    location.hash = '#/tonight'
  })
  await new Desk(page).sell('The Glass Orchard', 'C10')
  await expect.poll(() => printer.papers.length).toBe(2)
  expect(printer.papers[0]).toEqual([{ kind: 'drawer' }])
  expect(printer.papers[1]?.map(({ kind }) => kind)).toContain('code')
  await printer.stop()
})
