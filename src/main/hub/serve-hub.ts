// One house behind its addresses: joins the pages, the door and the sockets. Owns only when they start and end; must never answer for the
// house.

import type { AddressInfo } from 'node:net'
import { systemClock } from '../house/world.ts'
import { serveWs } from '../carriers/ws-server.ts'
import { type HttpParts, deskOfSocket, makeHttpServer } from './http-server.ts'
import { makeMetrics } from './metrics.ts'
import { readPageFiles } from './page-files.ts'
import { type Place, type ScreensPlace, addressOf, ownMachine } from './place.ts'
import type { Served } from './served.ts'
import { openSessionKeys } from './session-keys.ts'

export interface Hub {
  /** `http://127.0.0.1:8480` */
  readonly address: string
  /** On the venue's network; null: no screens are served there. */
  readonly screensAddress: string | null
  /** A link that lets one browser in, once, at any of its addresses. */
  newLink(address?: string): string
  close(): Promise<void>
}

type HubHouse = Pick<Served, 'folder' | 'log' | 'boxOfficeOf' | 'nowMs' | 'health' | 'figures'>

interface Serving {
  readonly address: string
  close(): Promise<void>
}

/**
 * Serves the house on 127.0.0.1, and where `screens` says: screens over http, everything they ask over ws. Throws when a port is taken.
 */
export async function serveHub(
  served: HubHouse,
  {
    port,
    pages,
    version,
    screens,
  }: {
    readonly port: number
    readonly pages: string
    readonly version: string
    readonly screens: ScreensPlace | null
  },
): Promise<Hub> {
  const keys = openSessionKeys(served.folder.keys, served.folder.shelf)
  const parts = {
    keys,
    pages: readPageFiles(pages),
    health: () => ({ version, ...served.health() }),
    metrics: makeMetrics(() => served.figures()),
  }
  const own = await servePlace(served, parts, ownMachine(port))
  const ofVenue =
    screens &&
    (await servePlace(served, parts, screens).catch((error: unknown) =>
      own.close().then(() => Promise.reject(error)),
    ))
  return {
    address: own.address,
    screensAddress: ofVenue?.address ?? null,
    newLink: (address = own.address) => `${address}/?token=${keys.newToken()}`,
    close: async () => void (await Promise.all([own.close(), ofVenue?.close()])),
  }
}

async function servePlace(served: HubHouse, parts: HttpParts, place: Place): Promise<Serving> {
  const server = makeHttpServer(parts, place)
  const sockets = serveWs({
    server,
    path: '/ws',
    deskFor: (request) => {
      const desk = deskOfSocket(request, parts.keys, place)
      return desk === null ? '403 Forbidden' : { name: desk, boxOffice: served.boxOfficeOf(desk) }
    },
    nowMs: () => served.nowMs(),
    elapsedMs: () => systemClock.elapsedMs(),
    log: served.log,
  })
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(place.port, place.host, resolve),
  ).catch((error: unknown) => {
    // The heartbeat of the sockets would keep the process alive.
    sockets.close()
    throw error
  })
  return {
    address: addressOf(place, (server.address() as AddressInfo).port),
    close: () =>
      new Promise((resolve) => {
        sockets.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
