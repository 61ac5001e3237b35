import { expect, onTestFinished, test } from 'vitest'
import { hubsAmong, tellOf } from './hub-finder.ts'
import type { HubFinder, Told } from './hub-finder.ts'
import { keptLog, openLanHouse } from './lan.fixture.ts'
import { mdnsFinder } from './mdns-finder.ts'

const pin = '0123456789abcdef'.repeat(4)
const grand = { name: 'Grand', host: '192.168.1.5', port: 8481, pin }

test('[S5] a hub tells its address and the first letters of its key, and nothing else', () => {
  expect(tellOf(grand)).toEqual({ at: '192.168.1.5:8481', key: '0123456789abcdef' })
})

test('[S5] of what a network says, only what could be a hub is shown, once an address, and never this machine', () => {
  const told: Told[] = [
    { name: 'Grand', txt: tellOf(grand) },
    { name: 'Grand again', txt: tellOf(grand) },
    { name: 'Own', txt: tellOf({ ...grand, host: '192.168.1.9', pin: 'f'.repeat(64) }) },
    {
      name: 'A\u202Eb\nc\u0000'.padEnd(90, 'x'),
      txt: tellOf({ ...grand, host: '10.0.0.7', pin: 'e'.repeat(64) }),
    },
    ...['', '1.2.3:1', '1.2.3.4', '1.2.3.400:80', '1.2.3.4:0', '1.2.3.4:70000', 'hub.example:80'].map(
      (at) => ({
        name: 'Bad',
        txt: { at, key: '0123456789abcdef' },
      }),
    ),
    { name: 'Bad', txt: { at: '1.2.3.4:80', key: 'zz' } },
    { name: 'Bad', txt: {} },
  ]
  const found = hubsAmong(told, 'f'.repeat(64))
  expect(found.map(({ host }) => host).toSorted()).toEqual(['10.0.0.7', '192.168.1.5'])
  const [odd] = found.filter(({ host }) => host === '10.0.0.7')
  expect(odd?.name).toMatch(/^Abcx+$/)
  expect(odd?.name).toHaveLength(40)
  const many = Array.from({ length: 500 }, (_, at) => ({
    name: `hub ${at}`,
    txt: { at: `10.1.${at >> 8}.${at & 255}:80`, key: '0123456789abcdef' },
  }))
  expect(hubsAmong(many, null)).toHaveLength(20)
})

test('[S5] a house that is opened to its network tells of itself, and of nothing when it is closed to it', async () => {
  const said: string[] = []
  const finder: HubFinder = {
    announce: ({ host, port }) => {
      said.push(`${host}:${port}`)
      return () => said.push('goodbye')
    },
    look: (onFound) => {
      onFound([{ name: 'Grand', txt: tellOf(grand) }])
      said.push('looking')
      return () => said.push('looked')
    },
  }
  const { lan, at } = await openLanHouse({ finder })
  expect(said).toEqual([`${at.host}:${at.port}`])
  lan.share(false)
  await lan.settled()
  expect(said).toEqual([`${at.host}:${at.port}`, 'goodbye'])
  expect(lan.found()).toEqual([{ name: 'Grand', host: '192.168.1.5', port: 8481, key: '0123456789abcdef' }])
  lan.found()
  await lan.close()
  expect(said.slice(2)).toEqual(['looking', 'looked'])
})

test('[S5] one hears of the other on this machine’s own loopback, and of its going', async () => {
  const place = { host: () => '127.0.0.1', port: 54_353 }
  const finder = mdnsFinder(place, keptLog)
  const heard = Promise.withResolvers<readonly Told[]>()
  const gone = Promise.withResolvers<void>()
  let wasThere = false
  const hush = finder.announce({ ...grand, name: 'Loop', host: '127.0.0.1' })
  const end = finder.look((told) => {
    if (told.length > 0) heard.resolve(told)
    if (told.length === 0 && wasThere) gone.resolve()
    wasThere ||= told.length > 0
  })
  onTestFinished(end)
  const [hub] = hubsAmong(await heard.promise, null)
  expect(hub).toEqual({ name: 'Loop', host: '127.0.0.1', port: 8481, key: '0123456789abcdef' })
  hush()
  await gone.promise
})

test('[S5] a network that cannot be asked has no hubs, and stops nothing', () => {
  const finder = mdnsFinder(
    {
      host: () => {
        throw new Error('this machine is on no network')
      },
    },
    keptLog,
  )
  finder.announce(grand)()
  finder.look(() => {})()
})
