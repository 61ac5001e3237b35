// Who is signed in at which kiosk, until when. In memory on purpose: a restart asks everybody for their PIN. Owns the locking of
// a desk that nobody touches, by rule and not by a timer; must never unlock one by itself.

import type { KioskId, StaffId } from '../../shared/domain/ids.ts'

interface SignIn {
  readonly staffId: StaffId
  readonly activeAtMs: number
}

export class SignIns {
  readonly #termMs: number
  readonly #byKiosk = new Map<KioskId, SignIn>()

  constructor(termMs: number) {
    this.#termMs = termMs
  }

  /** Possibly lapsed already: a cheap question before the clock is read. */
  has(kioskId: KioskId): boolean {
    return this.#byKiosk.has(kioskId)
  }

  /** At the very instant of its lapse a desk is locked already. */
  at(kioskId: KioskId, nowMs: number): { readonly staffId: StaffId; readonly lockAtMs: number } | null {
    const found = this.#byKiosk.get(kioskId)
    if (!found) return null
    const lockAtMs = this.lockAtMs(found.activeAtMs)
    if (nowMs < lockAtMs) return { staffId: found.staffId, lockAtMs }
    this.end(kioskId)
    return null
  }

  lockAtMs(activeAtMs: number): number {
    return activeAtMs + this.#termMs
  }

  begin(kioskId: KioskId, staffId: StaffId, nowMs: number): void {
    this.#byKiosk.set(kioskId, { staffId, activeAtMs: nowMs })
  }

  /** Somebody is there: the term starts again. A lapsed desk stays locked. */
  touch(kioskId: KioskId, nowMs: number): void {
    const found = this.at(kioskId, nowMs)
    if (found) this.begin(kioskId, found.staffId, nowMs)
  }

  end(kioskId: KioskId): void {
    this.#byKiosk.delete(kioskId)
  }

  /** A new PIN signs its owner out everywhere except at the desk where it was set. */
  endElsewhere(staffId: StaffId, kioskId: KioskId): void {
    for (const [other, signIn] of this.#byKiosk)
      if (signIn.staffId === staffId && other !== kioskId) this.end(other)
  }
}
