// What this machine serves to its screens: a house of its own, or, joined, the box office of a hub [S3]. Owns the choice and what both
// have in common; must never know how a screen reaches it.

import type { BoxOffice } from '../../shared/contract/port.ts'
import type { Log } from '../engine/ports.ts'
import { type HouseParts, deskActor, openHouse } from '../house/open-house.ts'
import { readNetwork } from '../house/network-file.ts'
import type { DataFolder } from '../house/data-folder.ts'
import type { Options } from '../house/options.ts'
import type { Figures } from './metrics.ts'
import { openKiosk } from '../lan/open-kiosk.ts'

export interface Served {
  readonly folder: DataFolder
  readonly log: Log
  /** What a desk of this machine may ask of. A joined kiosk is one desk to its hub, whichever of its screens asks. */
  boxOfficeOf(desk: string): BoxOffice
  nowMs(): number
  health(): Health
  /** Null: a joined kiosk has none; its hub has them. */
  figures(): Figures | null
  /** In one line, where it sells. */
  readonly told: string
  close(): void
}

export type Health =
  | {
      readonly store: 'open'
      readonly sequence: number
      /** [D2] So that two houses can be told to have the same demo data; null: none. */
      readonly seed: string | null
    }
  | { readonly hub: 'open' | 'lost' }

export async function openServed(options: Options, version: string, parts: HouseParts): Promise<Served> {
  const { hub } = readNetwork(options.data)
  if (!hub) return servedHouse(options, version, parts)
  const kiosk = await openKiosk(options.data, hub, version)
  const { office } = kiosk
  return {
    ...kiosk,
    boxOfficeOf: () => office,
    nowMs: () => office.nowMs(),
    health: () => ({ hub: office.connection === 'open' ? 'open' : 'lost' }),
    figures: () => null,
    told: `sells as “${hub.name}” for the hub at ${hub.host}:${hub.port}`,
  }
}

function servedHouse(options: Options, version: string, parts: HouseParts): Served {
  const house = openHouse(options, version, parts)
  const { engine, lan, seed } = house
  return {
    ...house,
    boxOfficeOf: (desk) => engine.kioskFor(deskActor(desk)),
    nowMs: () => engine.nowMs(),
    health: () => ({ store: 'open', sequence: engine.sequence, seed }),
    figures: () => ({ sequence: engine.sequence, kiosks: lan.connected, refused: lan.refused }),
    told: `sells from ${options.data}`,
  }
}
