import { expect, test } from 'vitest'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import type { Updates } from '../engine/ports.ts'
import { OwnUpdates } from './own-updates.ts'

const wish = { version: '2.0.0', digest: 'a'.repeat(128), when: 'now' } as const
const refused: Answer<never> = { kind: 'refused', refusal: { code: 'NOT_ALLOWED', role: 'clerk' } }

function kiosk(answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = []
  const done: string[] = []
  const mayNows: (() => boolean)[] = []
  let hubVersionOf: () => string | null = () => 'unset'
  const hub = {
    subscribe: () => () => {},
    call: (name: string) => {
      asked.push(name)
      return Promise.resolve(answers[name] ?? refused)
    },
  } as unknown as BoxOffice
  const updates: Updates = {
    state: () => ({ version: '1.0.0' }) as ReturnType<Updates['state']>,
    look: (from) => void done.push(`look ${from}`),
    offered: () => ({ ...wish, from: '1.0.0', isWaiting: false }),
    wait: () => {},
    waiting: () => null,
    callOff: () => {},
    install: ({ version, digest }, mayNow) => {
      done.push(`install ${version} ${digest === wish.digest}`)
      mayNows.push(mayNow)
    },
  }
  const own = new OwnUpdates(hub, (hubVersion) => {
    hubVersionOf = hubVersion
    return updates
  })
  return { own, asked, done, mayNows, hubVersion: () => hubVersionOf() }
}

const known = (houseVersion: string) => ({ kind: 'done', value: { houseVersion, state: null } })

test('[S3] a kiosk tells of its own program, beside its hub’s version; whom the hub sends away, hears nothing', async () => {
  const { own, hubVersion, done } = kiosk({ updates: known('1.5.0') })
  expect(hubVersion()).toBeNull()
  expect(await own.call('updates', {})).toEqual({
    kind: 'done',
    value: { houseVersion: '1.5.0', state: { version: '1.0.0' } },
  })
  expect(hubVersion()).toBe('1.5.0')
  expect(await own.call('look-for-updates', { from: 'folder' })).toEqual({
    kind: 'done',
    value: { isAsked: true },
  })
  expect(done).toEqual(['look folder'])
  const stranger = kiosk({})
  expect(await stranger.own.call('updates', {})).toEqual(refused)
  expect(await stranger.own.call('look-for-updates', { from: 'feed' })).toEqual(refused)
  expect(stranger.done).toEqual([])
})

test('[I39] it installs what the hub has written down, and nothing else', async () => {
  const { own, done, asked } = kiosk({ 'ask-update': { kind: 'done', value: { when: 'now' } } })
  const other = { kind: 'refused', refusal: { code: 'NOT_FOUND', what: 'update', id: '2.0.1' } }
  expect(await own.call('ask-update', { ...wish, version: '2.0.1' })).toEqual(other)
  expect([done, asked]).toEqual([[], []])
  expect(await own.call('ask-update', wish)).toEqual({ kind: 'done', value: { when: 'now' } })
  expect(done).toEqual(['install 2.0.0 true'])
  const busy = kiosk({})
  expect(await busy.own.call('ask-update', wish)).toEqual(refused)
  expect(busy.done).toEqual([])
})

test('[6.1] what this kiosk told its hub since is a reason not to begin anew under it; a look and a leaving are none', async () => {
  const done = { kind: 'done', value: {} }
  const { own, mayNows } = kiosk({ 'ask-update': done, 'hold-seats': done, papers: done, 'sign-out': done })
  await own.call('ask-update', wish)
  await own.call('papers', {})
  await own.call('sign-out', {})
  expect(mayNows[0]?.()).toBe(true)
  // Counts as soon as it is sent: the hub's answer may come after the restart.
  void own.call('hold-seats', {} as never)
  expect(mayNows[0]?.()).toBe(false)
  await own.call('ask-update', wish)
  await own.call('ask-update', wish)
  expect(mayNows[1]?.()).toBe(true)
})

test('[6.1] a sale that began while the hub was asked counts as well', async () => {
  const { own, mayNows } = kiosk({ 'ask-update': { kind: 'done', value: { when: 'now' } } })
  const asking = own.call('ask-update', wish)
  void own.call('hold-seats', {} as never)
  await asking
  expect(mayNows[0]?.()).toBe(false)
})

test('[S3] a hub that is away is not taken for one of no version, and all else is the hub’s', async () => {
  const answers: Record<string, unknown> = {
    updates: known('1.5.0'),
    papers: { kind: 'done', value: { papers: [] } },
  }
  const { own, hubVersion } = kiosk(answers)
  await own.call('updates', {})
  answers['updates'] = known('')
  expect(await own.call('updates', {})).toMatchObject({ value: { houseVersion: '1.5.0' } })
  expect(hubVersion()).toBe('1.5.0')
  expect(await own.call('papers', {})).toEqual(answers['papers'])
})
