// [S3] This machine's place among others: alone, shared with kiosks, or a kiosk of a hub. Owns the file that remembers it over a start;
// must never hold a secret (the key is beside the others).

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Membership, type Network, network } from '../../shared/contract/network.ts'
import { setAside } from '../mirror/mirror-file.ts'
import { StartRefused } from '../store/open-database.ts'
import { writeWhole } from './whole-file.ts'

const alone: Network = { isShared: false, hub: null }

/** A file that cannot be read refuses the start: a kiosk that forgot its hub would open a house of its own, and sell from it. */
export function readNetwork(folder: string): Network {
  const file = fileIn(folder)
  if (!existsSync(file)) return alone
  try {
    return network.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new StartRefused('it knows which house it belongs to', `${file}: ${String(error)}`)
  }
}

export function keepNetwork(folder: string, change: Partial<Network>): void {
  const kept: Network = { ...readNetwork(folder), ...change }
  writeWhole(fileIn(folder), Buffer.from(`${JSON.stringify(kept, null, 2)}\n`))
}

/**
 * From now on another hub, or none. The copy of the previous hub's journal is kept aside: a house that was copied for practice does not
 * count as older files of the real one, however much of it they share.
 */
export function keepHub(folder: string, hub: Membership | null, nowMs: number): void {
  setAside(folder, nowMs)
  keepNetwork(folder, hub ? { hub, isShared: false } : { hub })
}

function fileIn(folder: string): string {
  return join(folder, 'network.json')
}
