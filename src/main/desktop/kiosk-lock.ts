// [A7] The lock of a screen that nobody may leave: started with `--kiosk`, opened only when the house allows it (`leave-kiosk`). Owns
// which keys and which ways of closing a window are refused while it holds, and the program's exit code; must never ask for a PIN itself,
// nor keep the system from ending the program.

import type { BoxOffice } from '../../shared/contract/port.ts'
import { startAgain } from './begin-anew.ts'

/** A key, as Electron reports it before the page gets it. */
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

/** The part of Electron's BrowserWindow that is held. */
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

/** With Ctrl (or Command): close, quit, open, developer tools, reload, zoom, save; what a browser has and a counter does not need. */
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
/** With Alt: the window's own menu, closing it, the page before and the one after. */
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
/** Alone: full screen, and the tools of developers. */
const alone: ReadonlySet<string> = new Set([
  'f11',
  'f12',
  'browserback',
  'browserforward',
  'browserhome',
  'browserrefresh',
])

/** Keys that the counter uses itself (F5 brings a cart back, Ctrl+P prints again) go on to the page. */
export function isWayOut({ key, control, alt, meta, shift }: Pressed): boolean {
  const name = key.toLowerCase()
  if (alone.has(name)) return true
  if (alt && withAlt.has(name)) return true
  // Ctrl+Shift+C inspects what is under the pointer; Command+M minimizes a window.
  if ((control || meta) && ((shift && name === 'c') || (meta && name === 'm'))) return true
  return (control || meta) && withControl.has(name)
}

export class KioskLock {
  readonly #onOpened: () => void
  #isHeld: boolean
  #mayStayEnded: boolean

  /** `onOpened`: called once, when a manager has opened the lock. */
  constructor(isHeld: boolean, onOpened: () => void) {
    this.#isHeld = isHeld
    this.#mayStayEnded = !isHeld
    this.#onOpened = onOpened
  }

  get isHeld(): boolean {
    return this.#isHeld
  }

  /** The program ends because the system says so, or because somebody opened the lock: its windows may close. */
  letGo(): void {
    this.#isHeld = false
  }

  /** The system ends the program (a signal, its session): whether it is started again is the system's own affair. */
  allowEnd(): void {
    this.#mayStayEnded = true
  }

  /** The exit code. A supervisor does not restart what ended with 0: a lock that nobody opened must not end so. */
  get endCode(): number {
    return this.#mayStayEnded ? 0 : startAgain
  }

  /** Called for every window: the seller's and the customer's. */
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

  /** The same box office, which tells the page that its screen is locked, and notices when that ends. */
  around(office: BoxOffice): BoxOffice {
    if (!this.#isHeld) return office
    return {
      // Told together with the state of the line to the hub: that arrives before any house has answered.
      subscribe: (topic, listener) =>
        office.subscribe(topic, (news) => listener(news.kind === 'link' ? { ...news, isKiosk: true } : news)),
      // A new command id each time: an answer kept for an earlier call must not open the lock again.
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
