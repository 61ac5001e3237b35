// The office's house is restored from a backup in the middle of an evening [SYNC 4.7] [SYNC 5.9]: by the restore program, which records it,
// or by copying files, which nobody records. Owns when, what was lost with the replaced files, and who had it; must never hand anything in.

import type Database from 'better-sqlite3'
import { SeededChance } from '../../src/main/engine/test-world.ts'
import { markRestored } from '../../src/main/house/new-recovery.ts'
import { epochOf } from '../../src/main/store/house-epoch.ts'
import { sameBytes } from '../../src/main/store/journal.ts'
import { SqliteStore } from '../../src/main/store/sqlite-store.ts'
import { lastJournalRow } from '../../src/main/store/queries.ts'
import type { Store } from '../../src/main/store/store.ts'
import type { BookingConfirmed } from '../../src/shared/domain/events.ts'
import type { BookingId, CommandId, KioskId } from '../../src/shared/domain/ids.ts'
import { SECOND_MS } from '../../src/shared/lib/time.ts'
import type { Dice } from '../dice.ts'
import type { Tally } from '../proof.ts'
import { soundDisk } from './faulty-store.ts'
import { deskPin, deskStaffId, openCopy, second } from './house-image.ts'
import type { SimHub } from './hub.ts'
import type { SimKiosk } from './kiosk.ts'
import { Life } from './machine.ts'
import { judgeNamed } from './named-sales.ts'
import { lostIn, restoresIn } from './said-of-restores.ts'
import type { Witness } from './witness.ts'

export const ways = ['house restored', 'old files put back'] as const
type Way = (typeof ways)[number]

/** The share of evenings with a restore, and of those the share that people open while kiosks are still missing. */
const CHANCE = { restore: 0.3, override: 0.3, trouble: 0.5, noCopies: 0.5 }
const BACKUP_MS = { least: 10 * SECOND_MS, most: 100 * SECOND_MS }
/** How old a backup is when it is needed. */
const AGE_MS = { least: 3 * SECOND_MS, most: 80 * SECOND_MS }
/** How often, and for how long, a house is checked for being in recovery. */
const LOOK_MS = 20
const WAIT_MOST_MS = 60 * SECOND_MS
/** How often somebody looks at its screen. */
const SEEN_TO_MS = 2 * SECOND_MS
export const IN_RECOVERY = 'trouble in a recovery'
export const NO_COPIES = 'no room for copies'
const SEEN_TO = 'lost sales seen to'
/** After this, people no longer wait for a kiosk that does not come. */
const PATIENCE_MS = 40 * SECOND_MS

interface Parts {
  readonly hub: SimHub
  /** As many as there are by now. */
  readonly kiosks: readonly SimKiosk[]
  readonly witness: Witness
  readonly tally: Tally
  readonly dice: Dice
  readonly isLocked: boolean
  readonly later: (ms: number, work: () => void) => void
}

/** A row that the backup lacks, and the kiosks whose copies had it. */
interface Gone {
  readonly sequence: number
  readonly heldBy: readonly KioskId[]
  /** Kiosks with two machines of which only one has it. */
  readonly heldByOne: readonly KioskId[]
  /** The booking sold by it, and the machines that have its receipt. */
  readonly sold: BookingId | null
  readonly receiptAt: readonly SimKiosk[]
}

export class Restores {
  readonly #parts: Parts
  readonly #gone = new Map<CommandId, Gone>()
  #way: Way | null = null
  #isOpened = false
  /** Shown on screens, but in no kiosk's copy, because their disks had no room: nobody can know of it. */
  #isInNoCopy = false
  #epochBefore = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /**
   * [I28] Screens may go back: to a house that nobody could yet know was put back, or that people opened knowingly, or whose rows
   * are in no copy.
   */
  get mayGoBack(): boolean {
    return this.#way === 'old files put back' || this.#isOpened || this.#isInNoCopy
  }

  /** With some probability, once. */
  plan(): void {
    const { dice, later, hub } = this.#parts
    if (!dice.isLucky(CHANCE.restore)) return
    const way = dice.pick(ways)
    const isOverridden = dice.isLucky(CHANCE.override)
    const ageMs = between(AGE_MS, dice)
    const hasNoCopies = dice.isLucky(CHANCE.noCopies)
    later(between(BACKUP_MS, dice), () => {
      const backup = hub.database.serialize()
      if (hasNoCopies) this.#stopCopies()
      later(ageMs, () => this.#restore(way, backup))
      if (dice.isLucky(CHANCE.trouble)) later(ageMs, () => this.#troubleIn(WAIT_MOST_MS))
      if (isOverridden) later(ageMs + PATIENCE_MS, () => this.open())
    })
  }

  /** No kiosk's disk has room for its copy any more: what is sold from now on is in no copy. */
  #stopCopies(): void {
    const { hub, kiosks, tally } = this.#parts
    tally.count(NO_COPIES)
    hub.machine.world.say(NO_COPIES)
    for (const { mirrorDisk } of kiosks)
      Object.assign(mirrorDisk, { trouble: 'full', failAt: 1, failures: Number.POSITIVE_INFINITY })
  }

  /** Two people open it at their own responsibility, if it still waits. */
  open(): void {
    const { hub, isLocked, tally } = this.#parts
    const { recovery } = hub
    if (!recovery) return
    const first = { staffId: deskStaffId, pin: deskPin }
    const people = isLocked ? { first, second } : { first: null, second: null }
    hub.machine.world.say('two people open the house')
    tally.count('opened by two people')
    this.#isOpened = true
    for (const id of this.#gone.keys()) this.#parts.witness.forgettable.add(id)
    void recovery
      .boxOfficeOf('office' as KioskId)
      .call('open-restored', { reason: 'It has to go on', ...people })
      .catch(() => {})
  }

  /**
   * A recorded restore needs nobody: it waits only for copies that continue it. The exception is two machines with one key, and
   * thus one line: one was turned away, or reported its rows and was then turned off for good (`retired`).
   */
  judgeWait(retired: readonly SimKiosk[]): void {
    const { hub, kiosks, tally } = this.#parts
    if (!hub.recovery) return
    const { kiosks: told, sequence, seen } = hub.recovery.view()
    const words = told.map(({ name, word }) => `${name} ${word}`)
    const isDoubled = told.some(({ word }) => word === 'doubled')
    const isOff = seen > sequence && retired.some(({ copy }) => headOf(copy) >= seen)
    const isLate = isOff && kiosks.every(({ copy }) => headOf(copy) <= sequence)
    if (this.#way === 'house restored' && !isDoubled && !isLate)
      tally.violate(`I29 the restored house still waits: ${words.join(', ')}`)
    this.open()
  }

  /** [I23] Why an answered command may be missing: it was in no copy, or the journal says that it is lost. Null: it must be there. */
  excuseOf(id: CommandId, store: Store): string | null {
    const gone = this.#gone.get(id)
    if (!gone) return this.#parts.witness.forgettable.has(id) ? 'left nothing in the journal' : null
    if (this.#isNamed(gone, store)) return 'named by its receipt'
    const holders = [...gone.heldBy, ...gone.heldByOne]
    const isNamed = restoresIn(store).some(
      ({ reason, seen, missing }) =>
        reason !== null && (seen >= gone.sequence || holders.some((one) => missing.includes(one))),
    )
    if (isNamed && holders.length > 0) return 'named as lost'
    if (gone.heldBy.length > 0 || gone.heldByOne.some((one) => this.#parts.hub.doubled.has(one))) return null
    return gone.heldByOne.length > 0 ? 'on a second machine that did not come' : this.#whyUnnamed(gone)
  }

  #isNamed({ sold }: Gone, store: Store): boolean {
    return lostIn(store).some(({ event }) => event.sale.bookingId === sold)
  }

  /** Null: it should have been named. If files were put back and no copy knows more, nobody can know. */
  #whyUnnamed({ sold, receiptAt }: Gone): string | null {
    if (sold === null) return 'in nobody’s copy'
    const { kiosks, hub } = this.#parts
    if (epochOf(new SqliteStore(hub.database)).epoch === this.#epochBefore)
      return 'nobody knew that it went back'
    const isAlone = (kiosk: SimKiosk) =>
      kiosks.includes(kiosk) && !kiosks.some((one) => one !== kiosk && one.kioskId === kiosk.kioskId)
    if (this.#isOpened || !receiptAt.some(isAlone)) return 'in nobody’s copy, nor on a receipt that came'
    return null
  }

  /** Somebody deals with the lost sales that the screen of a waiting house lists. */
  #seeTo(): void {
    const { hub, isLocked, tally } = this.#parts
    hub.machine.world.after(SEEN_TO_MS, () => this.#seeTo())
    const { recovery } = hub
    const sales = recovery?.view().lost.sales ?? []
    if (!recovery || sales.length === 0) return
    tally.count(SEEN_TO, sales.length)
    hub.machine.world.say(SEEN_TO)
    const person = isLocked ? { staffId: deskStaffId, pin: deskPin } : null
    const bookingIds = sales.map(({ bookingId }) => bookingId)
    void recovery
      .boxOfficeOf('office' as KioskId)
      .call('settle-lost-sales', { bookingIds, note: 'On the list', keepsSeats: true, person })
      .catch(() => {})
  }

  /** [SYNC 4.7] No two houses can be confused: each restore has an epoch of its own, even one that only a kiosk noticed. */
  judge(): void {
    const { hub, tally, kiosks } = this.#parts
    if (this.#way === null) return
    const store = new SqliteStore(hub.database)
    judgeNamed(store, tally)
    const epochs = restoresIn(store).map(({ epoch }) => epoch)
    if (epochs.some((epoch, at) => epoch <= (epochs[at - 1] ?? 1)))
      tally.violate(`SYNC 4.7 a number was given twice: ${epochs.join(', ')}`)
    const isKnown = [...this.#gone.values()].some(({ heldBy }) =>
      kiosks.some(({ kioskId }) => heldBy.includes(kioskId)),
    )
    const isAnother = epochOf(store).epoch > this.#epochBefore
    if (!isAnother && (isKnown || this.#way === 'house restored'))
      tally.violate(`SYNC 5.9 the house went back and nobody said so (${this.#way})`)
    if (isKnown) tally.count(`kiosks knew more: ${this.#way}, ${this.#isOpened ? 'opened' : 'made whole'}`)
  }

  #restore(way: Way, backup: Buffer): void {
    const { hub, tally } = this.#parts
    hub.machine.world.say(way)
    tally.count(way)
    this.#way = way
    for (const { mirrorDisk } of this.#parts.kiosks) Object.assign(mirrorDisk, soundDisk())
    this.#seeTo()
    const before = hub.putInPlace(openCopy(backup))
    const earlier = new SqliteStore(before)
    this.#epochBefore = epochOf(earlier).epoch
    this.#note(earlier, new SqliteStore(hub.database))
    before.close()
    if (way === 'house restored') this.#renumber(new SqliteStore(hub.database))
  }

  /** The hub's disk has no room while it takes in its kiosks' rows, and lines break. */
  #troubleIn(leftMs: number): void {
    const { hub, kiosks, dice, later, tally } = this.#parts
    if (leftMs <= 0) return
    if (!hub.recovery) return later(LOOK_MS, () => this.#troubleIn(leftMs - LOOK_MS))
    tally.count(IN_RECOVERY)
    hub.machine.world.say(IN_RECOVERY)
    Object.assign(hub.disk, { trouble: 'full', failAt: 1 + dice.below(60), failures: 1 + dice.below(6) })
    for (const { cable } of kiosks) if (dice.isLucky(0.3)) later(dice.roll() * SECOND_MS, () => cable.cut())
  }

  #renumber(store: Store): void {
    const chance = new SeededChance(`restore ${this.#parts.dice.below(2 ** 31)}`)
    const world = { clock: new Life(this.#parts.hub.machine), chance }
    store.transaction(() => markRestored(store, this.#epochBefore, world))
  }

  #note(before: Store, backup: Store): void {
    const { witness, kiosks } = this.#parts
    const head = backup.select(lastJournalRow, 1)[0]?.sequence ?? 0
    const reached = reachedBy(kiosks, before)
    const sold = new Map(kiosks.map((kiosk) => [kiosk, kiosk.sold()]))
    for (const { commandId, sequence, kind, body } of before.all('journal')) {
      // Failed attempts are no answers: the same command may have come again, and been carried out.
      if (sequence <= head || kind === 'attempt-refused') continue
      const heldBy = reached.filter(({ least }) => least >= sequence).map(({ kioskId }) => kioskId)
      const byOne = reached.filter(({ least, most }) => least < sequence && most >= sequence)
      const heldByOne = byOne.map(({ kioskId }) => kioskId)
      const confirmed = kind === 'booking-confirmed' ? (JSON.parse(body) as BookingConfirmed).bookingId : null
      const receiptAt = kiosks.filter((kiosk) => sold.get(kiosk)?.has(commandId))
      const earlier = this.#gone.get(commandId)
      const what = { receiptAt, sold: confirmed ?? earlier?.sold ?? null }
      this.#gone.set(commandId, { sequence, heldBy, heldByOne, ...what })
      if (heldBy.length === 0) this.#isInNoCopy = true
      if (heldBy.length === 0 || this.mayGoBack) witness.forgettable.add(commandId)
    }
    // Refusals, and commands without an effect, are not in the copies.
    for (const { commandId } of before.all('command'))
      if (!backup.get('command', commandId) && !this.#gone.has(commandId)) witness.forgettable.add(commandId)
  }
}

function headOf(copy: Database.Database): number {
  return new SqliteStore(copy).select(lastJournalRow, 1)[0]?.sequence ?? 0
}

/**
 * Of two machines with one key the house hears whichever connects first: rows that all of them have will reach it (`least`); for
 * the others it only learns that there is a second machine.
 */
function reachedBy(kiosks: readonly SimKiosk[], house: Store) {
  const machines = Map.groupBy(kiosks, ({ kioskId }) => kioskId)
  return [...machines].map(([kioskId, all]) => {
    const reach = all.map(({ copy }) => reachOf(copy, house))
    return { kioskId, least: Math.min(...reach), most: Math.max(...reach) }
  })
}

/** The last row that a copy has of this house. */
function reachOf(copy: Database.Database, house: Store): number {
  const [head] = new SqliteStore(copy).select(lastJournalRow, 1)
  const ours = head && house.get('journal', head.sequence)
  return ours && sameBytes(ours.hash, head.hash) ? head.sequence : 0
}

function between({ least, most }: { readonly least: number; readonly most: number }, dice: Dice): number {
  return least + dice.roll() * (most - least)
}
