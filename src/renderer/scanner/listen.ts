// The scanner of this page, wherever the focus is: keys pass here before anybody else gets them. Owns the listening and the waiting;
// wedge.ts decides what is a scan, and the subscriber what it means.

import { scannerSettings } from '../stores/scanner-settings.ts'
import { takesAllNow, tellScan } from '../stores/scans.ts'
import { HeldKeys } from './held-keys.ts'
import { goesOnChoosing, replay, takeBack } from './replay.ts'
import { Wedge } from './wedge.ts'

/** A busy page may run a timer before a key that came first: the timer waits this much longer. */
const SLACK_MS = 10
/** A late key has others behind it: they are waited for twice as long as it was delayed, but no longer than this. */
const LATE_MAX_MS = 400

const wedge = new Wedge({ ...scannerSettings.getState(), takesAll: false })
const keys = new HeldKeys<KeyboardEvent>(wedge, { replay, takeBack })
let lateMs = 0
let timer: ReturnType<typeof setTimeout> | undefined

function onKeyDown(event: KeyboardEvent): void {
  wedge.settings = { ...scannerSettings.getState(), takesAll: takesAllNow() }
  const heard = keys.hear(event)
  if (!heard) return
  // By now, what was held back before it is typed: a choice in a list continues from there.
  if (heard.isTaken || goesOnChoosing(event)) {
    event.preventDefault()
    event.stopPropagation()
  }
  lateMs = Math.min(LATE_MAX_MS, Math.max(0, performance.now() - event.timeStamp) * 2)
  wait()
  if (heard.scan !== null) tellScan(heard.scan)
}

/** Waits for further keys after one that is held back, until it turns out to be a person's. */
function wait(): void {
  clearTimeout(timer)
  const { endsAtMs } = wedge
  if (endsAtMs !== null)
    timer = setTimeout(
      () => {
        keys.pause(performance.now())
        wait()
      },
      endsAtMs - performance.now() + lateMs + SLACK_MS,
    )
}

window.addEventListener('keydown', onKeyDown, { capture: true })
