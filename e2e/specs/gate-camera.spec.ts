import { chromium } from '@playwright/test'
import type { Picture } from '../../src/renderer/door/code-reader-worker.ts'
import { testBrowserOptions } from '../browser.ts'
import { bookingOn, codesOf } from '../codes.ts'
import { expect, lostHub, test } from '../fixtures.ts'
import { axeFaults } from '../axe.ts'
import { Desk } from '../pages/desk.ts'
import { Gate } from '../pages/gate.ts'
import { writeQrVideo } from '../pages/qr-video.ts'

/** The first picture is larger than its pixels: its reader cannot read it, and must go on with the next. */
function bendFirstPicture(): void {
  let isFirst = true
  window.Worker = class extends Worker {
    override postMessage(picture: Picture, moved: never): void {
      super.postMessage(isFirst ? { ...picture, width: picture.width + 1 } : picture, moved)
      isFirst = false
    }
  }
}

/**
 * A camera that films a canvas. Its page counts how often a picture is taken, and waits with naming its cameras while it is `slow`; its
 * lamp is broken.
 */
function filmCanvas(): void {
  const film = document.createElement('canvas')
  const light = film.getContext('2d')
  setInterval(() => light?.fillRect(0, 0, 9, 9), 50)
  const { mediaDevices } = navigator
  const world = Object.assign(window, { isSlow: false, goOn: () => {}, taken: 0, stream: new MediaStream() })
  mediaDevices.getUserMedia = async () => {
    world.stream = film.captureStream(10)
    for (const track of world.stream.getTracks())
      Object.assign(track, {
        getCapabilities: () => ({ torch: true }),
        applyConstraints: () => Promise.reject(new Error('the lamp is broken')),
      })
    return world.stream
  }
  mediaDevices.enumerateDevices = async () => {
    if (world.isSlow) await new Promise<void>((resolve) => (world.goOn = resolve))
    return []
  }
  window.Worker = class extends Worker {
    override postMessage(picture: Picture, moved: never): void {
      world.taken += 1
      super.postMessage(picture, moved)
    }
  }
}

type Filmed = Window & { isSlow: boolean; goOn: () => void; taken: number; stream: MediaStream }

test('[T3] a camera that is turned off while it starts stays off, one that is pulled says so, and a lamp that is broken is off', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await page.addInitScript(filmCanvas)
  await page.reload()
  await expect(page.getByRole('link', { name: 'Tonight' })).toBeVisible()
  const gate = new Gate(page)
  await gate.open()
  const camera = page.getByRole('button', { name: 'Camera', exact: true })
  const taken = () => page.evaluate(() => (window as unknown as Filmed).taken)
  await camera.click()
  const lamp = page.getByRole('button', { name: 'Light' })
  await lamp.click()
  await expect(lamp).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(taken).toBeGreaterThan(2)
  await page.evaluate(() => {
    for (const track of (window as unknown as Filmed).stream.getTracks()) {
      track.stop()
      track.dispatchEvent(new Event('ended'))
    }
  })
  await expect(page.getByText('There is no camera, or another program uses it.')).toBeVisible()

  await camera.click()
  await page.evaluate(() => Object.assign(window, { isSlow: true }))
  await camera.click()
  await expect(page.locator('video')).toHaveCount(1)
  await expect
    .poll(() => page.evaluate(() => String((window as unknown as Filmed).goOn)))
    .not.toBe('() => {}')
  await camera.click()
  await expect(page.locator('video')).toHaveCount(0)
  const before = await taken()
  await page.evaluate(() => (window as unknown as Filmed).goOn())
  // Ten times as long as between two pictures.
  await page.waitForTimeout(1000)
  expect(await taken()).toBe(before)
})

test('[T3] [6.4] a phone’s camera reads a ticket, once while it is held up, and nothing leaves the page for it', async ({
  hub,
  openDesk,
  troubles,
}, testInfo) => {
  test.setTimeout(150_000)
  const seller = await openDesk()
  await new Desk(seller).sell('The Glass Orchard', 'D10')
  const [code = ''] = await codesOf(seller, bookingOn(seller))
  const film = testInfo.outputPath('ticket.y4m')
  writeQrVideo(film, code)
  const { args = [], ...options } = testBrowserOptions()
  const browser = await chromium.launch({
    ...options,
    args: [
      ...args,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  })
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-IN' })
  troubles.watch(context)
  await context.addInitScript(bendFirstPicture)
  const foreign: string[] = []
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(hub.address) && !url.startsWith('blob:')) foreign.push(url)
  })
  try {
    const page = await context.newPage()
    await page.goto(await hub.newLink())
    const gate = new Gate(page)
    await expect(page.getByRole('link', { name: 'Tonight' })).toBeVisible()
    await gate.open()
    await page.getByRole('button', { name: 'Camera' }).click()
    await expect(gate.recent).toHaveCount(1, { timeout: 30_000 })
    await expect(gate.recent.first()).toContainText(/Valid.*D10/)
    // It is still held up, and counts as the one scan.
    await expect(gate.answer).toContainText('Ready')
    await expect(gate.recent).toHaveCount(1)
    await page.getByRole('button', { name: 'Camera' }).click()
    await expect(page.locator('video')).toHaveCount(0)
    expect(foreign).toEqual([])
  } finally {
    await browser.close()
  }
})

test('[T3] where no camera may be used, the gate says so and goes on @whole', async ({ openDesk }) => {
  const page = await openDesk()
  await expect(page.getByRole('link', { name: 'Tonight' })).toBeVisible()
  const gate = new Gate(page)
  await gate.open()
  await page.getByRole('button', { name: 'Camera' }).click()
  await expect(page.getByText(/The camera is blocked|There is no camera/)).toBeVisible()
  await gate.scan('4006381333931', 'Not a ticket')
  expect(await axeFaults(page)).toEqual([])
})

test('[T3] a camera that is first turned on while the hub is away says so; another try brings it when that is back, and so does the hub itself @whole', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const page = await openDesk({ browser: { permissions: ['camera'] } })
  await expect(page.getByRole('link', { name: 'Tonight' })).toBeVisible()
  const gate = new Gate(page)
  await gate.open()
  const camera = page.getByRole('button', { name: 'Camera', exact: true })
  const away = page.getByText('The camera reader could not be loaded')
  await hub.stop()
  await expect(page.getByText('Offline: tickets are checked')).toBeVisible()
  await camera.click()
  await expect(away).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(away).toBeVisible()
  await expect(page.getByLabel('Ticket number')).toBeVisible()
  await hub.start()
  await expect(away).toBeHidden({ timeout: 30_000 })
  await expect(page.getByText('There is no camera, or another program uses it.')).toBeVisible()

  // The code that shows its picture is loaded by now; the code that reads it is loaded anew each time the camera is turned on.
  await camera.click()
  await hub.stop()
  await expect(page.getByText('Offline: tickets are checked')).toBeVisible()
  await camera.click()
  await expect(away).toBeVisible()
  await hub.start()
  await expect(page.getByText('There is no camera, or another program uses it.')).toBeVisible({
    timeout: 30_000,
  })
})
