import { mkdirSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { contentPolicy } from '../../shared/contract/content-policy.ts'
import { FRAME_BYTES_MAX } from '../../shared/contract/limits.ts'
import { TestHouse } from '../engine/test-house.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { openDataFolder } from '../house/data-folder.ts'
import { deskActor } from '../house/open-house.ts'
import { figuresOfHouse } from './figures.ts'
import { readPageFiles } from './page-files.ts'
import type { ScreensPlace } from './place.ts'
import { type Hub, serveHub } from './serve-hub.ts'

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A hub on any free port, over a small house and three pages. */
async function openHub(screens: ScreensPlace | null = null) {
  const folder = tempFolder()
  const pages = join(folder, 'pages')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<!doctype html>')
  writeFileSync(join(pages, 'assets', 'main.js'), 'start()')
  writeFileSync(join(folder, 'secret.txt'), 'not yours')
  const test = new TestHouse()
  const { engine, log } = test
  const served = {
    log,
    folder: { ...openDataFolder(folder) },
    boxOfficeOf: (desk: string) => engine.kioskFor(deskActor(desk)),
    nowMs: () => engine.nowMs(),
    health: () => ({ store: 'open', sequence: engine.sequence, keys: 'unprotected', seed: null }) as const,
    figures: () => figuresOfHouse(engine.sequence, { connected: 3, refused: new Map([['unpaired', 2]]) }),
  }
  const hub = await serveHub(served, { port: 0, pages, version: '1.2.3', screens })
  onTestFinished(() => hub.close())
  return { hub, house: test }
}

function ask(hub: Hub, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  const { hostname, port } = new URL(hub.address)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    asked.on('error', reject).end()
  })
}

/** The cookie that a link gives. */
async function enter(hub: Hub): Promise<string> {
  const { pathname, search } = new URL(hub.newLink())
  const reply = await ask(hub, pathname + search)
  return String(reply.headers['set-cookie']?.[0]?.split(';')[0])
}

type Opened = { readonly ws: WebSocket } | { readonly status: number }

function open(hub: Hub, headers: Record<string, string>, path = '/ws'): Promise<Opened> {
  const ws = new WebSocket(hub.address.replace('http', 'ws') + path, { headers })
  onTestFinished(() => ws.terminate())
  return new Promise((resolve, reject) => {
    ws.on('open', () => resolve({ ws }))
    ws.on('unexpected-response', (_request, response) => resolve({ status: response.statusCode ?? 0 }))
    ws.on('error', reject)
  })
}

async function openSocket(hub: Hub): Promise<WebSocket> {
  const opened = await open(hub, { Cookie: await enter(hub), Origin: hub.address })
  if (!('ws' in opened)) throw new Error(`refused with ${opened.status}`)
  return opened.ws
}

function closing(ws: WebSocket): Promise<number> {
  return new Promise((resolve) => ws.on('close', resolve))
}

test('[S3] exactly the files of the page are served, the page itself at the root', async () => {
  const { hub } = await openHub()
  expect(await ask(hub, '/')).toMatchObject({ status: 200, body: '<!doctype html>' })
  const script = await ask(hub, '/assets/main.js?v=1')
  expect(script).toMatchObject({ status: 200, body: 'start()' })
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
})

test.for([
  '/index.html',
  '/assets',
  '/assets/',
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/keys/session-secret',
  '/__proto__',
  '//127.0.0.1/secret.txt',
  '/assets/main.js%00',
])('[S5] %s is not here', async (path) => {
  const { hub } = await openHub()
  const { status, body } = await ask(hub, path)
  expect([status, body]).toEqual([404, 'Not here.'])
})

test('[S5] every answer carries the policy, and says nothing of what serves it', async () => {
  const { hub } = await openHub()
  for (const path of ['/', '/healthz', '/none']) {
    const { headers } = await ask(hub, path)
    expect(headers).toMatchObject({
      'content-security-policy': contentPolicy('browser'),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['access-control-allow-origin']).toBeUndefined()
  }
})

test('[S5] another Host, as a rebound name sends it, is misdirected and gets nothing', async () => {
  const { hub } = await openHub()
  const { port } = new URL(hub.address)
  for (const Host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port}.evil.example`,
  ]) {
    expect(await ask(hub, '/', { Host }), Host).toMatchObject({ status: 421, body: 'Wrong host.' })
  }
  expect(await ask(hub, '/', { Host: `localhost:${port}` })).toMatchObject({ status: 200 })
})

test('[S3] /healthz says in JSON that the store is open, and nothing about anybody', async () => {
  const { hub, house } = await openHub()
  const reply = await ask(hub, '/healthz')
  expect(reply.headers['content-type']).toBe('application/json')
  expect(JSON.parse(reply.body)).toEqual({
    version: '1.2.3',
    store: 'open',
    sequence: house.engine.sequence,
    keys: 'unprotected',
    seed: null,
  })
})

test('[S3] /metrics says in Prometheus text what a hub has to do, and nothing about anybody', async () => {
  const { hub, house } = await openHub()
  const { status, headers, body } = await ask(hub, '/metrics')
  expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
  const lines = body.split('\n')
  expect(lines).toContain(`guichet_journal_sequence ${house.engine.sequence}`)
  expect(lines).toContain('guichet_kiosks_connected 3')
  expect(lines).toContain('guichet_lan_refused{reason="unpaired"} 2')
  expect(body).toContain('process_resident_memory_bytes')
})

test('[S5] only GET and HEAD are answered, and HEAD without a body', async () => {
  const { hub } = await openHub()
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    expect(await ask(hub, '/', {}, method)).toMatchObject({ status: 405 })
  }
  expect(await ask(hub, '/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
})

test('[S5] a request line that is no address is refused, and the house goes on', async () => {
  const { hub } = await openHub()
  for (const path of ['//[', '//:', '/\\\\[', 'http://[']) {
    expect([400, 404]).toContain((await ask(hub, path)).status)
  }
  expect(await ask(hub, '/healthz')).toMatchObject({ status: 200 })
})

test('[S5] a link lets one browser in, once; a guessed one nobody', async () => {
  const { hub } = await openHub()
  const { pathname, search } = new URL(hub.newLink())
  const first = await ask(hub, pathname + search)
  expect(first).toMatchObject({ status: 303, headers: { location: '/' } })
  expect(first.headers['set-cookie']?.[0]).toMatch(
    /^guichet-\d+=desk-[0-9a-f]{8}\.[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/; Max-Age=31536000$/,
  )
  const second = await ask(hub, pathname + search)
  expect([second.status, second.headers['set-cookie']]).toEqual([303, undefined])
  const guessed = await ask(hub, '/?token=AAAAAAAAAAAAAAAAAAAAAA')
  expect([guessed.status, guessed.headers['set-cookie']]).toEqual([303, undefined])
})

test('[S5] two links make two desks', async () => {
  const { hub } = await openHub()
  expect(await enter(hub)).not.toBe(await enter(hub))
})

test('[S3] our own page with our cookie gets a socket, and is welcomed on it', async () => {
  const { hub } = await openHub()
  const { port } = new URL(hub.address)
  const cookie = await enter(hub)
  for (const host of ['127.0.0.1', 'localhost']) {
    const headers = {
      Cookie: `theme=dark; ${cookie}`,
      Host: `${host}:${port}`,
      Origin: `http://${host}:${port}`,
    }
    expect(await open(hub, headers)).toHaveProperty('ws')
  }
  const ws = await openSocket(hub)
  const answered = new Promise<string>((resolve) =>
    ws.on('message', (bytes: Buffer) => resolve(bytes.toString())),
  )
  ws.send(JSON.stringify({ t: 'call', id: 7, name: 'house', input: {}, commandId: null }))
  expect(JSON.parse(await answered)).toMatchObject({ t: 'answer', id: 7, answer: { kind: 'done' } })
})

test('[S5] no socket without our cookie, from a foreign Origin, under a foreign Host or at another path', async () => {
  const { hub } = await openHub()
  const Cookie = await enter(hub)
  const Origin = hub.address
  const name = `guichet-${new URL(hub.address).port}`
  const forged = Cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  const refused: readonly Record<string, string>[] = [
    { Origin },
    { Cookie: `${name}=`, Origin },
    { Cookie: `${name}=desk-00000000`, Origin },
    { Cookie: `${name}=admin.AAAA`, Origin },
    { Cookie: Cookie.replace(/-\d+=/, '-1='), Origin },
    { Cookie: forged, Origin },
    { Cookie: Cookie.replace('guichet', 'xguichet'), Origin },
    { Cookie },
    { Cookie, Origin: 'http://evil.example' },
    { Cookie, Origin: 'null' },
    { Cookie, Origin: hub.address.replace('http', 'https') },
    { Cookie, Origin: hub.address.replace('127.0.0.1', 'localhost') },
    { Cookie, Host: 'evil.example', Origin: 'http://evil.example' },
  ]
  for (const headers of refused)
    expect(await open(hub, headers), JSON.stringify(headers)).toEqual({ status: 403 })
  for (const path of ['/', '/ws/', '/ws?x=1', '/wss']) {
    expect(await open(hub, { Cookie, Origin }, path), path).toEqual({ status: 403 })
  }
})

test('[V7] a frame above 64 KiB, a binary one and one that is none end the connection', async () => {
  const { hub, house } = await openHub()
  const frames: readonly (readonly [string | Buffer, number])[] = [
    ['x'.repeat(FRAME_BYTES_MAX + 1), 1009],
    [Buffer.from('{}'), 1008],
    ['not a frame', 1008],
    ['{"t":"call"}', 1008],
    ['['.repeat(FRAME_BYTES_MAX - 1), 1008],
    [
      JSON.stringify({
        t: 'call',
        id: 1,
        name: 'x'.repeat(FRAME_BYTES_MAX - 80),
        input: {},
        commandId: null,
      }),
      1008,
    ],
  ]
  const sequence = house.engine.sequence
  for (const [bytes, code] of frames) {
    const ws = await openSocket(hub)
    const closed = closing(ws)
    ws.send(bytes)
    expect(await closed, String(bytes).slice(0, 20)).toBe(code)
  }
  expect(house.engine.sequence).toBe(sequence)
  expect(await ask(hub, '/healthz')).toMatchObject({ status: 200 })
})

test('[SYNC 5.7] the sixty-fifth socket is refused, and the thirteenth of one browser', async () => {
  const { hub } = await openHub()
  const headersOf = async () => ({ Cookie: await enter(hub), Origin: hub.address })
  const desks = await Promise.all(Array.from({ length: 6 }, headersOf))
  const openMany = async (headers: (typeof desks)[number], count: number) =>
    (await Promise.all(Array.from({ length: count }, () => open(hub, headers)))).every((one) => 'ws' in one)
  const [first, ...others] = desks
  if (!first) throw new Error('no desk')
  expect(await openMany(first, 12)).toBe(true)
  expect(await open(hub, first)).toEqual({ status: 503 })
  for (const headers of others.slice(0, 4)) expect(await openMany(headers, 12)).toBe(true)
  const last = others[4]
  if (!last) throw new Error('no desk')
  expect(await openMany(last, 4)).toBe(true)
  expect(await open(hub, last)).toEqual({ status: 503 })
})

test('[S5] who resets a socket that is being refused does not end the house', async () => {
  const { hub } = await openHub()
  const { hostname, port } = new URL(hub.address)
  for (let tries = 0; tries < 20; tries += 1) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
        socket.resetAndDestroy()
      })
      socket.on('close', () => resolve())
    })
  }
  expect(await ask(hub, '/healthz')).toMatchObject({ status: 200 })
})

test('[S5] a hub listens on this machine alone, and frees its port when it closes', async () => {
  const { hub } = await openHub()
  expect(new URL(hub.address).hostname).toBe('127.0.0.1')
  await hub.close()
  await expect(ask(hub, '/healthz')).rejects.toThrow('ECONNREFUSED')
})

test('[S3] page files are read once: one that is put there later is not here', () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'index.html'), 'a')
  const files = readPageFiles(folder)
  writeFileSync(join(folder, 'late.js'), 'b')
  expect([...files.keys()]).toEqual(['/'])
  expect(files.get('/')).toEqual({ body: Buffer.from('a'), type: 'text/html; charset=utf-8' })
})
