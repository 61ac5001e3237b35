// [I42] Passwords of the mail relay and the SMS gateway, each in a file beside the keys, readable by its owner alone. Owns those files;
// must never write one anywhere else.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Channel } from '../../shared/domain/message.ts'
import type { Passwords } from '../post/house-post.ts'
import { type SecretShelf, plainShelf } from './secret-shelf.ts'
import { writeWhole } from './whole-file.ts'

const names: Readonly<Record<Channel, string>> = { email: 'mail-password.json', sms: 'sms-token.json' }

/** Read from the file each time one is needed: a new one counts at once, and none stays in memory. */
export function messagePasswords(keys: string, shelf: SecretShelf = plainShelf): Passwords {
  const fileOf = (channel: Channel) => join(keys, names[channel])
  return {
    read: (channel, of) => {
      const kept = readKept(fileOf(channel), shelf)
      return kept?.of === of ? kept.password : null
    },
    keep: (channel, of, password) => {
      const file = fileOf(channel)
      writeWhole(file, shelf.seal(file, Buffer.from(JSON.stringify({ of, password }))))
    },
  }
}

interface Kept {
  readonly of: string
  readonly password: string
}

/** One that cannot be read counts as missing: it is asked for again, and nothing else stops. */
function readKept(file: string, shelf: SecretShelf): Kept | null {
  if (!existsSync(file)) return null
  try {
    const kept = JSON.parse(shelf.open(file, readFileSync(file)).toString()) as Partial<Kept>
    const { of, password } = kept
    return typeof of === 'string' && typeof password === 'string' ? { of, password } : null
  } catch {
    return null
  }
}
