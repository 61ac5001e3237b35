import { Writable } from 'node:stream'
import type { Duplex } from 'node:stream'
import { expect, test } from 'vitest'
import * as ws from 'ws'
import { Outbox, Turn, framed } from './outbox.ts'

/** The class by which every client of this library reads frames; it is exported, though its types do not say so. */
const { Receiver } = ws as unknown as {
  readonly Receiver: new (options: { readonly allowSynchronousEvents: boolean }) => Writable
}

/** A socket that notes each write, in the order across all sockets. */
function outboxOf(name: string, turn: Turn, writes: string[]): Outbox {
  const socket = new Writable({
    write: (bytes: Buffer, _encoding, done) => {
      writes.push(`${name} ${heard(bytes).join(' ')}`)
      done()
    },
  })
  return new Outbox({ socket: socket as unknown as Duplex, turn, onLeft: () => {} })
}

/** As the other end reads it. */
function heard(bytes: Buffer): string[] {
  const messages: string[] = []
  const receiver = new Receiver({ allowSynchronousEvents: true })
  receiver.on('message', (message: Buffer, isBinary: boolean) =>
    messages.push(isBinary ? `binary:${message.length}` : message.toString()),
  )
  receiver.write(bytes)
  return messages
}

const turnIsOver = () => new Promise((resolve) => setImmediate(resolve))

test.for([0, 1, 125, 126, 65_535, 65_536, 100_000])(
  '[SYNC 5.7] a message of %i bytes is read as it was written',
  (size) => {
    const text = 'x'.repeat(size)
    expect(heard(framed([text, new Uint8Array(size), 'end']))).toEqual([text, `binary:${size}`, 'end'])
  },
)

test('[SYNC 5.7] letters of every script come whole', () => {
  expect(heard(framed(['سلام', 'नमस्ते', '🎫']))).toEqual(['سلام', 'नमस्ते', '🎫'])
})

test('[SYNC 5.7] what one turn has for a screen is one write; what comes later is another', async () => {
  const writes: string[] = []
  const one = outboxOf('one', new Turn(), writes)
  one.put('a', false)
  one.put('b', false)
  void Promise.resolve()
    .then(() => {})
    .then(() => one.put('c', true))
  expect(one.waitingBytes).toBe(2)
  await turnIsOver()
  one.put('d', false)
  await turnIsOver()
  expect(writes).toEqual(['one a b c', 'one d'])
  expect(one.waitingBytes).toBe(0)
})

test('[SYNC 5.7] screens that are sent the same, and others between them, each get their own', async () => {
  const writes: string[] = []
  const turn = new Turn()
  const boxes = ['a', 'b', 'c', 'd'].map((name) => outboxOf(name, turn, writes))
  for (const [at, box] of boxes.entries()) {
    box.put('news', false)
    if (at === 2) box.put('more', false)
  }
  await turnIsOver()
  expect(writes).toEqual(['a news', 'b news', 'c news more', 'd news'])
})

test('[SYNC 5.6] whoever is answered hears it after everybody else has been told', async () => {
  const writes: string[] = []
  const turn = new Turn()
  const [buyer, other] = [outboxOf('buyer', turn, writes), outboxOf('other', turn, writes)]
  buyer.put('news', false)
  other.put('news', false)
  buyer.put('answer', true)
  await turnIsOver()
  expect(writes).toEqual(['other news', 'buyer news answer'])
})

test('[SYNC 5.7] what is written at once for a close comes before it, and not a second time', async () => {
  const writes: string[] = []
  const one = outboxOf('one', new Turn(), writes)
  one.put('last words', true)
  one.flush()
  expect(writes).toEqual(['one last words'])
  await turnIsOver()
  expect(writes).toHaveLength(1)
})
