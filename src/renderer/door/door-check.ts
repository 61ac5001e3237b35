// Checks tickets at a door one after the other: asks the house, or judges by the ticket itself if the house cannot be asked. Owns the
// order and what is sent to the house later; must never admit a ticket that it has not recorded, or send it under another id than the
// first.

import { judgeAlone } from '../../shared/domain/door-alone.ts'
import type { CommandId, ShowId } from '../../shared/domain/ids.ts'
import type { Refusal, RefusalCode } from '../../shared/domain/refusal.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import type { DoorMemory, Owed } from './door-memory.ts'
import type { TicketProof } from './ticket-proof.ts'

type Told = Output<'check-in'>
type Ask = Input<'check-in'>

/** `alone`: admitted without the house. `unchecked`: nobody here can tell what it is. */
export interface DoorVerdict extends Omit<Told, 'answer'> {
  readonly answer: Told['answer'] | 'alone' | 'unchecked' | 'refused'
  /** Decided by this door, not by the house. */
  readonly isAlone: boolean
  readonly refusal: Refusal | null
}

export interface DoorParts {
  readonly ask: (input: Ask, commandId: CommandId) => Promise<Answer<Told>>
  readonly isConnected: () => boolean
  readonly newCommandId: () => CommandId
  readonly nowMs: () => number
  readonly memory: DoorMemory
  /** The house's key; null if it never told this door. */
  readonly publicKey: () => string | null
  readonly prove: (publicKey: string, code: string) => Promise<TicketProof>
  /** Resolves when the person at the door should get an answer. */
  readonly patience: () => Promise<void>
  /** The scans still to be sent to the house have changed. */
  readonly onOwed: (owed: readonly Owed[]) => void
}

/** These pass by themselves: the scan stays owed. Any other would be the same next time, and must hold up no scan behind it. */
const passing: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'SIGN_IN_REQUIRED',
  'NOT_ALLOWED',
  'HUB_AWAY',
  'BUSY',
])

const nothing = {
  number: null,
  ofShowId: null,
  label: null,
  section: null,
  ticketType: null,
  usedAtMs: null,
  refusal: null,
}

export class DoorCheck {
  readonly #parts: DoorParts
  /** One at a time: the second of two equal scans must find what the first has recorded. */
  #last: Promise<unknown> = Promise.resolve()
  #handingIn: Promise<void> | null = null
  /** Scans that the house was asked about without an answer, and that are not owed: show and code, with the id. */
  readonly #unheard = new Map<string, CommandId>()
  /** Let in by the house, when, where this machine could not write it down. */
  readonly #unwritten = new Map<string, number>()

  constructor(parts: DoorParts) {
    this.#parts = parts
  }

  check(showId: ShowId, code: string): Promise<DoorVerdict> {
    const next = this.#last.then(() => this.#check(showId, code))
    this.#last = next.catch(() => undefined)
    return next
  }

  /**
   * A ticket that got no answer is asked again under the id it had: if the house let it in unheard, its first answer is the true one, and
   * a new id would be told "used" of somebody who still stands here.
   */
  async #check(showId: ShowId, code: string): Promise<DoorVerdict> {
    const scan = `${showId}/${code}`
    const unheard = this.#unheard.get(scan)
    const commandId = unheard ?? this.#parts.newCommandId()
    const verdict = await this.#judge({ showId, code }, commandId, unheard !== undefined)
    if (verdict.answer !== 'unchecked') this.#unheard.delete(scan)
    return verdict
  }

  async #judge(asked: Ask, commandId: CommandId, wasAsked: boolean): Promise<DoorVerdict> {
    const { isConnected, ask, patience, nowMs } = this.#parts
    if (!isConnected()) return this.#unasked(asked, commandId, wasAsked)
    const scan = `${asked.showId}/${asked.code}`
    this.#unheard.set(scan, commandId)
    const answer = await Promise.race([ask(asked, commandId), patience().then(() => null)])
    // The request may have reached the house: it is sent later exactly as it was asked, under the same id.
    if (answer === null) return this.#alone(asked, commandId, nowMs())
    // [S3] This kiosk has no line to its hub, and says so of nothing that it has ever sent.
    if (answer.kind === 'refused' && answer.refusal.code === 'HUB_AWAY') {
      this.#unheard.delete(scan)
      return this.#unasked(asked, commandId, false)
    }
    return this.#heard(answer)
  }

  #unasked(asked: Ask, commandId: CommandId, wasAsked: boolean): Promise<DoorVerdict> {
    const scannedAtMs = this.#parts.nowMs()
    return this.#alone(wasAsked ? asked : { ...asked, scannedAtMs }, commandId, scannedAtMs)
  }

  async #heard(answer: Answer<Told>): Promise<DoorVerdict> {
    if (answer.kind === 'refused')
      return { ...nothing, answer: 'refused', isAlone: false, refusal: answer.refusal }
    if (answer.kind === 'fault') return { ...nothing, answer: 'unchecked', isAlone: false }
    const { value } = answer
    const told = { ...value, isAlone: false, refusal: null }
    const isIn = value.answer === 'valid' || value.answer === 'used'
    const house = this.#parts.publicKey()
    if (!isIn || house === null || value.number === null) return told
    const earlier = value.answer === 'valid' ? await this.#owedOf(house, value.number) : null
    if (earlier) return { ...told, answer: 'used', usedAtMs: earlier.scannedAtMs }
    await this.#remember(house, value.number, value.usedAtMs ?? this.#parts.nowMs())
    return told
  }

  /** Let in by this door alone, which the house had not heard yet when it said "valid" of the same ticket just now: it counts one guest. */
  async #owedOf(house: string, number: string): Promise<Owed | null> {
    const { memory } = this.#parts
    try {
      const earlier = (await memory.owed(house)).find((owed) => owed.number === number) ?? null
      if (earlier?.conflict === null) await this.forget(earlier.commandId)
      return earlier
    } catch {
      return null
    }
  }

  /** The house has said who is in: that stands, whatever this machine can write down of it. */
  async #remember(house: string, number: string, atMs: number): Promise<void> {
    await this.#parts.memory
      .remember(house, number, atMs)
      .catch(() => void this.#unwritten.set(`${house}/${number}`, atMs))
  }

  async #seenAtMs(house: string, number: string): Promise<number | null> {
    return this.#unwritten.get(`${house}/${number}`) ?? this.#parts.memory.seenAtMs(house, number)
  }

  async #alone(asked: Ask, commandId: CommandId, scannedAtMs: number): Promise<DoorVerdict> {
    const { memory, prove, publicKey } = this.#parts
    const house = publicKey()
    const isCode = asked.code.includes('/')
    if (house === null || !isCode) return { ...nothing, answer: 'unchecked', isAlone: true }
    const ticket = await prove(house, asked.code)
    const seenAtMs = ticket && (await this.#seenAtMs(house, ticket.number))
    const answer = judgeAlone({ ticket, seenAtMs }, asked.showId)
    const told = { ...nothing, number: ticket?.number ?? null, ofShowId: ticket?.showId ?? null }
    if (answer === 'alone' && ticket) {
      const { number } = ticket
      await memory.owe({ commandId, house, ...withTime(asked, scannedAtMs), number, conflict: null })
      // It is written down, and that is what counts here.
      await this.tellOwed().catch(() => undefined)
    }
    return { ...told, answer, usedAtMs: seenAtMs, isAlone: true }
  }

  async tellOwed(): Promise<void> {
    const house = this.#parts.publicKey()
    if (house !== null) this.#parts.onOwed(await this.#parts.memory.owed(house))
  }

  /** Somebody has seen the conflict, or the house knows of the guest by another scan. */
  async forget(commandId: CommandId): Promise<void> {
    await this.#parts.memory.settle(commandId)
    await this.tellOwed()
  }

  /** Once the house is back: sends what this door admitted alone, one after the other. Stops if the house goes away again. */
  handIn(): Promise<void> {
    this.#handingIn ??= this.#handInAll().finally(() => {
      this.#handingIn = null
    })
    return this.#handingIn
  }

  async #handInAll(): Promise<void> {
    const house = this.#parts.publicKey()
    if (house === null) return
    const open = (await this.#parts.memory.owed(house)).filter(({ conflict }) => conflict === null)
    for (const owed of open) {
      if (!this.#parts.isConnected()) return
      // oxlint-disable-next-line no-await-in-loop -- one by one: a whole evening at once exceeds what a house accepts from a desk
      if (!(await this.#handIn(owed))) return
    }
  }

  /** Resolves to false if the house takes no scan for now. */
  async #handIn(owed: Owed): Promise<boolean> {
    const { memory, ask } = this.#parts
    const answer = await ask(askOf(owed), owed.commandId)
    // What the house fails at may be this one ticket, unless its disk or the way to it fails.
    if (answer.kind === 'fault') return answer.reason === 'bug'
    if (answer.kind === 'refused' && passing.has(answer.refusal.code)) return false
    const conflict = conflictOf(answer)
    await (conflict ? memory.note({ ...owed, conflict }) : memory.settle(owed.commandId))
    await this.tellOwed()
    return true
  }
}

function conflictOf(answer: Exclude<Answer<Told>, { kind: 'fault' }>): Owed['conflict'] {
  if (answer.kind === 'refused') return { answer: 'refused', refusal: answer.refusal }
  const { answer: said, usedAtMs } = answer.value
  return said === 'valid' ? null : { answer: said, usedAtMs }
}

/** The record always has the time; a command that was sent without it is repeated without it. */
function withTime(asked: Ask, scannedAtMs: number) {
  const { showId, code } = asked
  return { showId, code, scannedAtMs, wasAsked: asked.scannedAtMs === undefined }
}

function askOf({ showId, code, scannedAtMs, wasAsked }: Owed): Ask {
  return wasAsked ? { showId, code } : { showId, code, scannedAtMs }
}
