// Where updates come from: a folder of this machine, or an address. Owns how much is read and how long it waits; must never judge what it
// brings.

import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { MINUTE_MS, SECOND_MS } from '../../shared/lib/time.ts'
import { MANIFEST_BYTES_MAX, MANIFEST_NAME } from './manifest.ts'

/** A server that is silent for this long counts as unreachable. */
const ANSWER_MS = 20 * SECOND_MS
/** For a hundred megabytes over a slow line. */
const FILE_MS = 30 * MINUTE_MS

export interface UpdatePlace {
  /** Null: there is no manifest. Throws where the place cannot be reached. */
  text(): Promise<string | null>
  /**
   * By its name in a signed manifest. Opened when its first piece is requested: earlier, nobody would be there to hear that it failed.
   */
  file(name: string): AsyncIterable<Uint8Array>
}

export function folderPlace(folder: string): UpdatePlace {
  return {
    text: async () => {
      const file = await open(join(folder, MANIFEST_NAME), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      if (!file) return null
      try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(MANIFEST_BYTES_MAX + 1))
        return wholeText(buffer.subarray(0, bytesRead))
      } finally {
        await file.close()
      }
    },
    file: (name) => bytesOfFile(join(folder, name)),
  }
}

/** `address`: of the folder on the server, in a form that `isFeed` allows. */
export function feedPlace(address: string): UpdatePlace {
  const base = address.endsWith('/') ? address : `${address}/`
  const get = async (name: string, patienceMs: number) => {
    // Never follows a redirect to another server than the one that was named.
    const answer = await fetch(new URL(name, base), {
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    if (answer.ok || answer.status === 404) return answer
    throw new Error(`${answer.status} ${answer.statusText}`)
  }
  return {
    text: async () => {
      const answer = await get(MANIFEST_NAME, ANSWER_MS)
      if (answer.status === 404) return null
      const pieces: Uint8Array[] = []
      let length = 0
      for await (const piece of answer.body ?? []) {
        pieces.push(piece)
        length += piece.length
        if (length > MANIFEST_BYTES_MAX) break
      }
      return wholeText(Buffer.concat(pieces))
    },
    file: (name) => bytesOf(() => get(name, FILE_MS), name),
  }
}

/** Over the network only where nobody can listen or change anything; unencrypted to this machine itself. */
export function isFeed(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1')
}

async function* bytesOfFile(file: string): AsyncIterable<Uint8Array> {
  yield* createReadStream(file) as AsyncIterable<Uint8Array>
}

async function* bytesOf(ask: () => Promise<Response>, name: string): AsyncIterable<Uint8Array> {
  const answer = await ask()
  if (!answer.ok || !answer.body) throw new Error(`${name} is not there`)
  yield* answer.body
}

function wholeText(bytes: Buffer): string {
  if (bytes.length > MANIFEST_BYTES_MAX) throw new Error(`${MANIFEST_NAME} is too long`)
  return bytes.toString()
}
