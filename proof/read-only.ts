// V11: a house that may only be read. Its hub is started as a normal user, since root may write anywhere; it must refuse, say
// why, and leave everything as it was. Owns the ways of forbidding; must never leave a folder behind that cannot be removed.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { HubProcess, type Person } from './hub-process.ts'
import { furnishProductHouse } from './product-house.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'

/** `nobody` on every Linux that has not renumbered it. */
const nobody: Person = { uid: 65_534, gid: 65_534 }
const HOLD_MS = 60_000

/** Makes a house unwritable, and returns how to undo that; null if it cannot be done here. */
type Forbid = (data: string) => (() => void) | null

const ways: Readonly<Record<string, Forbid>> = {
  'the folder': (data) => closed(data, 0o555),
  'the database': (data) => closed(join(data, 'house.db'), 0o444),
  'the database, not even read': (data) => closed(join(data, 'house.db'), 0o000),
  'the ticket key, not even read': (data) => closed(join(data, 'keys', 'ticket-key.pem'), 0o000),
  'the logs': (data) => {
    const logs = join(data, 'logs')
    const opens = [logs, ...readdirSync(logs).map((name) => join(logs, name))].map((path) =>
      closed(path, statSync(path).isDirectory() ? 0o555 : 0o444),
    )
    return () => {
      for (const open of opens) open()
    }
  },
  'the database, immutable': (data) => {
    const file = join(data, 'house.db')
    if (spawnSync('chattr', ['+i', file]).status !== 0) return null
    return () => void spawnSync('chattr', ['-i', file])
  },
  'the disk, mounted to be read': (data) => {
    if (spawnSync('mount', ['--bind', data, data]).status !== 0) return null
    const open = () => void spawnSync('umount', [data])
    if (spawnSync('mount', ['-o', 'remount,bind,ro', data]).status === 0) return open
    open()
    return null
  },
}

export const readOnlyProof: Proof = {
  name: 'read-only',
  rule: 'V11',
  about:
    'a house that may only be read, started by a normal user, is refused in a clear line and left as it was',
  round: 'start in each way of forbidding',
  rounds: { push: 1, proof: 3, release: 10 },
  missing,
  run,
}

function missing(): string | null {
  if (process.platform === 'win32') return 'a system with owners and modes of files'
  const program = join(import.meta.dirname, 'hub.ts')
  const look = ['-e', `require('node:fs').readFileSync(${JSON.stringify(program)})`]
  const isReadable = spawnSync(process.execPath, look, { ...person() }).status === 0
  return isReadable ? null : 'a checkout that a normal user may read (this one is root’s alone)'
}

/** Root starts it as nobody; anybody else is a normal user already. */
function person(): Person | null {
  return process.getuid?.() === 0 ? nobody : null
}

async function run({ rounds, folder, size }: Wish): Promise<Outcome> {
  const tally = new Tally()
  // A proof's folder is private to its maker at first.
  chmodSync(folder, 0o755)
  const all = Object.entries(ways)
  const chosen = size === 'push' ? all.slice(0, 2) : all
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, forbid] of chosen) {
      const scene = { folder, data: join(folder, `house-${round}-${name.replaceAll(/\W/g, '-')}`) }
      // oxlint-disable-next-line no-await-in-loop -- one start after the other
      await tally.guard(name, () => refuse(scene, { name, forbid, tally }))
    }
  }
  tally.expectSome('refused: the folder', 'refused: the database')
  return tally.outcome
}

interface Way {
  readonly name: string
  readonly forbid: Forbid
  readonly tally: Tally
}

async function refuse(
  { folder, data }: { folder: string; data: string },
  { name, forbid, tally }: Way,
): Promise<void> {
  furnish(data)
  const before = contentOf(data)
  const open = forbid(data)
  if (!open) return tally.count(`could not be tried here: ${name}`)
  try {
    const hub = new HubProcess(folder, data, person())
    const code = await hub.end()
    if (code === null) await hub.stop()
    const said = hub.lines.join('\n')
    if (code !== 1) tally.violate(`${name}: ended with ${code}, not 1: ${said}`)
    if (!/cannot sell from here: the check “.+” failed/.test(said) || hub.lines.length !== 1)
      tally.violate(`${name}: no clear line: ${said}`)
    tally.count(`refused: ${name}`)
  } finally {
    open()
  }
  if (contentOf(data) !== before) tally.violate(`${name}: something was changed by a start that was refused`)
  const again = new HubProcess(folder, data, person())
  await again.link()
  await again.stop()
  tally.count('started when it was allowed again')
}

/** A house that was sold from, owned by the user who will start it. */
function furnish(data: string): void {
  furnishProductHouse(data, { holdMs: HOLD_MS })
  const owner = person()
  mkdirSync(data, { recursive: true })
  if (owner) for (const path of pathsOf(data)) chownSync(path, owner.uid, owner.gid)
}

function closed(path: string, mode: number): () => void {
  const before = statSync(path).mode
  chmodSync(path, mode)
  return () => chmodSync(path, before)
}

function pathsOf(data: string): string[] {
  const inside = readdirSync(data, { recursive: true, withFileTypes: true })
  return [data, ...inside.map((entry) => join(entry.parentPath, entry.name))]
}

/** Names and bytes of everything that is kept. The logs are left out: they may say that a start was tried. */
function contentOf(data: string): string {
  const digest = createHash('sha256')
  for (const path of pathsOf(data).toSorted()) {
    if (!statSync(path).isFile() || path.includes('/logs/')) continue
    digest.update(path).update(readFileSync(path))
  }
  return digest.digest('hex')
}
