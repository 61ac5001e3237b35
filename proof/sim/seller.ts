// Somebody who sells at a simulated kiosk: asks, waits, asks again or walks away, signs in when told to. Owns what is asked next;
// must never know of faults except from what the screen is told.

import type { CommandId } from '../../src/shared/domain/ids.ts'
import type { Answer } from '../../src/shared/contract/port.ts'
import type { Dice } from '../dice.ts'
import { type Asked, Load } from '../load.ts'
import { deskPin, deskStaffId } from './house-image.ts'
import type { KioskLife, SimKiosk } from './kiosk.ts'
import type { Witness } from './witness.ts'

/** From a quick seller to one who talks with the customer. */
const PAUSE_MS = { least: 200, most: 9000 }
/** How many of the hall's seats everybody wants. */
const WANTED_SEATS = 26
/** More commands than any person sends: a stuck key, or all windows at once. */
const FLOOD = 130

export class Seller {
  readonly #kiosk: SimKiosk
  readonly #dice: Dice
  readonly #load: Load
  readonly #witness: Witness
  readonly #onAnswer: (asked: Asked, answer: Answer<unknown>, at: KioskLife) => void
  #isSelling = true
  #signIns = 0

  constructor(
    kiosk: SimKiosk,
    dice: Dice,
    witness: Witness,
    onAnswer: (asked: Asked, answer: Answer<unknown>, at: KioskLife) => void,
  ) {
    this.#kiosk = kiosk
    this.#dice = dice
    this.#load = new Load(dice, kiosk.name, WANTED_SEATS)
    this.#witness = witness
    this.#onAnswer = onAnswer
  }

  begin(): void {
    const { least, most } = PAUSE_MS
    this.#kiosk.machine.world.after(least + this.#dice.roll() * (most - least), () => {
      if (!this.#isSelling) return
      if (this.#kiosk.now && !this.#kiosk.machine.isAsleep) this.#ask(this.#load.next(), this.#kiosk.now)
      this.begin()
    })
  }

  stop(): void {
    this.#isSelling = false
  }

  /** A person arrives, whoever was there before. */
  arrive(): void {
    if (this.#kiosk.now) this.#signIn(this.#kiosk.now)
  }

  flood(): void {
    const { now } = this.#kiosk
    if (now) for (let at = 0; at < FLOOD; at += 1) this.#ask(this.#load.next(), now)
  }

  #ask(asked: Asked, at: KioskLife): void {
    const { world } = this.#kiosk.machine
    world.say(`${this.#kiosk.name} asks ${asked.id} ${asked.name}`)
    this.#witness.ask(asked.id)
    void at.office.call(asked.name, asked.input as never, asked.id).then((answer) => {
      if (at.life.isOver) return
      const code = answer.kind === 'refused' ? answer.refusal.code : answer.kind
      world.say(`${this.#kiosk.name} hears ${asked.id}: ${code}`)
      this.#hear(asked, answer, at)
    })
  }

  #hear(asked: Asked, answer: Answer<unknown>, at: KioskLife): void {
    this.#witness.hear(asked.id, answer)
    this.#load.heard(asked, answer)
    this.#onAnswer(asked, answer, at)
    const code = answer.kind === 'refused' ? answer.refusal.code : answer.kind
    if (code === 'SIGN_IN_REQUIRED') this.#signIn(at)
    const isOpen = code === 'fault' || code === 'SIGN_IN_REQUIRED' || code === 'BUSY'
    // Now and then an answered command is sent again too: a key pressed twice.
    if (this.#dice.isLucky(isOpen ? 0.5 : 0.03)) this.#again(asked, at)
  }

  #again(asked: Asked, at: KioskLife): void {
    this.#kiosk.machine.world.after(300 + this.#dice.roll() * 4000, () => {
      if (!at.life.isOver) this.#ask(asked, at)
    })
  }

  #signIn({ office }: KioskLife): void {
    const id = `${this.#kiosk.name}-in-${(this.#signIns += 1)}` as CommandId
    void office.call('sign-in', { staffId: deskStaffId, pin: deskPin }, id)
  }
}
