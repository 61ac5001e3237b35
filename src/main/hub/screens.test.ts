import { mkdirSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { TestHouse } from '../engine/test-house.ts'
import { openDataFolder } from '../house/data-folder.ts'
import { deskActor } from '../house/open-house.ts'
import { StartRefused } from '../store/open-database.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { openCertificate } from './certificate.ts'
import { type Hub, serveHub } from './serve-hub.ts'

type Named = Parameters<typeof generate>[1]

const named: Named = {
  keyType: 'ec',
  extensions: [
    {
      name: 'subjectAltName',
      altNames: [
        { type: 2, value: 'desk.example' },
        { type: 7, ip: '127.0.0.1' },
      ],
    },
  ],
}

/** PEM files as a venue installs them. */
async function filesOf(how: Named = named) {
  const folder = tempFolder()
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Venue' }], how)
  const files = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
  writeFileSync(files.certificate, cert)
  writeFileSync(files.key, key)
  return files
}

async function openHub(): Promise<{ readonly hub: Hub; readonly port: number }> {
  const folder = tempFolder()
  const pages = join(folder, 'pages')
  mkdirSync(pages)
  writeFileSync(join(pages, 'index.html'), '<!doctype html>')
  const { engine, log } = new TestHouse()
  const served = {
    log,
    folder: openDataFolder(folder),
    boxOfficeOf: (desk: string) => engine.kioskFor(deskActor(desk)),
    nowMs: () => engine.nowMs(),
    health: () => ({ store: 'open', sequence: engine.sequence, keys: 'unprotected', seed: null }) as const,
    figures: () => [],
  }
  const screens = { host: '127.0.0.1', port: 0, certificate: openCertificate(await filesOf()) }
  const hub = await serveHub(served, { port: 0, pages, version: '1.2.3', screens })
  onTestFinished(() => hub.close())
  return { hub, port: Number(new URL(hub.screensAddress ?? '').port) }
}

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
}

function ask(port: number, path: string, host = `desk.example:${port}`): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { hostname: '127.0.0.1', port, path, headers: { host }, rejectUnauthorized: false },
      (response) => {
        response
          .resume()
          .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
      },
    )
    asked.on('error', reject).end()
  })
}

function open(port: number, headers: Record<string, string>): Promise<number> {
  const ws = new WebSocket(`wss://127.0.0.1:${port}/ws`, { headers, rejectUnauthorized: false })
  onTestFinished(() => ws.terminate())
  return new Promise((resolve, reject) => {
    ws.on('open', () => resolve(101))
    ws.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    ws.on('error', reject)
  })
}

test('[S5] by the venue’s certificate its network gets the screens, and no health or figures', async () => {
  const { hub, port } = await openHub()
  expect(hub.screensAddress).toBe(`https://desk.example:${port}`)
  expect((await ask(port, '/')).status).toBe(200)
  expect((await ask(port, '/', `127.0.0.1:${port}`)).status).toBe(200)
  for (const path of ['/healthz', '/metrics']) expect((await ask(port, path)).status, path).toBe(404)
})

test.for(['evil.example', '10.0.0.9', 'desk.example.evil.example', ''])(
  '[S5] called by a name that the certificate does not say (%s), it does not answer',
  async (name) => {
    const { port } = await openHub()
    expect((await ask(port, '/', `${name}:${port}`)).status).toBe(421)
    expect((await ask(port, '/', 'desk.example')).status, 'another port').toBe(421)
  },
)

test('[S5] a link makes a session that only goes over the safe line; a socket is our own page’s alone', async () => {
  const { hub, port } = await openHub()
  const { pathname, search } = new URL(hub.newLink(hub.screensAddress ?? ''))
  const { status, headers } = await ask(port, pathname + search)
  expect(status).toBe(303)
  const [cookie = ''] = headers['set-cookie'] ?? []
  expect(cookie).toContain('; Secure')
  const session = { Cookie: cookie.split(';')[0] ?? '', Host: `desk.example:${port}` }
  const own = `https://desk.example:${port}`
  expect(await open(port, { ...session, Origin: own })).toBe(101)
  for (const origin of [own.replace('https', 'http'), 'https://desk.example', 'https://evil.example'])
    expect(await open(port, { ...session, Origin: origin }), origin).toBe(403)
  expect(await open(port, { Host: session.Host, Origin: own }), 'without a session').toBe(403)
})

test('[S5] a certificate that cannot be used is refused by name before anything is opened', async () => {
  const good = await filesOf()
  const other = await filesOf()
  const nameless = await filesOf({ keyType: 'ec', extensions: [{ name: 'basicConstraints', cA: false }] })
  const missing = { ...good, key: join(tempFolder(), 'none.pem') }
  for (const files of [{ ...good, key: other.key }, { ...good, certificate: good.key }, nameless, missing])
    expect(() => openCertificate(files)).toThrow(StartRefused)
  const opened = openCertificate(good)
  expect([
    opened.name,
    opened.names('DESK.example'),
    opened.names('127.0.0.1'),
    opened.names('other'),
  ]).toEqual(['desk.example', true, true, false])
})
