// [S5] Hubs announced and found by mDNS (the network's own names, UDP 5353), on one interface of this machine. Owns the library; must
// never send anything while nobody asked for it.

import { Bonjour } from 'bonjour-service'
import type { Log } from '../engine/ports.ts'
import { type HubFinder, type Told, tellOf } from './hub-finder.ts'

const TYPE = 'guichet'
/** A question may get lost on a busy network, and a hub may appear later. */
const ASK_AGAIN_MS = 2000
/** RFC 6762: the multicast address. */
const GROUP = '224.0.0.251'

export interface MdnsPlace {
  /** This machine's address on the network in question. */
  readonly host: () => string
  /** Another port than the standard one, for tests. */
  readonly port?: number
}

export function mdnsFinder({ host, port }: MdnsPlace, log: Log): HubFinder {
  const quiet = (error: unknown) => log.info({ error: String(error) }, 'hubs of the network cannot be found')
  const open = () => {
    // Windows does not allow listening at a group's own address.
    const bind = process.platform === 'win32' ? {} : { bind: GROUP }
    // The library passes these options on to multicast-dns; its types do not know them.
    const words: object = { interface: host(), ...bind, ...(port !== undefined && { port }) }
    const bonjour = new Bonjour(words, quiet)
    mdnsOf(bonjour).on('error', quiet)
    return bonjour
  }
  const guarded = (begin: () => () => void) => {
    try {
      return begin()
    } catch (error) {
      quiet(error)
      return () => {}
    }
  }
  return {
    announce: (hub) =>
      guarded(() => {
        const bonjour = open()
        const { name } = hub
        bonjour.publish({
          name,
          type: TYPE,
          port: hub.port,
          txt: tellOf(hub),
          disableIPv6: true,
          probe: false,
        })
        // Says goodbye, so that nobody is shown a hub that is gone.
        return () => bonjour.unpublishAll(() => bonjour.destroy())
      }),
    look: (onFound) =>
      guarded(() => {
        const bonjour = open()
        const browser = bonjour.find({ type: TYPE })
        const tell = () => onFound(browser.services.map(toldOf))
        for (const event of ['up', 'down', 'txt-update', 'srv-update'] as const) browser.on(event, tell)
        const again = setInterval(() => browser.update(), ASK_AGAIN_MS)
        again.unref()
        return () => {
          clearInterval(again)
          browser.stop()
          bonjour.destroy()
        }
      }),
  }
}

function toldOf({ name, txt }: { readonly name: string; readonly txt?: unknown }): Told {
  return { name, txt: typeof txt === 'object' && txt !== null ? { ...txt } : {} }
}

/** The library declares it as `any`; errors of its socket are reported nowhere else. */
function mdnsOf(bonjour: Bonjour): { on(event: 'error', hear: (error: unknown) => void): void } {
  return (bonjour as unknown as { server: { mdns: ReturnType<typeof mdnsOf> } }).server.mdns
}
