// Ids that sort by creation time (ULID: 48 bits of time, 80 random bits), and the alphabet they share with codes. Owns both;
// must never read a clock or a source of randomness by itself.

/** Crockford's base32: no I, L, O, U, so that people can read it aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_LETTERS = 10
const CHANCE_BYTES = 10

/** The two letters of every ten-bit value, precomputed since every sale writes some ten ids and codes. */
const pairs = Array.from({ length: 1024 }, (_, bits) => `${ALPHABET[bits >>> 5]}${ALPHABET[bits & 31]}`)

/** Eight letters for five bytes; a last byte's missing bits are zero. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    if (bits < 10) continue
    bits -= 10
    text += pairs[value >>> bits]
    value &= (1 << bits) - 1
  }
  if (bits >= 5) {
    bits -= 5
    text += ALPHABET[value >>> bits]
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + ALPHABET[value << (5 - bits)] : text
}

/** Decodes `base32`; null where the text has a letter outside the alphabet. Surplus bits of the last letter are dropped. */
export function bytesOfBase32(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let at = 0
  let bits = 0
  let value = 0
  for (const letter of text) {
    const five = ALPHABET.indexOf(letter)
    if (five < 0) return null
    value = (value << 5) | five
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = value >>> bits
    value &= (1 << bits) - 1
  }
  return bytes
}

/** Makes ids, each greater than the last, so that new rows go to the end of a table whatever the clock says. */
export class Ulids {
  readonly #draw: (count: number) => Uint8Array
  #atMs = -1
  #time = ''
  #chance = new Uint8Array(CHANCE_BYTES)

  constructor(draw: (count: number) => Uint8Array) {
    this.#draw = draw
  }

  /** 26 letters. Within one millisecond, or after the clock went back, the next id is the last one plus one. */
  next(nowMs: number): string {
    if (nowMs > this.#atMs) {
      this.#atMs = nowMs
      this.#time = timeText(nowMs)
      this.#chance = Uint8Array.from(this.#draw(CHANCE_BYTES))
    } else {
      increment(this.#chance)
    }
    return this.#time + base32(this.#chance)
  }
}

function timeText(ms: number): string {
  let text = ''
  for (let rest = ms, letter = 0; letter < TIME_LETTERS; letter += 1) {
    text = (ALPHABET[rest % 32] ?? '0') + text
    rest = Math.floor(rest / 32)
  }
  return text
}

/** The time in a ULID; null: it is not a ULID. */
export function timeOfUlid(id: string): number | null {
  const digits = Array.from(id.slice(0, TIME_LETTERS), (letter) => ALPHABET.indexOf(letter))
  if (id.length < TIME_LETTERS || digits.includes(-1)) return null
  return digits.reduce((time, digit) => time * 32 + digit, 0)
}

/** Adds one, carrying from the last byte; wraps to zero after 2^80 ids. */
function increment(bytes: Uint8Array): void {
  for (let at = bytes.length - 1; at >= 0; at -= 1) {
    const next = ((bytes[at] ?? 0) + 1) & 0xff
    bytes[at] = next
    if (next !== 0) return
  }
}
