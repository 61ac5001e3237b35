// A PostgreSQL server of its own for one bench: Debian's programs, a folder of its own, a socket in it and no port. Owns its life from
// initdb to its end; must never touch a server that it did not start.

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type PoolConfig } from 'pg'

/** Where Debian and related systems put each version's programs. */
const HOME = '/usr/lib/postgresql'
/** A server that is not up by then will not be. */
const START_WAIT_MS = 20_000
const LOOK_EVERY_MS = 50

export interface Postgres {
  readonly version: string
  /** Where to connect: the folder of the socket. */
  readonly connection: PoolConfig
  close(): Promise<void>
}

/** Why there is none, as text for people; or the programs of the newest version. */
export function findPostgres(): { readonly bin: string } | { readonly missing: string } {
  const versions = existsSync(HOME) ? readdirSync(HOME).toSorted((a, b) => Number(b) - Number(a)) : []
  const bin = versions
    .map((version) => join(HOME, version, 'bin'))
    .find((path) => existsSync(join(path, 'initdb')))
  return bin === undefined
    ? { missing: 'PostgreSQL is not installed (Debian: apt-get install postgresql)' }
    : { bin }
}

interface Person {
  readonly uid?: number
  readonly gid?: number
}

/** `initdb` refuses to run as root: then the distribution's own user runs it. */
function whoMay(): Person {
  if (process.getuid?.() !== 0) return {}
  return { uid: idOfPostgres('-u'), gid: idOfPostgres('-g') }
}

function idOfPostgres(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
}

export async function startPostgres(bin: string): Promise<Postgres> {
  const person = whoMay()
  const folder = mkdtempSync(join(tmpdir(), 'guichet-pg-'))
  chmodSync(folder, 0o700)
  if (person.uid !== undefined && person.gid !== undefined) chownSync(folder, person.uid, person.gid)
  const cluster = join(folder, 'data')
  const laid = spawnSync(
    join(bin, 'initdb'),
    ['-D', cluster, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--no-locale'],
    {
      ...person,
      cwd: folder,
      encoding: 'utf8',
    },
  )
  if (laid.status !== 0) throw new Error(`initdb: ${laid.stderr}`)
  const settings = [
    '-c',
    'listen_addresses=',
    '-c',
    `unix_socket_directories=${folder}`,
    '-c',
    'max_connections=200',
  ]
  const durable = ['-c', 'fsync=on', '-c', 'synchronous_commit=on', '-c', 'full_page_writes=on']
  const server = spawn(join(bin, 'postgres'), ['-D', cluster, ...settings, ...durable], {
    ...person,
    cwd: folder,
    stdio: 'ignore',
  })
  const connection = { host: folder, user: 'bench', database: 'postgres' }
  const close = () => stop(server, folder)
  try {
    return { version: await firstAnswer(server, connection), connection, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** SIGINT is its fast shutdown: it ends its own processes and does not wait for clients. */
async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null) {
    const ended = once(server, 'exit')
    server.kill('SIGINT')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
}

async function firstAnswer(server: ChildProcess, connection: PoolConfig): Promise<string> {
  const untilMs = performance.now() + START_WAIT_MS
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- it is asked until it answers
    const version = await askVersion(connection)
    if (version !== null) return version
    if (server.exitCode !== null || performance.now() > untilMs) throw new Error('PostgreSQL did not start')
    // oxlint-disable-next-line no-await-in-loop -- the same
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

async function askVersion(connection: PoolConfig): Promise<string | null> {
  const client = new Client(connection)
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    return rows[0]?.server_version ?? null
  } catch {
    return null
  } finally {
    await client.end().catch(() => {})
  }
}
