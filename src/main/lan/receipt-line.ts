// [SYNC 4.7] Hands a hub that came back from a backup the receipts of what it confirmed to this kiosk, so that sales that are in nobody's
// copy are named there. Owns when; must never hold up a sale, nor bring one house what another answered.

import type { FrameClient } from '../../shared/contract/frame-client.ts'
import { CHUNK_CHARS, RECEIPTS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import type { Receipt } from '../../shared/domain/lost-sale.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { Clock, Log, Scheduler } from '../engine/ports.ts'
import type { KeptCommands, ReceiptPlace } from '../store/kept-commands.ts'

/** Pause before asking again a hub that has no room, or too much to do. */
const AGAIN_MS = 15 * SECOND_MS

type Hub = Pick<FrameClient, 'callNow' | 'house' | 'connection'>
type Said = Output<'hand-in-receipts'>

export interface ReceiptLineParts {
  readonly hub: Hub
  readonly kept: Pick<KeptCommands, 'receipts'>
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly log: Log
}

export class ReceiptLine {
  readonly #parts: ReceiptLineParts
  #callOff: () => void = () => {}
  /** Number of the current line: a hand-in over an earlier line stops. */
  #turn = 0

  constructor(parts: ReceiptLineParts) {
    this.#parts = parts
  }

  /** Called when the line to the hub opens or is lost. */
  follow(): void {
    this.end()
    const { house, connection } = this.#parts.hub
    if (connection !== 'open' || !house?.waits) return
    this.#begin(house.root)
  }

  end(): void {
    this.#turn += 1
    this.#callOff()
    this.#callOff = () => {}
  }

  #begin(root: string): void {
    const turn = this.#turn
    this.#handIn(root, turn).catch((error: unknown) => {
      this.#parts.log.error({ error: String(error) }, 'receipts could not be handed in')
      this.#again(root, turn)
    })
  }

  async #handIn(root: string, turn: number): Promise<void> {
    const first = await this.#say([], false)
    if (first?.kind !== 'done') return this.#unheard(first, root, turn)
    let after: ReceiptPlace | null = { toldAtMs: first.value.sinceMs, place: 0 }
    while (after && turn === this.#turn) {
      const { receipts, next } = this.#parts.kept.receipts(root, after, RECEIPTS_MAX)
      // oxlint-disable-next-line no-await-in-loop -- one page after the other
      const refused = await this.#page(receipts, next === null, turn)
      if (refused !== 'taken') return this.#unheard(refused, root, turn)
      after = next
    }
  }

  /** Sends one page in as many frames as it takes. */
  async #page(
    receipts: readonly Receipt[],
    isLast: boolean,
    turn: number,
  ): Promise<Answer<Said> | 'taken' | null> {
    const frames = framesOf(receipts)
    for (const [at, frame] of frames.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- the last says that it is the last
      const answer = await this.#say(frame, isLast && at === frames.length - 1)
      if (answer?.kind !== 'done' || turn !== this.#turn) return answer
      if (answer.value.verdicts.includes('no-room')) return answer
      this.#note(frame, answer.value)
    }
    return 'taken'
  }

  #say(receipts: readonly Receipt[], isAll: boolean): Promise<Answer<Said> | null> {
    return this.#parts.hub.callNow('hand-in-receipts', {
      receipts,
      isAll,
    } satisfies Input<'hand-in-receipts'>)
  }

  #note(frame: readonly Receipt[], { verdicts }: Said): void {
    for (const [at, verdict] of verdicts.entries())
      if (verdict !== 'here')
        this.#parts.log.info({ verdict, ...idsOf(frame[at]) }, 'a receipt was handed in')
  }

  /** Where the line is gone, the next one starts over; a house that sells by now needs nothing more. */
  #unheard(answer: Answer<Said> | null, root: string, turn: number): void {
    if (!answer || turn !== this.#turn) return
    const isOver =
      answer.kind === 'refused' && 'problem' in answer.refusal && answer.refusal.problem === 'over'
    if (isOver) return
    this.#parts.log.error({ answer }, 'the hub has not taken receipts')
    this.#again(root, turn)
  }

  #again(root: string, turn: number): void {
    const { scheduler, clock } = this.#parts
    if (turn !== this.#turn) return
    this.#callOff = scheduler.at(clock.nowMs() + AGAIN_MS, () => this.#begin(root))
  }
}

/** Groups receipts that fit into one frame; an empty page is one frame, which says that there is none. */
function framesOf(receipts: readonly Receipt[]): readonly (readonly Receipt[])[] {
  const frames: Receipt[][] = [[]]
  let chars = 0
  for (const receipt of receipts) {
    const own = JSON.stringify(receipt).length
    if (chars > 0 && chars + own > CHUNK_CHARS) {
      frames.push([])
      chars = 0
    }
    frames.at(-1)?.push(receipt)
    chars += own
  }
  return frames
}

function idsOf(receipt: Receipt | undefined): object {
  return receipt ? { bookingId: receipt.bookingId, commandId: receipt.commandId } : {}
}
