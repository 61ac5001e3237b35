// [A7] The lock of a screen that nobody may leave: started with `--kiosk`, opened by the house's word alone (`leave-kiosk`). Owns which keys
// and which ends of a window are refused while it holds, and what the program ends with; must never ask for a PIN itself, nor keep the system from ending the program.

import type { BoxOffice } from '../../shared/contract/port.ts'
import { startAgain } from './begin-anew.ts'

/** A key as Electron tells it before the page hears of it. */
interface Pressed {
  readonly key: string
  readonly control: boolean
  readonly alt: boolean
  readonly meta: boolean
  readonly shift: boolean
}

interface Refusable {
  preventDefault(): void
}

/** What is held of a window; Electron's BrowserWindow has it. */
export interface HeldWindow {
  on(event: 'close', listener: (event: Refusable) => void): unknown
  on(event: 'system-context-menu', listener: (event: Refusable) => void): unknown
  on(event: 'leave-full-screen' | 'minimize', listener: () => void): unknown
  setKiosk(flag: boolean): void
  restore(): void
  readonly webContents: {
    on(event: 'before-input-event', listener: (event: Refusable, input: Pressed) => void): unknown
    on(event: 'devtools-opened', listener: () => void): unknown
    closeDevTools(): void
  }
}

/** With Ctrl (or Command): close, quit, open, look inside, load again, larger and smaller, save; what a browser has, and a counter has not. */
const withControl: ReadonlySet<string> = new Set([
  'w',
  'q',
  'r',
  'i',
  'j',
  'u',
  'o',
  's',
  'n',
  't',
  'h',
  '+',
  '=',
  '-',
  '_',
  '0',
  'f4',
  'f5',
  'tab',
])
/** With Alt: the window's own menu, its end, the page before and the one after. */
const withAlt: ReadonlySet<string> = new Set([
  'f4',
  ' ',
  'space',
  'tab',
  'arrowleft',
  'arrowright',
  'home',
  'enter',
])
/** Alone: full screen, and the tools of whoever builds the program. */
const alone: ReadonlySet<string> = new Set([
  'f11',
  'f12',
  'browserback',
  'browserforward',
  'browserhome',
  'browserrefresh',
])

/** What is a counter's own (F5 brings a cart back, Ctrl+P prints again) goes on to the page. */
export function isWayOut({ key, control, alt, meta, shift }: Pressed): boolean {
  const name = key.toLowerCase()
  if (alone.has(name)) return true
  if (alt && withAlt.has(name)) return true
  // Ctrl+Shift+C looks at what is under the pointer; Command+M puts a window away.
  if ((control || meta) && ((shift && name === 'c') || (meta && name === 'm'))) return true
  return (control || meta) && withControl.has(name)
}

export class KioskLock {
  readonly #onOpened: () => void
  #isHeld: boolean
  #mayStayEnded: boolean

  /** `onOpened`: a manager opened it, once. */
  constructor(isHeld: boolean, onOpened: () => void) {
    this.#isHeld = isHeld
    this.#mayStayEnded = !isHeld
    this.#onOpened = onOpened
  }

  get isHeld(): boolean {
    return this.#isHeld
  }

  /** The program ends because the system says so, or whoever opened it: its windows may go. */
  letGo(): void {
    this.#isHeld = false
  }

  /** The system ends the program (a signal, its session): whether it starts it again is the system's own affair. */
  allowEnd(): void {
    this.#mayStayEnded = true
  }

  /** What the program ends with. A supervisor leaves ended what ended with 0: a lock that nobody opened must not. */
  get endCode(): number {
    return this.#mayStayEnded ? 0 : startAgain
  }

  /** Every window there is: the seller's and the customer's. */
  hold(window: HeldWindow): void {
    if (!this.#isHeld) return
    const refuse = (event: Refusable) => {
      if (this.#isHeld) event.preventDefault()
    }
    window.on('close', refuse)
    window.on('system-context-menu', refuse)
    window.on('leave-full-screen', () => {
      if (this.#isHeld) window.setKiosk(true)
    })
    window.on('minimize', () => {
      if (this.#isHeld) window.restore()
    })
    const { webContents } = window
    webContents.on('before-input-event', (event, input) => {
      if (isWayOut(input)) refuse(event)
    })
    webContents.on('devtools-opened', () => webContents.closeDevTools())
  }

  /** The same box office, which knows that its screen is locked and is heard when that is over. */
  around(office: BoxOffice): BoxOffice {
    if (!this.#isHeld) return office
    return {
      // With what is told of the way to the hub: that is heard before any house has answered.
      subscribe: (topic, listener) =>
        office.subscribe(topic, (news) => listener(news.kind === 'link' ? { ...news, isKiosk: true } : news)),
      // A number of its own: what was answered to this one once must open nothing again.
      call: async (name, input, commandId) =>
        name === 'leave-kiosk'
          ? this.#heard(await office.call(name, input))
          : office.call(name, input, commandId),
    }
  }

  #heard<Answered extends { readonly kind: string }>(answer: Answered): Answered {
    if (answer.kind === 'done' && this.#isHeld) {
      this.letGo()
      this.#mayStayEnded = true
      this.#onOpened()
    }
    return answer
  }
}
