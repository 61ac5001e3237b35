// [V18] What SECURITY 6.4 demands of a page, tried from inside it as an attacker would who runs a script there. The guards behind these
// (sessions, certificates, downloads) are tested one by one in src/main/desktop/guards.test.ts; strangers on the network in
// src/main/lan/pairing.test.ts (another key, an expired one, no TLS at all) and src/main/carriers/ws-server.test.ts.

import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { expect, test } from '../fixtures.ts'

/** Chromium alone reports a refused attempt. */
const refusedAloud =
  /Content Security Policy|Content-Security-Policy|TrustedScript|TrustedHTML|foreign\.invalid|Refused to|violates/

/** Each is run in the page; its result says whether anything got through. */
const attempts: readonly (readonly [what: string, attempt: () => unknown])[] = [
  [
    'fetches',
    () =>
      fetch('https://foreign.invalid/').then(
        () => 'through',
        () => 'refused',
      ),
  ],
  [
    'fetches from its own machine',
    () =>
      fetch('http://127.0.0.1:8480/healthz').then(
        () => 'through',
        () => 'refused',
      ),
  ],
  [
    'reads a file',
    () =>
      fetch('file:///etc/hostname').then(
        () => 'through',
        () => 'refused',
      ),
  ],
  [
    'sends on leaving',
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', () => resolve('refused'), { once: true })
        navigator.sendBeacon('https://foreign.invalid/', 'x')
      }),
  ],
  [
    'opens a socket',
    () =>
      new Promise((resolve) => {
        try {
          const socket = new WebSocket('ws://127.0.0.1:8480/wire')
          socket.addEventListener('open', () => resolve('through'))
          socket.addEventListener('error', () => resolve('refused'))
        } catch {
          resolve('refused')
        }
      }),
  ],
  ['opens a window', () => (window.open('https://foreign.invalid/') ? 'asked' : 'refused')],
  [
    'runs what it reads',
    // In a turn of its own: Chromium permits this to code that the test itself runs in the page.
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve((Reflect.construct(Function, ['return "through"']) as () => string)())
          } catch {
            resolve('refused')
          }
        })
      }),
  ],
  [
    'writes a page into itself',
    () => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.canary=1">')
        return 'through'
      } catch {
        return 'refused'
      }
    },
  ],
  [
    'puts a script into itself',
    () => {
      const script = document.createElement('script')
      try {
        script.text = 'window.canary = 1'
      } catch {
        return 'refused'
      }
      document.body.append(script)
      return 'canary' in window ? 'through' : 'refused'
    },
  ],
  [
    'begins a thread of its own making',
    () => {
      try {
        const made = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }))
        const worker = new Worker(made)
        return new Promise((resolve) => {
          worker.addEventListener('message', () => resolve('through'))
          worker.addEventListener('error', () => resolve('refused'))
        })
      } catch {
        return 'refused'
      }
    },
  ],
  [
    'makes a policy that lets text be script',
    () => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => object }
      }
      try {
        trustedTypes.createPolicy('default', { createHTML: (text: string) => text })
        return 'through'
      } catch {
        return 'refused'
      }
    },
  ],
  [
    'shows another page inside',
    () =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe')
        document.addEventListener('securitypolicyviolation', () => resolve('refused'), { once: true })
        frame.src = 'https://foreign.invalid/'
        document.body.append(frame)
      }),
  ],
  [
    'turns its own addresses elsewhere',
    () => {
      const base = document.createElement('base')
      base.href = 'https://foreign.invalid/'
      document.head.append(base)
      const link = document.createElement('a')
      link.setAttribute('href', 'x')
      return link.href.includes('foreign.invalid') ? 'through' : 'refused'
    },
  ],
  [
    'sends a form',
    () =>
      new Promise((resolve) => {
        const form = document.createElement('form')
        form.action = 'https://foreign.invalid/'
        form.method = 'post'
        document.body.append(form)
        document.addEventListener('securitypolicyviolation', () => resolve('refused'), { once: true })
        form.requestSubmit()
      }),
  ],
  [
    'follows a link that is a script',
    () =>
      new Promise((resolve) => {
        const link = document.createElement('a')
        link.setAttribute('href', 'javascript:window.canary=1')
        document.body.append(link)
        document.addEventListener('securitypolicyviolation', () => resolve('refused'), { once: true })
        link.click()
      }),
  ],
  [
    'loads a picture from elsewhere',
    () =>
      new Promise((resolve) => {
        const image = new Image()
        image.addEventListener('load', () => resolve('through'))
        image.addEventListener('error', () => resolve('refused'))
        image.src = 'https://foreign.invalid/x.png'
      }),
  ],
]

test('[V18] from inside the page nothing gets out and nothing foreign gets in', async ({
  openDesktop,
  troubles,
}) => {
  troubles.expect(refusedAloud)
  const { page, context } = await openDesktop()
  const address = page.url()
  for (const [what, attempt] of attempts)
    expect(await page.evaluate(attempt), `a page that ${what}`).not.toMatch(/through/)
  await expect.poll(() => context.pages().length).toBe(1)
  expect(page.url()).toBe(address)
  expect(await page.evaluate(() => 'canary' in window)).toBe(false)
})

/** `127.0.0.1:8480`, for every socket on which this process listens, as Linux reports it. */
function listeningOf(pid: string): readonly string[] {
  const links = readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`)
    } catch {
      return ''
    }
  })
  const own = new Set(links.map((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1]))
  return ['tcp', 'tcp6'].flatMap((net) => {
    const [, ...rows] = readFileSync(`/proc/${pid}/net/${net}`, 'utf8').trim().split('\n')
    return rows.flatMap((row) => {
      const [, local = '', , state, , , , , , inode] = row.trim().split(/\s+/)
      const isOurs = state === '0A' && own.has(inode)
      const [address = '', port = ''] = local.split(':')
      const bytes =
        address
          .match(/../g)
          ?.toReversed()
          .map((byte) => Number.parseInt(byte, 16)) ?? []
      return isOurs ? [`${bytes.join('.')}:${Number.parseInt(port, 16)}`] : []
    })
  })
}

test('[V18] a hub listens on its one port, of its own machine alone', async ({ hub }) => {
  test.skip(process.platform !== 'linux', 'what listens is read from /proc')
  const pid = () => /kill -USR2 (\d+)/.exec(hub.lines.join(' '))?.[1] ?? ''
  // It prints this after its link.
  await expect.poll(pid).not.toBe('')
  expect(listeningOf(pid())).toEqual([new URL(hub.address).host])
})
