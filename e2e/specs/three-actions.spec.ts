// The measure of the counter: two best seats for cash in three actions. Every action goes through a hand that counts it; the time they
// took is noted with each test. Must never wait by doing something that a seller would have to do.

import type { BrowserContextOptions, CDPSession, Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'

/** Counts what is pressed, tapped or activated; reading the screen does not count, pressing Tab or an arrow would. */
class Hand {
  readonly done: string[] = []

  async act(name: string, action: () => Promise<void>): Promise<void> {
    this.done.push(name)
    await action()
  }
}

const ACTIONS_MAX = 3

/** A phone, held in the hand; and the counter's smallest screen. */
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const counter = { viewport: { width: 1024, height: 768 } }

const soonest = (page: Page) => new Desk(page).shows.first()

/** The seats that the house proposes as the best of the soonest show, as another desk is told. */
async function bestOfSoonest(page: Page): Promise<string[]> {
  await soonest(page).click()
  await expect(page.getByRole('button', { name: 'Best', exact: true })).toBeEnabled()
  await page.keyboard.press('Control+b')
  const cart = page.getByRole('complementary', { name: 'Cart' })
  await expect(cart.getByRole('heading', { name: '2 seats' })).toBeVisible()
  const chosen = await cart
    .getByRole('button', { name: /from the cart/ })
    .evaluateAll((buttons) =>
      buttons.map((one) => /\u2068(.+)\u2069/.exec(one.getAttribute('aria-label') ?? '')?.[1] ?? ''),
    )
  return chosen.toSorted()
}

async function seatsOfTickets(page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { name: 'Sold · 2 tickets' })).toBeVisible()
  const papers = page.getByRole('article')
  await expect(papers).toHaveCount(2)
  return (await papers.locator('.paper-huge').allTextContents()).toSorted()
}

interface Journey {
  readonly title: string
  readonly browser: BrowserContextOptions
  readonly sell: (page: Page, hand: Hand) => Promise<void>
}

const journeys: readonly Journey[] = [
  { title: 'by keyboard alone', browser: counter, sell: byKeys },
  { title: 'by touch alone', browser: { ...counter, hasTouch: true }, sell: byTouch },
  { title: 'by touch alone, on a phone', browser: phone, sell: byTouch },
  { title: 'by the accessibility tree alone', browser: counter, sell: byTree },
  { title: 'by the accessibility tree alone, on a phone', browser: phone, sell: byTree },
]

for (const { title, browser, sell } of journeys) {
  test(`[E2] [H13] two best seats are sold for cash in three actions ${title}${wholeUnless(browser !== phone)}`, async ({
    openDesk,
  }) => {
    const best = await bestOfSoonest(await openDesk())
    const page = await openDesk({ browser: { ...browser, locale: 'en-IN' } })
    await expect(soonest(page)).toBeVisible()
    const hand = new Hand()
    const beganMs = Date.now()
    await sell(page, hand)
    const seats = await seatsOfTickets(page)
    test.info().annotations.push({
      type: 'from the first action to the tickets, ms',
      description: String(Date.now() - beganMs),
    })
    expect(hand.done.length, hand.done.join(', ')).toBeLessThanOrEqual(ACTIONS_MAX)
    expect(seats).toEqual(best)
  })
}

/** The soonest show has the focus from the start. A press before its screen has appeared is not heard: hence the checks. */
async function byKeys(page: Page, hand: Hand): Promise<void> {
  const press = (key: string) => hand.act(key, () => page.keyboard.press(key))
  await expect(soonest(page)).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('button', { name: 'Hold the best 2 seats' })).toBeEnabled()
  await press('F9')
  await expect(page.getByRole('button', { name: /^Exact cash ₹/ })).toBeEnabled()
  await press('F10')
}

async function byTouch(page: Page, hand: Hand): Promise<void> {
  const tap = async (target: Locator) => {
    const box = await target.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), 'large enough for a finger').toBeGreaterThanOrEqual(
      44,
    )
    await expect(target).toBeInViewport({ ratio: 1 })
    await hand.act(String(target), () => target.tap())
  }
  await tap(soonest(page))
  await tap(page.getByRole('button', { name: 'Hold the best 2 seats' }))
  await tap(page.getByRole('button', { name: /^Exact cash ₹/ }))
}

/** As a screen reader does: finds its way by roles and names, and triggers the default action of each element. */
async function byTree(page: Page, hand: Hand): Promise<void> {
  const tree = await page.context().newCDPSession(page)
  const activate = (role: string, name: RegExp) =>
    hand.act(`${role} ${String(name)}`, async () => {
      const { backendDOMNodeId } = await nodeOf(tree, role, name)
      const { object } = await tree.send('DOM.resolveNode', { backendNodeId: backendDOMNodeId })
      const functionDeclaration = 'function () { this.click() }'
      await tree.send('Runtime.callFunctionOn', { objectId: object.objectId ?? '', functionDeclaration })
    })
  await activate('option', /^\d\d:\d\d .+ [\d,]+ left$/)
  await activate('button', /^Hold the best 2 seats$/)
  // What is held and what it costs is announced before any payment.
  await nodeOf(tree, 'status', /^Held: .+ and .+\. ₹[\d,.]+ to pay\.$/)
  await activate('button', /^Exact cash ₹/)
}

interface Found {
  readonly backendDOMNodeId: number
}

/** The first usable element of that role and name, once it is there. A status has no name: its text counts. */
async function nodeOf(tree: CDPSession, role: string, name: RegExp): Promise<Found> {
  const look = async (): Promise<Found | undefined> => {
    const { nodes } = await tree.send('Accessibility.getFullAXTree')
    const textOf = ({ nodeId, name: said }: (typeof nodes)[number]): string => {
      const inner = nodes.filter(({ parentId }) => parentId === nodeId).map((one) => textOf(one))
      return String(said?.value ?? '') || inner.join('')
    }
    const found = nodes.find(
      (node) =>
        node.role?.value === role &&
        !node.ignored &&
        !node.properties?.some((one) => one.name === 'disabled' && one.value.value === true) &&
        name.test(textOf(node).replace(/[\u2066-\u2069]/g, '')),
    )
    return found?.backendDOMNodeId === undefined ? undefined : { backendDOMNodeId: found.backendDOMNodeId }
  }
  await expect
    .poll(async () => (await look()) !== undefined, { message: `${role} ${String(name)}` })
    .toBe(true)
  const found = await look()
  if (!found) throw new Error(`${role} ${String(name)} went away`)
  return found
}

test('[P7] from an empty cart, F9 pressed too often holds two seats and takes no money, and F10 with nothing held does nothing', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await soonest(page).click()
  const hold = page.getByRole('button', { name: 'Hold the best 2 seats' })
  await expect(hold).toBeEnabled()
  await page.keyboard.press('F10')
  await expect(hold).toBeEnabled()
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('F9')
  await expect(page.getByRole('timer')).toBeVisible()
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary', { name: 'Cart' }).getByRole('timer')).toBeVisible()
})

/** Once switched on, the hub's frames of one kind wait on the line until they are let through. */
async function withhold(page: Page, isMeant: (frame: string | Buffer) => boolean) {
  const waiting: (() => void)[] = []
  const held = { isOn: false, count: () => waiting.length, release: () => {} }
  held.release = () => {
    held.isOn = false
    for (const send of waiting.splice(0)) send()
  }
  await page.routeWebSocket(/\/ws$/, (ws) => {
    const hub = ws.connectToServer()
    hub.onMessage((frame) => {
      if (held.isOn && isMeant(frame)) waiting.push(() => ws.send(frame))
      else ws.send(frame)
    })
  })
  await page.reload()
  await expect(new Desk(page).shows.first()).toBeVisible()
  return held
}

const isProposal = (frame: string | Buffer) => typeof frame === 'string' && frame.includes('"proposals"')

test('[H13] F9 before the map is there holds the best seats as soon as it is: the key is heard when its button is', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const told = { proposals: 0 }
  const plan = await withhold(page, (frame) => {
    if (isProposal(frame)) told.proposals += 1
    return typeof frame !== 'string' || frame.includes('"categories"')
  })
  plan.isOn = true
  await desk.shows.filter({ hasText: 'The Glass Orchard' }).first().click()
  await expect(desk.cart.getByRole('button', { name: 'Hold the best 2 seats' })).toBeEnabled()
  await expect.poll(() => plan.count()).toBeGreaterThan(0)
  await expect(desk.map).toBeHidden()
  await page.keyboard.press('F9')
  await expect.poll(() => told.proposals).toBe(1)
  plan.release()
  await expect(desk.cart.getByRole('button', { name: /^Exact cash ₹/ })).toBeEnabled()
  await expect(desk.cart.getByRole('button', { name: /from the cart/ })).toHaveCount(2)
})

test('[H13] F9 while the best seats are still being found holds them, once', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const proposals = await withhold(page, isProposal)
  await desk.openShow('The Glass Orchard')
  proposals.isOn = true
  await page.keyboard.press('Control+b')
  await expect.poll(() => proposals.count()).toBe(1)
  await expect(desk.cart.getByRole('button', { name: 'Hold the best 2 seats' })).toBeEnabled()
  await page.keyboard.press('F9')
  await page.keyboard.press('F9')
  proposals.release()
  await expect(desk.cart.getByRole('button', { name: /^Exact cash ₹/ })).toBeEnabled()
  await expect(desk.cart.getByRole('button', { name: /from the cart/ })).toHaveCount(2)
  await expect(page.getByRole('heading', { name: /The Glass Orchard/ })).toBeVisible()
})
