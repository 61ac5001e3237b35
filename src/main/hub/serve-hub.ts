// One house behind one address: joins the pages, the door and the sockets. Owns nothing of its own but their lives; must never
// answer for the house.

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock } from '../house/world.ts'
import { serveWs } from '../carriers/ws-server.ts'
import { HOST, deskOfSocket, makeHttpServer } from './http-server.ts'
import { makeMetrics } from './metrics.ts'
import { readPageFiles } from './page-files.ts'
import type { Served } from './served.ts'
import { openSessionKeys } from './session-keys.ts'

export interface Hub {
  /** `http://127.0.0.1:8480` */
  readonly address: string
  /** A link that lets one browser in, once. */
  newLink(): string
  close(): Promise<void>
}

/** Serves it on 127.0.0.1: screens by http, everything they ask by ws. Throws when the port is taken. */
export async function serveHub(
  served: Pick<Served, 'folder' | 'log' | 'boxOfficeOf' | 'nowMs' | 'health' | 'figures'>,
  { port, pages, version }: { port: number; pages: string; version: string },
): Promise<Hub> {
  const { folder, log } = served
  const keys = openSessionKeys(folder.keys)
  const server = makeHttpServer({
    pages: readPageFiles(pages),
    keys,
    health: () => ({ version, ...served.health() }),
    metrics: makeMetrics(() => served.figures()),
  })
  const screens = serveWs({
    server,
    path: '/ws',
    deskFor: (request) => {
      const desk = deskOfSocket(request, keys)
      return desk === null ? '403 Forbidden' : { name: desk, boxOffice: served.boxOfficeOf(desk) }
    },
    nowMs: () => served.nowMs(),
    elapsedMs: () => systemClock.elapsedMs(),
    log,
  })
  await listen(server, port).catch((error: unknown) => {
    // Its heartbeat would keep the process alive for nothing.
    screens.close()
    throw error
  })
  const address = `http://${HOST}:${(server.address() as AddressInfo).port}`
  return {
    address,
    newLink: () => `${address}/?token=${keys.newToken()}`,
    close: () =>
      new Promise((resolve) => {
        screens.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => server.once('error', reject).listen(port, HOST, resolve))
}
