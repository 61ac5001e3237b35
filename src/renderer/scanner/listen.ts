// The scanner of this page, wherever the focus is: keys come by here before anybody else hears them. Owns the listening and the
// waiting; what is a scan, wedge.ts says; what a scan means, whoever asked for it.

import { scannerSettings } from '../stores/scanner-settings.ts'
import { takesAllNow, tellScan } from '../stores/scans.ts'
import { goesOnChoosing, isReplayed, replay, takeBack } from './replay.ts'
import { type Heard, type TimedKey, Wedge } from './wedge.ts'

/** A busy page may run a timer before a key that came first: by so much it waits longer. */
const SLACK_MS = 10
/** A key that came late has others behind it: they are waited for twice as long as it was on its way, and no longer than this. */
const LATE_MAX_MS = 400

const wedge = new Wedge({ ...scannerSettings.getState(), takesAll: false })
let held: KeyboardEvent[] = []
/** Given out last, until another key comes. */
let given: KeyboardEvent[] = []
let lateMs = 0
let timer: ReturnType<typeof setTimeout> | undefined

function onKeyDown(event: KeyboardEvent): void {
  // What an input method is still composing is a person's.
  if (isReplayed(event) || event.isComposing) return
  wedge.settings = { ...scannerSettings.getState(), takesAll: takesAllNow() }
  const heard = wedge.hear(keyOf(event))
  const isTaken = heard.isTaken || (!heard.isReleased && goesOnChoosing(event))
  if (isTaken) {
    event.preventDefault()
    event.stopPropagation()
  }
  lateMs = Math.min(LATE_MAX_MS, Math.max(0, performance.now() - event.timeStamp) * 2)
  follow(heard)
  if (heard.isTaken && wedge.isHolding) held.push(event)
}

function keyOf({ code, shiftKey, ctrlKey, altKey, metaKey, timeStamp, repeat }: KeyboardEvent): TimedKey {
  return { code, shiftKey, ctrlKey, altKey, metaKey, atMs: timeStamp, isRepeated: repeat }
}

function follow({ isReleased, isTakenBack, scan }: Heard): void {
  if (isTakenBack) {
    for (const event of given) takeBack(event)
    held = given
  }
  given = isReleased ? held : []
  if (isReleased || !wedge.isHolding) held = []
  for (const event of given) replay(event)
  clearTimeout(timer)
  const { endsAtMs } = wedge
  if (endsAtMs !== null)
    timer = setTimeout(
      () => follow(wedge.pause(performance.now())),
      endsAtMs - performance.now() + lateMs + SLACK_MS,
    )
  if (scan !== null) tellScan(scan)
}

window.addEventListener('keydown', onKeyDown, { capture: true })
