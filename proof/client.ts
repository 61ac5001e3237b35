// A screen on a real socket, without a page: asks and is answered. Owns the matching of answers; must never repeat by itself.

import { WebSocket } from 'ws'
import type { CommandName, Input, Output } from '../src/shared/contract/operations.ts'
import type { Answer } from '../src/shared/contract/port.ts'

/** The cookie that a link gives, and the address it is for. */
export interface Desk {
  readonly origin: string
  readonly cookie: string
}

export async function enter(link: string): Promise<Desk> {
  const reply = await fetch(link, { redirect: 'manual' })
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0]
  if (cookie === undefined) throw new Error(`the link let nobody in: ${reply.status}`)
  return { origin: new URL(link).origin, cookie }
}

export class Client {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, { name: string; settle: (answer: Answer<never>) => void }>()
  readonly #prefix: string
  #asked = 0

  private constructor(socket: WebSocket, prefix: string) {
    this.#socket = socket
    this.#prefix = prefix
    socket.on('message', (bytes, isBinary) => {
      if (!isBinary) this.#hear(JSON.parse((bytes as Buffer).toString()) as Heard)
    })
    socket.on('close', (code) => this.#fail(`the socket was closed: ${code}`))
  }

  /** `prefix`: of its commands' ids. */
  static open({ origin, cookie }: Desk, prefix: string): Promise<Client> {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/ws`, { origin, headers: { cookie } })
    return new Promise((resolve, reject) => {
      socket.once('error', reject)
      socket.once('message', () => resolve(new Client(socket, prefix)))
    })
  }

  /** Sent before this returns; the promise is its answer. */
  ask<Name extends CommandName>(name: Name, input: Input<Name>): Promise<Answer<Output<Name>>> {
    const id = (this.#asked += 1)
    this.#socket.send(JSON.stringify({ t: 'call', id, name, input, commandId: `${this.#prefix}-${id}` }))
    return new Promise((settle) => this.#waiting.set(id, { name, settle }))
  }

  close(): void {
    this.#socket.removeAllListeners('close')
    this.#socket.terminate()
  }

  #hear(heard: Heard): void {
    if (heard.t !== 'answer') return
    this.#waiting.get(heard.id)?.settle(heard.answer)
    this.#waiting.delete(heard.id)
  }

  /** No answer is a violation here: nothing cuts these sockets. */
  #fail(why: string): void {
    for (const { settle } of this.#waiting.values())
      settle({ kind: 'fault', incidentId: why, reason: 'unreachable' })
    this.#waiting.clear()
  }
}

type Heard =
  | { readonly t: 'answer'; readonly id: number; readonly answer: Answer<never> }
  | { readonly t: 'news' }
