// A backup restored from the menu [SYNC 5.9]: who may, when, which file, what is in it, and only then the restore itself. Owns that
// order; must never close a house in which somebody is buying, nor one whose backup was not found wholly in order.

import { type WindowWords, filled } from './window-words.ts'
import type { Admitted } from './office-door.ts'

export type Looked =
  | { readonly kind: 'sound'; readonly sequence: number; readonly atMs: number; readonly kiosks: number }
  | { readonly kind: 'refused'; readonly detail: string }

/** What it needs of the house and of the system, one question each. */
export interface RestorePorts {
  readonly words: () => WindowWords
  readonly admitted: () => Promise<Admitted>
  /** Null: not known. */
  readonly openSales: () => Promise<number | null>
  /** The newest row of this house; null: the house is not here but at a hub. */
  readonly sequence: () => number | null
  readonly chooseFile: () => Promise<string | null>
  readonly look: (file: string) => Promise<Looked>
  readonly dateOf: (atMs: number) => string
  readonly confirm: (detail: string) => Promise<boolean>
  readonly tell: (text: string) => Promise<void>
  /** Closes the house, then puts the backup in its place. Throws what was refused. */
  readonly restore: (file: string) => Promise<void>
  /** This process does not open a closed house again. */
  readonly beginAnew: () => void
}

export async function restoreFromMenu(ports: RestorePorts): Promise<void> {
  const { words, tell, chooseFile, look, confirm, restore, beginAnew } = ports
  const wall = await inTheWay(ports)
  if (wall !== null) return tell(wall)
  const file = await chooseFile()
  if (file === null) return
  const looked = await look(file)
  if (looked.kind === 'refused') return tell(filled(words().refused, { detail: looked.detail }))
  if (!(await confirm(factsOf(ports, file, looked)))) return
  // While the box was open somebody may have sold, or left.
  const since = await inTheWay(ports)
  if (since !== null) return tell(since)
  try {
    await restore(file)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    await tell(filled(words().failed, { detail }))
  }
  beginAnew()
}

/** Why not now; null: no reason. */
async function inTheWay({ words, sequence, admitted, openSales }: RestorePorts): Promise<string | null> {
  const may = await admitted()
  if (may !== 'yes') return words()[may]
  if (sequence() === null) return words().ofHub
  const count = await openSales()
  if (count === null) return words().silent
  return count > 0 ? filled(words().salesOpen, { count }) : null
}

function factsOf(
  { words, sequence, dateOf }: RestorePorts,
  file: string,
  { sequence: row, atMs, kiosks }: Extract<Looked, { kind: 'sound' }>,
): string {
  const later = Math.max(0, (sequence() ?? 0) - row)
  const facts = filled(words().facts, { file, at: dateOf(atMs), row, later })
  return kiosks > 0 ? `${facts}\n\n${filled(words().waits, { count: kiosks })}` : facts
}
