// Every ticket number of a house, eight bytes each, to find duplicates. Owns that form; must never need the numbers as text.

/** `TKT-20261120-1A2B3C4D` */
const form = /^TKT-(\d{8})-([0-9A-F]{8})$/
/** The first day is that of clocks whose battery is empty; day and digits fit into a number's 53 bits until the year 2179. */
const FIRST_DAY = 19_700_000
const DAYS_MAX = 2 ** 21
const DIGITS = 2 ** 32
const ROOM_FIRST = 1024

export class TicketNumbers {
  #keys = new Float64Array(ROOM_FIRST)
  #count = 0

  /** False: not a ticket number. */
  add(number: string): boolean {
    const [, day, digits] = form.exec(number) ?? []
    const days = Number(day) - FIRST_DAY
    if (digits === undefined || days < 0 || days >= DAYS_MAX) return false
    if (this.#count === this.#keys.length) {
      const wider = new Float64Array(2 * this.#keys.length)
      wider.set(this.#keys)
      this.#keys = wider
    }
    this.#keys[this.#count] = days * DIGITS + Number.parseInt(digits, 16)
    this.#count += 1
    return true
  }

  /** The numbers that occur more than once, each listed once. */
  twins(): string[] {
    const sorted = this.#keys.slice(0, this.#count).toSorted()
    const twins = sorted.filter((key, at) => key === sorted[at - 1] && key !== sorted[at - 2])
    return [...twins].map(textOf)
  }
}

function textOf(key: number): string {
  const digits = (key % DIGITS).toString(16).toUpperCase().padStart(8, '0')
  return `TKT-${Math.floor(key / DIGITS) + FIRST_DAY}-${digits}`
}
