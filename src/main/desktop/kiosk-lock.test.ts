import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { BoxOffice } from '../../shared/contract/port.ts'
import type { News } from '../../shared/contract/topics.ts'
import { startAgain } from './begin-anew.ts'
import { type HeldWindow, KioskLock, isWayOut } from './kiosk-lock.ts'

function pressed(text: string) {
  const words = text.split('+')
  const has = (word: string) => words.includes(word)
  return {
    key: words.at(-1) ?? '',
    control: has('Ctrl'),
    alt: has('Alt'),
    meta: has('Meta'),
    shift: has('Shift'),
  }
}

test.for([
  'Alt+F4',
  'Alt+Space',
  'Alt+ArrowLeft',
  'Ctrl+w',
  'Ctrl+W',
  'Ctrl+q',
  'Meta+q',
  'Meta+w',
  'Meta+h',
  'Meta+m',
  'F11',
  'F12',
  'Ctrl+Shift+I',
  'Ctrl+Shift+J',
  'Ctrl+Shift+C',
  'Meta+Alt+i',
  'Ctrl+r',
  'Ctrl+Shift+R',
  'Ctrl+F5',
  'Ctrl+=',
  'Ctrl+-',
  'Ctrl+0',
  'Ctrl+F4',
  'Ctrl+o',
  'Ctrl+s',
  'Ctrl+u',
  'BrowserBack',
])('[V18] on a locked screen %s goes nowhere', (keys) => {
  expect(isWayOut(pressed(keys))).toBe(true)
})

test.for([
  'F2',
  'F5',
  'F9',
  'F10',
  'Ctrl+k',
  'Ctrl+p',
  'Ctrl+b',
  'Ctrl+m',
  'Ctrl+l',
  'Ctrl+c',
  'Ctrl+v',
  'Ctrl+z',
  'Escape',
  '+',
  '0',
  'w',
  'Shift+C',
])('[V18] and %s is the counter’s own', (keys) => {
  expect(isWayOut(pressed(keys))).toBe(false)
})

function makeWindow() {
  const done: string[] = []
  const webContents = Object.assign(new EventEmitter(), { closeDevTools: () => void done.push('no tools') })
  const window = Object.assign(new EventEmitter(), {
    webContents,
    setKiosk: (flag: boolean) => void done.push(`kiosk ${flag}`),
    restore: () => void done.push('restored'),
  })
  const isPrevented = (emitter: EventEmitter, name: string, ...rest: unknown[]) => {
    let prevented = false
    emitter.emit(name, { preventDefault: () => (prevented = true) }, ...rest)
    return prevented
  }
  return { window: window as EventEmitter & HeldWindow, webContents, done, isPrevented }
}

test('[V18] a held window does not close, shrink or leave its screen, and the tools of builders close again', () => {
  const lock = new KioskLock(true, () => {})
  const { window, webContents, done, isPrevented } = makeWindow()
  lock.hold(window)
  expect(isPrevented(window, 'close')).toBe(true)
  expect(isPrevented(window, 'system-context-menu')).toBe(true)
  expect(isPrevented(webContents, 'before-input-event', pressed('Alt+F4'))).toBe(true)
  expect(isPrevented(webContents, 'before-input-event', pressed('F9'))).toBe(false)
  for (const event of ['leave-full-screen', 'minimize']) window.emit(event)
  webContents.emit('devtools-opened')
  expect(done).toEqual(['kiosk true', 'restored', 'no tools'])
})

test('[V18] the system may always end the program: then its windows close', () => {
  const lock = new KioskLock(true, () => {})
  const { window, done, isPrevented } = makeWindow()
  lock.hold(window)
  lock.letGo()
  expect(isPrevented(window, 'close')).toBe(false)
  for (const event of ['leave-full-screen', 'minimize']) window.emit(event)
  expect(done).toEqual([])
  expect(lock.endCode).toBe(startAgain)
  lock.allowEnd()
  expect(lock.endCode).toBe(0)
})

test('[V18] without the flag nothing is held, and the box office is the house’s own', () => {
  const lock = new KioskLock(false, () => {})
  const { window, isPrevented } = makeWindow()
  lock.hold(window)
  expect(isPrevented(window, 'close')).toBe(false)
  expect(lock.endCode).toBe(0)
  const office = {} as BoxOffice
  expect(lock.around(office)).toBe(office)
})

test('[A7] the house’s yes to a PIN and a password opens it, once; a no does not, and neither does an answer from before', async () => {
  const asked: unknown[][] = []
  let answer: object = { kind: 'refused', refusal: { code: 'WRONG_PIN', left: 4, untilMs: null } }
  const house = {
    call: async (...call: unknown[]) => {
      asked.push(call)
      return answer
    },
    subscribe: () => () => {},
  } as unknown as BoxOffice
  let opened = 0
  const lock = new KioskLock(true, () => (opened += 1))
  const office = lock.around(house)
  const person = { staffId: 2 as never, pin: '907060', password: 'four short words' }
  await office.call('leave-kiosk', { person }, 'two' as never)
  expect([opened, lock.isHeld, lock.endCode]).toEqual([0, true, startAgain])
  answer = { kind: 'done', value: { by: null } }
  await office.call('leave-kiosk', { person }, 'two' as never)
  await office.call('leave-kiosk', { person }, 'two' as never)
  expect([opened, lock.isHeld, lock.endCode]).toEqual([1, false, 0])
  // Never under the command id that the page gives.
  expect(asked.filter(([name]) => name === 'leave-kiosk').map(([, , id]) => id)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('[A7] that it is locked is said with the way to the hub, which no house has to answer; other news is the house’s own', () => {
  const told: News[] = [
    { kind: 'link', hub: null },
    { kind: 'disk', state: 'sound' },
  ]
  const house = {
    subscribe: (_topic: unknown, listener: (news: News) => void) => {
      told.forEach(listener)
      return () => {}
    },
  } as unknown as BoxOffice
  const heard: News[] = []
  new KioskLock(true, () => {}).around(house).subscribe({ kind: 'link' }, (news) => heard.push(news))
  expect(heard).toEqual([{ kind: 'link', hub: null, isKiosk: true }, told[1]])
})
