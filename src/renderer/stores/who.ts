// Who is signed in at this desk, according to the house. Owns the requests and the timers that repeat them; must never lock or
// open anything by itself: the screen shows what the house answered.

import { createStore } from 'zustand/vanilla'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import { office } from '../../shared/domain/rights.ts'
import type { Answer } from '../../shared/contract/port.ts'
import type { SignedInView } from '../../shared/contract/staff-shapes.ts'
import { ask, boxOffice, onTurnedAway } from '../box-office.ts'

export interface Who {
  /** False until the house's first answer. */
  readonly isKnown: boolean
  /** This desk, as the house calls it. */
  readonly desk: KioskId | null
  /** No PINs have been set yet: everybody is the manager. */
  readonly isOpen: boolean
  /** [P6] Card payments are possible here. */
  readonly hasTerminal: boolean
  readonly me: SignedInView | null
  /** The person a locked desk suggests first. */
  readonly lastStaffId: StaffId | null
  /** Somebody else is about to take over; until then `me` stays signed in. */
  readonly isSwitching: boolean
  /** How often the desk changed hands in this window: what one person began must not carry over to the next. */
  readonly turn: number
}

export const who = createStore<Who>(() => ({
  isKnown: false,
  desk: null,
  isOpen: true,
  hasTerminal: false,
  me: null,
  lastStaffId: null,
  isSwitching: false,
  turn: 0,
}))

/** Whether only the sign-in screen is shown. */
export function asksForPin({ isKnown, isOpen, me, isSwitching }: Who): boolean {
  return isKnown && !isOpen && (me === null || isSwitching)
}

/** May see the office's screens; the house decides what may be done there. */
export function isOfOffice({ isOpen, me }: Who): boolean {
  return isOpen || office.some((role) => role === me?.role)
}

/** Works at a gate, and does nothing else here. */
export function isOfGate({ isOpen, me }: Who): boolean {
  return !isOpen && me?.role === 'gate'
}

/** A self-service screen, with nobody behind the counter. */
export function isOfCustomers({ isOpen, me }: Who): boolean {
  return !isOpen && me?.role === 'self-service'
}

/** `askedFirst`: the person to suggest first, as reported by another window of this desk. */
export async function lookWho(askedFirst?: StaffId | null): Promise<void> {
  const answer = await ask('house', {})
  if (answer.kind !== 'done') return
  const { kioskId: desk, actor: me, isOpen, hasTerminal } = answer.value
  settle({ isKnown: true, desk, isOpen, hasTerminal, me }, askedFirst)
}

/** Returns null if they are signed in. */
export async function signIn(
  staffId: StaffId,
  pin: string,
): Promise<Exclude<Answer<never>, { kind: 'done' }> | null> {
  const answer = await ask('sign-in', { staffId, pin })
  if (answer.kind !== 'done') return answer
  settle({ me: answer.value, isOpen: false, isSwitching: false })
  return null
}

/** `lock`: the same person is suggested first when somebody comes back. */
export async function signOut(lock: boolean): Promise<void> {
  const { me } = who.getState()
  const answer = await ask('sign-out', {})
  if (answer.kind !== 'done') return
  leftTo = lock && me ? me.staffId : null
  settle({ me: null }, leftTo)
  leftTo = undefined
}

export function switchStaff(isSwitching: boolean): void {
  who.setState({ isSwitching })
}

/** Runs as soon as somebody is signed in. */
export function onceSignedIn(run: () => void): void {
  const end = who.subscribe(({ me }) => {
    if (me === null) return
    end()
    run()
  })
}

function settle(found: Partial<Who>, askedFirst?: StaffId | null): void {
  const { me: before, lastStaffId: last, turn } = who.getState()
  const isSame = found.me?.staffId === before?.staffId
  const lastStaffId = found.me?.staffId ?? (askedFirst === undefined ? (before?.staffId ?? last) : askedFirst)
  who.setState({ ...found, lastStaffId, ...(!isSame && { isSwitching: false, turn: turn + 1 }) })
  follow(found.me?.lockAtMs ?? null)
}

/** A little later than the house's instant, so that one request is enough. */
const LATER_MS = 50
/** Share of the term: a desk in use reports presence once no more than this share of the term is left, not at every key. */
const TELL_AT = 0.75

let timer: ReturnType<typeof setTimeout> | undefined
let termMs = 0
let isTelling = false

function follow(lockAtMs: number | null): void {
  clearTimeout(timer)
  if (lockAtMs === null) return
  const leftMs = Math.max(0, lockAtMs - boxOffice.hubNowMs())
  termMs = Math.max(termMs, leftMs)
  timer = setTimeout(() => void lookWho(), leftMs + LATER_MS)
}

/** Somebody is there: reported to the house, which alone decides how long the desk stays open. */
export async function tellPresence(): Promise<void> {
  const { me } = who.getState()
  if (isTelling || me?.lockAtMs == null) return
  if (me.lockAtMs - boxOffice.hubNowMs() > termMs * TELL_AT) return
  isTelling = true
  const answer = await ask('stay-signed-in', {})
  isTelling = false
  const now = who.getState().me
  if (answer.kind !== 'done' || !now) return
  who.setState({ me: { ...now, lockAtMs: answer.value.lockAtMs } })
  follow(answer.value.lockAtMs)
}

for (const kind of ['pointerdown', 'keydown'] as const)
  window.addEventListener(kind, () => void tellPresence(), { capture: true, passive: true })
onTurnedAway(() => void lookWho())
// [A7] A changed role, or a dismissed person, takes effect at once, not only when the next step is refused.
boxOffice.subscribe({ kind: 'who' }, () => void lookWho())
// A hub that came back asks everybody to sign in again.
boxOffice.watch((connection) => (connection === 'open' ? void lookWho() : undefined))

/** Windows of one browser are one desk: taking over, locking or leaving in one of them applies to all. */
const windows = new BroadcastChannel('guichet.who')

interface Said {
  /** If omitted, the last person who was there. */
  readonly askedFirst?: StaffId | null
}

/** While this window announces a sign-out: the person to suggest; undefined if there was none. */
let leftTo: StaffId | null | undefined

who.subscribe((now, before) => {
  const isSame = now.me?.staffId === before.me?.staffId && now.isOpen === before.isOpen
  const said: Said = leftTo === undefined ? {} : { askedFirst: leftTo }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
  if (!isSame) windows.postMessage(said)
})

windows.addEventListener('message', ({ data }: MessageEvent<Said>) => void lookWho(data.askedFirst))
