// Keys with their times in, scans out: tells a scanner that types (a keyboard wedge) from a person who types. Owns what is held back
// while that is undecided; must never know a page, a clock or what a scan means.

import { type KeyDown, isModifier, placeName, typedBy } from './wedge-keys.ts'

export interface TimedKey extends KeyDown {
  readonly atMs: number
  /** Auto-repeat of a key held down: no scanner does that. */
  readonly isRepeated: boolean
}

export interface WedgeSettings {
  /** A scanner's next key comes within this. */
  readonly intervalMs: number
  /** The key, by its position, that the scanner sends before each code; null if none. */
  readonly prefix: string | null
  /** Whatever is typed fast is a scan, not only our tickets. People's keys are then delayed by the interval. */
  readonly takesAll: boolean
}

export interface Heard {
  /** The key is not a person's, or not yet known to be: nobody else may act on it. */
  readonly isTaken: boolean
  /** What was held back turned out to be a person's: it is typed first. */
  readonly isReleased: boolean
  /** What was released last turned out to be a scanner's: a busy machine delivered its next key late, as that key's own time shows. */
  readonly isTakenBack: boolean
  readonly scan: string | null
}

/** The beginning of every ticket code of a house (T1). No shortcut and no word begins like this, so it may be held back meanwhile. */
const START = 'GUICHET1/'
/** That many keys in a row at a scanner's speed make a scan: fingers rolling over the keys reach four. */
const FAST_KEYS = 6
/** Our codes have under 200 characters; anything longer is no scanner. */
const LENGTH_MAX = 256
/** The key after a code may come this much later, if the scanner sends it in a step of its own. */
const LATE_SUFFIX_MS = 300

interface Begun {
  readonly text: string
  readonly isPrefixed: boolean
  readonly lastMs: number
}

type State =
  | { readonly is: 'idle' }
  | ({ readonly is: 'held' } & Begun)
  | ({ readonly is: 'released' } & Begun)
  | { readonly is: 'scanning'; readonly text: string; readonly isWhole: boolean; readonly lastMs: number }
  | { readonly is: 'ended'; readonly untilMs: number }

const idle: State = { is: 'idle' }
const passed: Heard = { isTaken: false, isReleased: false, isTakenBack: false, scan: null }
const taken: Heard = { ...passed, isTaken: true }

export class Wedge {
  settings: WedgeSettings
  #state: State = idle

  constructor(settings: WedgeSettings) {
    this.settings = settings
  }

  /** Keys taken last may still turn out to be a person's. */
  get isHolding(): boolean {
    return this.#state.is === 'held'
  }

  /** When to call `pause`; null if nothing is held back. */
  get endsAtMs(): number | null {
    return this.#state.is === 'held' ? this.#state.lastMs + this.settings.intervalMs : null
  }

  /** No key came within the interval: what is held back is a person's. */
  pause(nowMs: number): Heard {
    const state = this.#state
    if (state.is !== 'held' || nowMs - state.lastMs <= this.settings.intervalMs) return passed
    this.#state = { ...state, is: 'released' }
    return { ...passed, isReleased: true }
  }

  hear(key: TimedKey): Heard {
    if (isModifier(key)) return passed
    const { isReleased } = this.pause(key.atMs)
    const heard = this.#next(key)
    return { ...heard, isReleased: isReleased || heard.isReleased }
  }

  #next(key: TimedKey): Heard {
    const state = this.#state
    if (state.is === 'scanning' && key.atMs - state.lastMs <= this.settings.intervalMs)
      return this.#goOn(state, key)
    if (state.is === 'ended' && isSuffix(key) && key.atMs <= state.untilMs) return taken
    if (state.is === 'held' || state.is === 'released') return this.#mayGoOn(state, key)
    // Half a scan is dropped by the first key that comes too late for it.
    return this.#mayBegin(key)
  }

  #goOn({ text, isWhole }: Extract<State, { is: 'scanning' }>, key: TimedKey): Heard {
    if (isSuffix(key)) {
      // Some scanners type two keys after a code, a carriage return and a line feed.
      this.#state = { is: 'ended', untilMs: key.atMs + this.settings.intervalMs }
      return isWhole ? { ...taken, scan: text } : taken
    }
    const typed = isPlain(key) ? typedBy(key) : null
    const isStill = isWhole && typed !== null && text.length < LENGTH_MAX
    const longer = isStill ? text + typed : text
    this.#state = { is: 'scanning', text: longer, isWhole: isStill, lastMs: key.atMs }
    if (!isStill || !isTicket(longer)) return taken
    // A complete ticket needs no key after it; if one comes all the same, it is the scanner's.
    this.#state = { is: 'ended', untilMs: key.atMs + LATE_SUFFIX_MS }
    return { ...taken, scan: longer }
  }

  #mayGoOn(state: Begun & { readonly is: 'held' | 'released' }, key: TimedKey): Heard {
    const isInTime = key.atMs - state.lastMs <= this.settings.intervalMs
    const typed = isPlain(key) && isInTime ? typedBy(key) : null
    const text = state.text + (typed ?? '')
    const isBegun = typed !== null && (state.isPrefixed || this.#isBegun(text))
    const isStillOpen = typed !== null && this.#mayBe(text)
    if (isBegun) this.#state = { is: 'scanning', text, isWhole: true, lastMs: key.atMs }
    else if (isStillOpen) this.#state = { is: 'held', text, isPrefixed: false, lastMs: key.atMs }
    else return { ...this.#mayBegin(key), isReleased: state.is === 'held' }
    return { ...taken, isTakenBack: state.is === 'released' }
  }

  #mayBegin(key: TimedKey): Heard {
    const typed = isPlain(key) ? typedBy(key) : null
    const isPrefixed = !key.isRepeated && placeName(key) === this.settings.prefix
    const isBegun = isPrefixed || (typed !== null && this.#mayBe(typed))
    const text = isPrefixed ? '' : (typed ?? '')
    this.#state = isBegun ? { is: 'held', text, isPrefixed, lastMs: key.atMs } : idle
    return isBegun ? taken : passed
  }

  #isBegun(text: string): boolean {
    return text.toUpperCase() === START || (this.settings.takesAll && text.length >= FAST_KEYS)
  }

  #mayBe(text: string): boolean {
    return this.settings.takesAll || START.startsWith(text.toUpperCase())
  }
}

function isSuffix({ code }: KeyDown): boolean {
  return code === 'Enter' || code === 'NumpadEnter' || code === 'Tab'
}

function isPlain({ ctrlKey, altKey, metaKey, isRepeated }: TimedKey): boolean {
  return !ctrlKey && !altKey && !metaKey && !isRepeated
}

/** Nine parts, the last a signature of 64 bytes: nothing of it can be missing. */
function isTicket(text: string): boolean {
  return /^GUICHET1(\/[^/]+){7}\/[0-9A-Z]{103}$/i.test(text)
}
