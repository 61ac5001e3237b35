import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { LinkProblem } from '../../shared/contract/topics.ts'
import { keepNetwork, readNetwork } from '../house/network-file.ts'
import type { HubFinder, Told } from './hub-finder.ts'
import { HubPlace } from './hub-place.ts'
import { openIdentity } from './identity.ts'
import { kioskFolder } from './joined.fixture.ts'
import { keptLog, openLanHouse } from './lan.fixture.ts'
import { openKiosk } from './open-kiosk.ts'
import type { HubAddress } from './pinned-socket.ts'

const hubPin = 'ab'.repeat(32)
const joinedAt = { host: '192.168.1.5', port: 8481 }
const moved = { host: '192.168.1.9', port: 8481 }

function told(at: HubAddress, pin = hubPin): Told {
  return { name: 'Hub', txt: { at: `${at.host}:${at.port}`, key: pin.slice(0, 16) } }
}

/** A network that announces what the test tells it to. */
class FakeFinder implements HubFinder {
  looking = 0
  say: (told: readonly Told[]) => void = () => {}

  announce(): () => void {
    return () => {}
  }

  look(onFound: (told: readonly Told[]) => void): () => void {
    this.looking += 1
    this.say = onFound
    return () => (this.looking -= 1)
  }
}

function placeOf() {
  const finder = new FakeFinder()
  const kept: HubAddress[] = []
  const place = new HubPlace({
    membership: { ...joinedAt, hubPin },
    finder,
    keep: (address) => kept.push(address),
    log: keptLog,
  })
  return { place, finder, kept }
}

test('[S3] a hub that is not where it was is tried where its key says it is, in turns with the old place', () => {
  const { place, finder, kept } = placeOf()
  expect([place.address, finder.looking]).toEqual([joinedAt, 0])
  place.lost('unreachable')
  finder.say([told(moved)])
  place.lost('unreachable')
  expect(place.address).toEqual(moved)
  place.lost('unreachable')
  expect(place.address).toEqual(joinedAt)
  place.lost('unreachable')
  expect([place.address, finder.looking]).toEqual([moved, 1])
  expect(kept).toEqual([])
  place.reached()
  expect([kept, finder.looking]).toEqual([[moved], 0])
  expect(place.address).toEqual(moved)
})

test('[S5] a hub of another key is not gone to, and a hub that says no is where it should be', () => {
  const { place, finder } = placeOf()
  place.lost('wrong-hub')
  finder.say([told(moved, 'cd'.repeat(32))])
  place.lost('unreachable')
  expect(place.address).toEqual(joinedAt)
  const other = placeOf()
  for (const problem of ['shut-out', 'unpaired', 'full', 'replaced', 'outdated'] satisfies LinkProblem[])
    other.place.lost(problem)
  expect(other.finder.looking).toBe(0)
})

test('[S3] a hub that was there all the time is nothing new', () => {
  const { place, finder, kept } = placeOf()
  place.lost('unreachable')
  finder.say([told(moved)])
  place.reached()
  expect([kept, place.address, finder.looking]).toEqual([[], joinedAt, 0])
})

test('[S3] a kiosk whose hub has moved finds it by its key, and remembers where', async () => {
  const hub = await openLanHouse()
  const data = kioskFolder()
  mkdirSync(join(data, 'keys'))
  const { pin } = await openIdentity(join(data, 'keys'))
  await hub.house.done('manager-1', 'admit-kiosk', { name: 'Side', pin })
  const membership = { host: '127.0.0.1', port: 1, hubPin: hub.pin, kioskId: 'side' as never, name: 'Side' }
  keepNetwork(data, { hub: membership })
  const finder = new FakeFinder()
  const kiosk = await openKiosk({ data }, membership, '1.2.3', () => finder)
  onTestFinished(() => kiosk.close())
  await expect.poll(() => finder.looking, { timeout: 10_000 }).toBe(1)
  finder.say([told(hub.at, hub.pin)])
  await expect.poll(() => kiosk.office.connection, { timeout: 15_000 }).toBe('open')
  expect(readNetwork(data).hub).toEqual({ ...membership, ...hub.at })
})
