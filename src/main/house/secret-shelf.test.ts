import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSessionKeys } from '../hub/session-keys.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { messagePasswords } from './message-passwords.ts'
import { openPinHasher } from './pin-hasher.ts'
import {
  type Sealer,
  copySecrets,
  isSealed,
  openShelf,
  plainShelf,
  sealSecrets,
  shelfKeyFile,
} from './secret-shelf.ts'
import { openTicketKey, ticketKeyFile } from './ticket-key.ts'

/** A system that seals with a word of its own; another word makes it another system. */
function system(word = 'this machine', isRenewed = false): Sealer & { sealed: number } {
  return {
    sealed: 0,
    seal(text) {
      this.sealed += 1
      return Promise.resolve(Buffer.from(`${word}\n${text}`))
    },
    open: (sealed) => {
      const [kept, text = ''] = sealed.toString().split('\n')
      return kept === word ? Promise.resolve({ text, isOld: isRenewed }) : Promise.reject(new Error('no key'))
    },
  }
}

/** The secrets of a house, under plain Node. */
function unprotected(): { keys: string; publicKey: string } {
  const keys = tempFolder()
  const ticketKey = openTicketKey(keys)
  openSessionKeys(keys)
  messagePasswords(keys).keep('email', 'smtp.invalid', 'canary-password')
  return { keys, publicKey: ticketKey.publicKeyText() }
}

const secrets = (keys: string) => readdirSync(keys).filter((name) => name !== 'shelf-key')

describe('sealing', () => {
  test('[I42] a house that lay unprotected is sealed by its next start with a key store, and is the same house', async () => {
    const { keys, publicKey } = unprotected()
    const shelf = await openShelf(keys, system())
    sealSecrets(keys, shelf)
    for (const name of secrets(keys)) expect(isSealed(readFileSync(join(keys, name))), name).toBe(true)
    expect(Buffer.concat(secrets(keys).map((name) => readFileSync(join(keys, name)))).toString()).not.toMatch(
      /PRIVATE KEY|canary/,
    )
    expect(shelf.isProtected).toBe(true)
    const again = await openShelf(keys, system())
    expect(openTicketKey(keys, again).publicKeyText()).toBe(publicKey)
    expect(messagePasswords(keys, again).read('email', 'smtp.invalid')).toBe('canary-password')
  })

  test('[I42] what a sealed house makes anew is on the disk sealed from its first byte', async () => {
    const keys = tempFolder()
    const shelf = await openShelf(keys, system())
    openTicketKey(keys, shelf)
    openPinHasher(keys, shelf)
    messagePasswords(keys, shelf).keep('sms', 'gate.invalid', 'canary-token')
    for (const name of secrets(keys)) expect(isSealed(readFileSync(join(keys, name))), name).toBe(true)
  })

  test('[I42] where the system’s key is renewed, the shelf’s own is sealed anew, and nothing else is touched', async () => {
    const { keys } = unprotected()
    sealSecrets(keys, await openShelf(keys, system()))
    const before = readFileSync(ticketKeyFile(keys))
    const renewed = system('this machine', true)
    openTicketKey(keys, await openShelf(keys, renewed))
    expect(renewed.sealed).toBe(1)
    expect(readFileSync(ticketKeyFile(keys))).toEqual(before)
  })

  test.skipIf(process.platform === 'win32')('[I42] sealed or not, they are their owner’s alone', async () => {
    const { keys } = unprotected()
    const modes = () => readdirSync(keys).map((name) => statSync(join(keys, name)).mode & 0o777)
    expect(new Set(modes())).toEqual(new Set([0o600]))
    sealSecrets(keys, await openShelf(keys, system()))
    expect(new Set(modes())).toEqual(new Set([0o600]))
  })
})

describe('two at once', () => {
  test('[I42] on a fresh folder both have the key of whoever was faster: neither loses what the other sealed', async () => {
    const keys = tempFolder()
    const [one, other] = await Promise.all([openShelf(keys, system()), openShelf(keys, system())])
    const file = join(keys, 'session-secret')
    for (const [by, reader] of [
      [one, other],
      [other, one],
    ] as const)
      expect(reader.open(file, by.seal(file, Buffer.from('a secret'))).toString()).toBe('a secret')
    const later = await openShelf(keys, system())
    expect(later.open(file, one.seal(file, Buffer.from('a secret'))).toString()).toBe('a secret')
    expect(readdirSync(keys)).toEqual(['shelf-key'])
  })

  test('[I42] whoever looked before the other was done takes the key that is there, and what it sealed is no loss', async () => {
    const keys = tempFolder()
    const slow = system()
    const gate = Promise.withResolvers<void>()
    const held = { ...slow, seal: (text: string) => gate.promise.then(() => slow.seal(text)) }
    const late = openShelf(keys, held)
    const early = await openShelf(keys, system())
    const publicKey = openTicketKey(keys, early).publicKeyText()
    gate.resolve()
    expect(openTicketKey(keys, await late).publicKeyText()).toBe(publicKey)
  })
})

describe('killed meanwhile', () => {
  test('[I42] after any step each secret is there in one form or the other, and the next start ends what was begun', async () => {
    const { keys: origin, publicKey } = unprotected()
    const whole = join(tempFolder(), 'sealed')
    mkdirSync(whole)
    for (const name of readdirSync(origin)) copyFileSync(join(origin, name), join(whole, name))
    sealSecrets(whole, await openShelf(whole, system()))
    const names = secrets(whole)
    // The shelf's key first, then each file: partly written beside its place, wholly written beside it, in its place.
    const places = ['shelf-key', ...names]
    for (const [done, next] of places.entries()) {
      for (const part of [0, 0.5, 1]) {
        const keys = tempFolder()
        for (const name of names) copyFileSync(join(origin, name), join(keys, name))
        for (const name of places.slice(0, done)) copyFileSync(join(whole, name), join(keys, name))
        const sealed = readFileSync(join(whole, next))
        writeFileSync(join(keys, `${next}.new`), sealed.subarray(0, sealed.length * part))
        // oxlint-disable-next-line no-await-in-loop -- one state after the other
        const shelf = await openShelf(keys, system())
        sealSecrets(keys, shelf)
        expect(openTicketKey(keys, shelf).publicKeyText(), `${next} ${part}`).toBe(publicKey)
        expect(messagePasswords(keys, shelf).read('email', 'smtp.invalid')).toBe('canary-password')
        for (const name of names) expect(isSealed(readFileSync(join(keys, name))), name).toBe(true)
      }
    }
  })
})

describe('where it cannot be opened', () => {
  test('[I42] on another machine, or under plain Node, the start is refused, and every file is as it was', async () => {
    const { keys } = unprotected()
    sealSecrets(keys, await openShelf(keys, system()))
    const before = readdirSync(keys).map((name) => readFileSync(join(keys, name)))
    await expect(openShelf(keys, system('another machine'))).rejects.toThrow(/its keys can be opened/)
    expect(() => openTicketKey(keys, plainShelf)).toThrow(/sealed by the desktop app/)
    expect(readdirSync(keys).map((name) => readFileSync(join(keys, name)))).toEqual(before)
  })

  test('[I42] a folder whose shelf key is gone gets no new one beside what the old one sealed', async () => {
    const { keys } = unprotected()
    sealSecrets(keys, await openShelf(keys, system()))
    rmSync(shelfKeyFile(keys))
    await expect(openShelf(keys, system())).rejects.toThrow(/its keys can be opened.*shelf-key is gone/)
    expect(existsSync(shelfKeyFile(keys))).toBe(false)
  })

  test('[I42] a file that was changed, or put in another’s place, is refused', async () => {
    const { keys } = unprotected()
    const shelf = await openShelf(keys, system())
    sealSecrets(keys, shelf)
    const file = ticketKeyFile(keys)
    const bytes = readFileSync(file)
    copyFileSync(join(keys, 'session-secret'), file)
    expect(() => openTicketKey(keys, shelf)).toThrow(/sealed elsewhere, or changed/)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect(() => openTicketKey(keys, shelf)).toThrow(/sealed elsewhere, or changed/)
  })

  test('[I42] without a key store nothing is sealed, and nothing is said to be protected', async () => {
    const { keys } = unprotected()
    const shelf = await openShelf(keys, null)
    sealSecrets(keys, shelf)
    expect(shelf.isProtected).toBe(false)
    expect(existsSync(shelfKeyFile(keys))).toBe(false)
    openTicketKey(keys)
  })
})

test('[I42] for the safe they are copied as they are, into an empty folder, without the shelf’s own key', async () => {
  const { keys, publicKey } = unprotected()
  const shelf = await openShelf(keys, system())
  sealSecrets(keys, shelf)
  const safe = join(tempFolder(), 'safe')
  expect(copySecrets(keys, safe, shelf)).toBe(3)
  expect(openTicketKey(safe).publicKeyText()).toBe(publicKey)
  expect(() => copySecrets(keys, safe, shelf)).toThrow(/folder for the copy is empty/)
})

test('[I42] where there are no keys to copy nobody is told that they are in the safe, and no folder is made for them', () => {
  const safe = join(tempFolder(), 'safe')
  expect(() => copySecrets(join(tempFolder(), 'mistyped'), safe, plainShelf)).toThrow(
    /there are keys to copy/,
  )
  expect(existsSync(safe)).toBe(false)
})
