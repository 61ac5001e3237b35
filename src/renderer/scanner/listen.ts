// The scanner of this page, wherever the focus is: keys come by here before anybody else hears them. Owns the listening and the
// waiting; what is a scan, wedge.ts says; what a scan means, whoever asked for it.

import { scannerSettings } from '../stores/scanner-settings.ts'
import { takesAllNow, tellScan } from '../stores/scans.ts'
import { HeldKeys } from './held-keys.ts'
import { goesOnChoosing, replay, takeBack } from './replay.ts'
import { Wedge } from './wedge.ts'

/** A busy page may run a timer before a key that came first: by so much it waits longer. */
const SLACK_MS = 10
/** A key that came late has others behind it: they are waited for twice as long as it was on its way, and no longer than this. */
const LATE_MAX_MS = 400

const wedge = new Wedge({ ...scannerSettings.getState(), takesAll: false })
const keys = new HeldKeys<KeyboardEvent>(wedge, { replay, takeBack })
let lateMs = 0
let timer: ReturnType<typeof setTimeout> | undefined

function onKeyDown(event: KeyboardEvent): void {
  wedge.settings = { ...scannerSettings.getState(), takesAll: takesAllNow() }
  const heard = keys.hear(event)
  if (!heard) return
  // What was held back before it is typed by now: a choice goes on from there.
  if (heard.isTaken || goesOnChoosing(event)) {
    event.preventDefault()
    event.stopPropagation()
  }
  lateMs = Math.min(LATE_MAX_MS, Math.max(0, performance.now() - event.timeStamp) * 2)
  wait()
  if (heard.scan !== null) tellScan(heard.scan)
}

/** For what comes after a key that is held back, until it is a person's. */
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
