import { expect, test } from '../fixtures.ts'
import { startHub } from '../hub-process.ts'
import { Desk } from '../pages/desk.ts'

for (const claims of ['pessimistic', 'optimistic'] as const) {
  test.describe(claims, () => {
    const words = ['--claims', claims, '--shared']
    test.use({ hubOptions: { words } })

    test('[C2] two hubs sell one house: what one holds or sells is taken on the other’s screens', async ({
      hub,
      openDesk,
      browser,
      troubles,
    }) => {
      const other = await startHub({ data: hub.data, words })
      const context = await browser.newContext()
      troubles.watch(context)
      try {
        const here = new Desk(await openDesk())
        const page = await context.newPage()
        await page.goto(other.link)
        const there = new Desk(page)
        await here.openShow('The Glass Orchard')
        await there.openShow('The Glass Orchard')
        await there.choose('D10')
        await here.choose('D10')
        await here.hold()
        await expect(page.getByRole('alert').filter({ hasText: 'D10' })).toBeVisible()
        await there.expectSeat('D10', 'held')
        await there.choose('D14')
        await there.hold()
        await there.takeCash()
        await here.expectSeat('D14', 'sold')
        await here.takeCash()
        expect(other.errors()).toEqual([])
      } finally {
        await context.close()
        await other.remove()
      }
    })
  })
}

test('[C2] a hub that does not share keeps another out, and says why', async ({ hub }) => {
  await expect(startHub({ data: hub.data, words: ['--shared'] })).rejects.toThrow('for itself')
  await expect(startHub({ data: hub.data, words: ['--shared', '--claims', 'in-process'] })).rejects.toThrow(
    'cannot be --shared',
  )
})
