import { IPC_CHANNEL, IPC_HELLO } from '../../src/shared/contract/ipc-channel.ts'
import { PROTOCOL_VERSION } from '../../src/shared/contract/wire.ts'
import { expect, test } from '../fixtures.ts'
import { makeDataFolder, removeDataFolder } from '../data-folder.ts'
import { startHeadless } from '../desktop.ts'
import { openIpcWire } from '../wire.ts'

test('[S3] the desktop app sells by itself: its page reaches the house in it over IPC', async ({
  openDesktop,
}) => {
  const { page } = await openDesktop()
  await expect(page).toHaveTitle('Guichet')
  const wire = await openIpcWire(page)
  expect(await (await wire.next('welcome')).jsonValue()).toMatchObject({
    t: 'welcome',
    protocol: PROTOCOL_VERSION,
  })

  await wire.send({ t: 'subscribe', id: 1, topic: { kind: 'shows' } })
  const news = await wire.next('news', 1)
  const theatre = await news.evaluate(({ news }) => {
    const { rows } = news as { rows: { title: string; planId: number; counts: { allocated: number } }[] }
    return rows.find((row) => row.title === 'The Glass Orchard') ?? null
  })
  expect(theatre?.counts.allocated).toBe(2010)
})

test('[6.4] columns of a plan cross IPC as typed arrays, whole', async ({ openDesktop }) => {
  const { page } = await openDesktop()
  const wire = await openIpcWire(page)
  await wire.next('welcome')
  await wire.send({ t: 'subscribe', id: 1, topic: { kind: 'shows' } })
  const planId = await (await wire.next('news', 1)).evaluate(({ news }) => {
    const { rows } = news as { rows: { title: string; planId: number }[] }
    return rows.find((row) => row.title === 'City derby')?.planId
  })
  await wire.send({ t: 'call', id: 7, name: 'plan', input: { planId }, commandId: null })
  const answer = await wire.next('answer', 7)
  const columns = await answer.evaluate(({ answer }) => {
    const { value } = answer as unknown as { value: Record<'x' | 'row' | 'flags', ArrayLike<number>> }
    return [value.x, value.row, value.flags].map((column) => `${column.constructor.name} ${column.length}`)
  })
  expect(columns).toEqual(['Float32Array 80000', 'Uint16Array 80000', 'Uint8Array 80000'])
})

test('[6.4] the page gets one frozen pipe and nothing else of Electron', async ({ openDesktop }) => {
  const { page } = await openDesktop()
  const found = await page.evaluate(() => {
    const { boxOffice } = window as unknown as { boxOffice: Record<string, unknown> }
    const foreign = ['require', 'process', 'module', 'ipcRenderer', 'electron', 'Buffer', 'global']
    return {
      names: Object.keys(boxOffice).toSorted(),
      isFrozen: Object.isFrozen(boxOffice),
      foreign: foreign.filter((name) => name in window),
    }
  })
  expect(found).toEqual({ names: ['open', 'send'], isFrozen: true, foreign: [] })
})

test('[6.4] what cannot be cloned does not cross', async ({ openDesktop }) => {
  const { page } = await openDesktop()
  const failure = await page.evaluate(() => {
    const { boxOffice } = window as unknown as { boxOffice: { send: (frame: unknown) => void } }
    try {
      boxOffice.send({ t: 'call', call: () => 1 })
      return 'sent'
    } catch (error) {
      return String(error)
    }
  })
  expect(failure).toMatch(/could not be cloned/)
})

test('[6.4] a frame that is not the main one of our own page is not heard', async ({
  openDesktop,
  troubles,
}) => {
  troubles.expect(/a foreign frame spoke to the box office/)
  const desktop = await openDesktop()
  const wire = await openIpcWire(desktop.page)
  await wire.next('welcome')
  const call = { t: 'call', id: 1, name: 'house', input: {}, commandId: null }
  await desktop.forge('app://guichet/', IPC_CHANNEL, call)
  await desktop.forge('https://foreign.invalid/', IPC_HELLO)
  await desktop.forge('app://guichet.foreign.invalid/', IPC_CHANNEL, call)
  // Sent after the forged ones, over the same channel: when this is answered, they had their chance.
  await wire.send({ t: 'call', id: 2, name: 'house', input: {}, commandId: null })
  await wire.next('answer', 2)
  expect(await wire.answered()).toEqual([2])
  expect(desktop.errors()).toHaveLength(3)
})

test('[6.4] the page cannot leave, open a window or reach another host', async ({
  openDesktop,
  troubles,
}) => {
  troubles.expect(/foreign\.invalid|Content Security Policy|Content-Security-Policy/)
  const { page, context } = await openDesktop()
  const address = page.url()
  await page.evaluate(() => {
    location.href = 'https://foreign.invalid/'
  })
  const fetched = await page.evaluate(() => fetch('https://foreign.invalid/').then(String, String))
  expect(fetched).toMatch(/Failed to fetch/)
  await page.evaluate(() => void window.open('https://foreign.invalid/'))
  await expect.poll(() => context.pages().length).toBe(1)
  expect(page.url()).toBe(address)
})

test('[6.4] the session of its pages is guarded; each guard is asked in src/main/desktop/guards.test.ts', async ({
  openDesktop,
}) => {
  const { evaluate } = await openDesktop()
  const listeners = await evaluate(
    ({ session }) => session.defaultSession.listenerCount('will-download'),
    null,
  )
  expect(listeners).toBeGreaterThan(0)
})

test('[S2] a page that loads again is let in again', async ({ openDesktop }) => {
  const desktop = await openDesktop()
  await (await openIpcWire(desktop.page)).next('welcome')
  await desktop.reload()
  const wire = await openIpcWire(desktop.page)
  await wire.next('welcome')
  await wire.send({ t: 'call', id: 1, name: 'house', input: {}, commandId: null })
  await wire.next('answer', 1)
})

test('[C2] a data folder that is in use opens no second house', async ({ hub, openDesktop }) => {
  await expect(openDesktop({ data: hub.data })).rejects.toThrow(/no other Guichet has this data folder open/)
})

test('[6.4] an unknown word on the command line is refused', async ({ openDesktop }) => {
  await expect(openDesktop({ words: ['--remote-debugging-port=9222'] })).rejects.toThrow(/--help/)
})

test('[I42] the keys of a house that is closed are copied for the safe', async ({ openDesktop }) => {
  const first = await openDesktop()
  expect(await first.terminate()).toBe(0)
  const safe = makeDataFolder()
  const words = ['--copy-keys-to', safe]
  await expect(openDesktop({ data: first.data, words })).rejects.toThrow(/[1-9]\d* keys were copied/)
  removeDataFolder(safe)
})

test('[S3] started without a window, the desktop program is a hub: it serves, and ends in order', async () => {
  const data = makeDataFolder()
  const headless = startHeadless(data)
  const link = await headless.link
  expect(await (await fetch(new URL('/healthz', link))).json()).toMatchObject({ store: 'open' })
  expect(await (await fetch(link)).text()).toContain('<!doctype html>')
  headless.child.kill('SIGTERM')
  expect(await headless.ended).toBe(0)
  removeDataFolder(data)
})
