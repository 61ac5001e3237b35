import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { deskPlace } from '../../shared/contract/desk-place.ts'
import { type MenuDeeds, menuTemplate } from './menu.ts'
import { wordsOf } from './window-words.ts'

const done: unknown[] = []
const deeds: MenuDeeds = {
  go: (place) => done.push(place),
  backUp: () => done.push('back-up'),
  restore: () => done.push('restore'),
  update: () => done.push('update'),
  openData: () => done.push('data'),
  openLogs: () => done.push('logs'),
  copyDiagnostics: () => done.push('diagnostics'),
}

function entries(platform: NodeJS.Platform, language: 'en' | 'fa' | 'hi' = 'en') {
  const tops = menuTemplate({ words: wordsOf(language), platform, deeds })
  const under = tops.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  return { tops, under }
}

const roles = (list: readonly MenuItemConstructorOptions[]) => list.flatMap(({ role }) => role ?? [])

test.for(['linux', 'win32', 'darwin'] as const)(
  '[6.4] the menu on %s has nothing of a browser in it, and each entry is worded',
  (platform) => {
    const { tops, under } = entries(platform, 'fa')
    const foreign = ['reload', 'forceReload', 'toggleDevTools', 'zoomIn', 'zoomOut', 'resetZoom', 'close']
    expect(roles(under).filter((role) => foreign.includes(role))).toEqual([])
    expect(roles(under)).toEqual(
      expect.arrayContaining(['copy', 'paste', 'quit', 'about', 'togglefullscreen']),
    )
    const isOfMac = ({ role }: MenuItemConstructorOptions) => /^(un)?hide/.test(role ?? '')
    for (const entry of [...tops, ...under])
      expect(entry.type === 'separator' || isOfMac(entry) || entry.label, JSON.stringify(entry)).toBeTruthy()
    expect(tops[0]?.label).toBe(platform === 'darwin' ? 'Guichet' : 'پرونده')
  },
)

test('[6.4] each entry of ours does its own deed, and leads to a place that there is', () => {
  done.length = 0
  const own = entries('linux').under.filter(({ id }) => id !== undefined)
  for (const { click } of own) (click as (() => void) | undefined)?.()
  expect(done).toHaveLength(own.length)
  const led = done.filter((one) => typeof one === 'object')
  expect(led.map((place) => deskPlace.parse(place))).toEqual(led)
  expect(done.filter((one) => typeof one === 'string')).toEqual([
    'back-up',
    'restore',
    'update',
    'data',
    'logs',
    'diagnostics',
  ])
})

test('[6.1] a program that is not updated from within has no entry for it', () => {
  const tops = menuTemplate({ words: wordsOf('en'), platform: 'linux', deeds: { ...deeds, update: null } })
  const under = tops.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  expect(under.filter(({ id }) => id === 'update')).toEqual([])
})
