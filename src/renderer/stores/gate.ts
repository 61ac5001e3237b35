// The state of this door: the show, the newest answer, the last scans, what is still to be sent to the house. Owns the way from a
// scan to its answer, and to the house if it came too late for one; the house decides what a ticket is, or door-check.ts if the house cannot be asked.

import { createStore } from 'zustand/vanilla'
import type { ShowId } from '../../shared/domain/ids.ts'
import { door as doorRoles } from '../../shared/domain/rights.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { ask, boxOffice, newCommandId } from '../box-office.ts'
import { DoorCheck, type DoorVerdict } from '../door/door-check.ts'
import { type Owed, openDoorMemory } from '../door/door-memory.ts'
import { proveTicket } from '../door/ticket-proof.ts'
import { machineShelf } from './shelf.ts'
import { who } from './who.ts'

export interface DoorScan extends DoorVerdict {
  readonly key: string
  readonly atMs: number
}

interface Gate {
  readonly chosen: ShowId | null
  readonly isMuted: boolean
  /** The answer shown in large print; null when ready for the next ticket. */
  readonly shown: DoorScan | null
  readonly isAsking: boolean
  /** The newest first. */
  readonly recent: readonly DoorScan[]
  readonly owed: readonly Owed[]
}

/** A person holding a ticket under a scanner looks up after this; a reachable house answers in a tenth of it. */
const PATIENCE_MS = 1500
/** Long enough to be read by both sides of the door, and gone before it could be taken for the next ticket's answer. */
const SHOWN_MS = 4 * SECOND_MS
const RECENT = 10
const KEPT_AS = 'guichet.gate'
const KEY_KEPT_AS = 'guichet.door-key'

export const gate = createStore<Gate>(() => ({
  ...kept(),
  shown: null,
  isAsking: false,
  recent: [],
  owed: [],
}))

function kept(): Pick<Gate, 'chosen' | 'isMuted'> {
  try {
    const { chosen, isMuted } = JSON.parse(machineShelf.getItem(KEPT_AS) ?? '{}') as Record<string, unknown>
    return { chosen: typeof chosen === 'number' ? (chosen as ShowId) : null, isMuted: isMuted === true }
  } catch {
    return { chosen: null, isMuted: false }
  }
}

gate.subscribe(({ chosen, isMuted }) => machineShelf.setItem(KEPT_AS, JSON.stringify({ chosen, isMuted })))

const door = new DoorCheck({
  ask: (input, commandId) => ask('check-in', input, commandId),
  isConnected: () => boxOffice.connection === 'open',
  newCommandId,
  nowMs: () => Math.round(boxOffice.hubNowMs()),
  memory: openDoorMemory(),
  publicKey: () => machineShelf.getItem(KEY_KEPT_AS),
  prove: proveTicket,
  patience: () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  onOwed: (owed) => gate.setState({ owed }),
})

let clearing: ReturnType<typeof setTimeout> | undefined

/** Checks a ticket, by its code or its number, at the door of a show. */
export async function scanAtDoor(showId: ShowId, text: string): Promise<void> {
  clearTimeout(clearing)
  gate.setState({ isAsking: true, shown: null })
  const verdict = await door.check(showId, text.trim()).catch(() => notKept)
  const scan: DoorScan = { ...verdict, key: newCommandId(), atMs: boxOffice.hubNowMs() }
  const recent = [scan, ...gate.getState().recent].slice(0, RECENT)
  gate.setState({ isAsking: false, shown: scan, recent })
  clearTimeout(clearing)
  clearing = setTimeout(() => gate.setState({ shown: null }), SHOWN_MS)
  if (owes()) void report()
}

/** If this machine cannot record whom it admits, it admits nobody. */
const notKept: DoorVerdict = {
  answer: 'unchecked',
  isAlone: true,
  number: null,
  ofShowId: null,
  label: null,
  section: null,
  ticketType: null,
  usedAtMs: null,
  refusal: null,
}

/** Where that cannot be written down, it stays in sight. */
export function forgetConflict(owed: Owed): void {
  door.forget(owed.commandId).catch(() => undefined)
}

/** Scans that the house could not take are sent again: a full disk may have room by then. */
const AGAIN_MS = 5 * SECOND_MS

let again: ReturnType<typeof setTimeout> | undefined
let isReporting = false

/** Sends the house the scans it has not got, one round at a time; after a failed one, of the house or of this machine's disk, again. */
async function report(): Promise<void> {
  if (isReporting) return
  isReporting = true
  clearTimeout(again)
  const isDone = await reported().catch(() => false)
  isReporting = false
  if (!isDone) again = setTimeout(() => void report(), AGAIN_MS)
}

async function reported(): Promise<boolean> {
  await door.tellOwed()
  if (owes() && mayLetIn()) await door.handIn()
  return !owes()
}

function owes(): boolean {
  return gate.getState().owed.some(({ conflict }) => conflict === null)
}

/** The house hears this page, and lets whoever is signed in check tickets. */
function mayLetIn(): boolean {
  const { isKnown, isOpen, me } = who.getState()
  return boxOffice.connection === 'open' && isKnown && (isOpen || doorRoles.some((role) => role === me?.role))
}

/** Loads what identifies the house's tickets. */
async function learnKey(): Promise<void> {
  if (!mayLetIn()) return
  const answer = await ask('door-key', {})
  if (answer.kind === 'done') machineShelf.setItem(KEY_KEPT_AS, answer.value.publicKey)
}

function onMeeting(meet: () => void): () => void {
  const ends = [
    boxOffice.watch(meet),
    who.subscribe((now, before) =>
      now.isKnown === before.isKnown && now.me?.staffId === before.me?.staffId ? undefined : meet(),
    ),
  ]
  meet()
  return () => ends.forEach((end) => end())
}

/** Called while a gate is shown; the returned function ends it. */
export function standAtDoor(): () => void {
  return onMeeting(() => void learnKey())
}

// [T3] On every screen: whoever went on to another one, or signed out and left, still owes the house whom this machine let in.
onMeeting(() => void report())
