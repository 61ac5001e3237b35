// V7: kiosks that were let in send a hub frames that are bent, broken or too many, and strangers try to connect. Owns what must
// come of it: an answer or the end of the line, a count of it, and a house in which nothing changed.

import { join } from 'node:path'
import { checkHouse, lookAt } from './checks.ts'
import { enter } from './client.ts'
import { Dice } from './dice.ts'
import { makeFrame } from './fuzz/frames.ts'
import { HostileKiosk } from './fuzz/hostile-kiosk.ts'
import { hostileBytes, knock, statusFor } from './fuzz/hostile-lines.ts'
import { hostileJson } from './fuzz/values.ts'
import { type LanHub, type Member, openLanHub } from './lan-hub.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'

/** Frames per line: fewer than a screen may send at once, so that each is handled and none is merely put off. */
const FRAMES_A_LINE = 90
/** Kiosks that send at once; each has one line. */
const KIOSKS = 4
/** One stranger for every so many frames. */
const STRANGER_EVERY = 400
const PATIENCE_MS = 10_000
/** More than a screen may send in a moment. */
const FLOOD = 1500
/**
 * What V8 allocates for this many frames before it collects garbage: after three times as many a hub was seen to use less. More is a leak.
 */
const GROWN_MIB_MAX = 400

export const fuzzFramesProof: Proof = {
  name: 'fuzz-frames',
  rule: 'V7',
  about:
    'kiosks send a hub bent, broken and too many frames, and strangers knock: it answers or cuts, and nothing changes',
  round: 'frame',
  rounds: { push: 20_000, proof: 300_000, release: 10_000_000 },
  missing: () => null,
  run,
}

async function run({ rounds, seed, folder, say }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const lan = await openLanHub(folder, KIOSKS, { holdMs: 1000 })
  const desk = await enter(await lan.hub.link())
  const before = await memoryOf(desk.origin)
  const head = headOf(lan)
  try {
    const each = Math.ceil(rounds / KIOSKS)
    const told = (sent: number) =>
      sent >= 50_000 && sent % 50_000 < FRAMES_A_LINE && say(`  ${sent} frames of a kiosk`)
    await Promise.all(
      lan.members.map((member, at) =>
        talk(member, { many: each, dice: new Dice(seed * 10 + at), tally, told }),
      ),
    )
    await strangers(lan, { many: Math.ceil(rounds / STRANGER_EVERY), dice: new Dice(seed), tally })
    await flood(lan, tally)
    await stillThere(lan, tally)
    tally.count('MiB grown', Math.round(((await memoryOf(desk.origin)) - before) / 2 ** 20))
    if (tally.of('MiB grown') > GROWN_MIB_MAX) tally.violate(`the hub grew by ${tally.of('MiB grown')} MiB`)
    await counted(desk.origin, tally)
  } finally {
    await lan.hub.stop()
  }
  judge(lan, head, tally)
  tally.expectSome(
    'answered INVALID_INPUT',
    'cut off',
    'bytes below the protocol',
    'strangers',
    'put off BUSY',
  )
  return tally.outcome
}

interface Talk {
  readonly many: number
  readonly dice: Dice
  readonly tally: Tally
  readonly told?: (sent: number) => unknown
}

async function talk(member: Member, { many, dice, tally, told }: Talk): Promise<void> {
  for (let sent = 0; sent < many; sent += FRAMES_A_LINE) {
    // oxlint-disable-next-line no-await-in-loop -- a kiosk has one line at a time
    const kiosk = await HostileKiosk.open(member)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await tally.guard('a line', () =>
      oneLine(kiosk, { many: Math.min(FRAMES_A_LINE, many - sent), dice, tally }),
    )
    kiosk.end()
    told?.(sent)
  }
}

/** Sends frames of the protocol, each of which is answered; then one that is not, or raw bytes, which end the line. */
async function oneLine(kiosk: HostileKiosk, { many, dice, tally }: Talk): Promise<void> {
  const asked = new Map<number, string>()
  let last: string | null = null
  for (let id = 1; asked.size < many; id += 1) {
    const { frame, isOfProtocol } = makeFrame(id, dice, hostileJson)
    const text = dice.isLucky(0.03) ? broken(JSON.stringify(frame), dice) : JSON.stringify(frame)
    // A frame outside the protocol ends the line, so the last of them is sent at the end.
    if (isOfProtocol && text === JSON.stringify(frame)) {
      asked.set(id, text)
      kiosk.send(text)
    } else last = text
  }
  tally.count('frames', asked.size)
  const closed = await kiosk.answered(asked.size, PATIENCE_MS)
  for (const [, code] of kiosk.answers)
    tally.count(`answered ${code === 'INVALID_INPUT' || code === 'done' ? code : 'otherwise'}`)
  const faults = [...kiosk.answers].filter(([, code]) => code === 'fault')
  for (const [id] of faults) tally.violate(`frame ${id} ended in a fault`)
  if (closed !== null)
    return tally.violate(`closed with ${closed} after ${kiosk.answers.size} of ${asked.size} answers`)
  for (const [id, text] of asked)
    if (!kiosk.answers.has(id)) return tally.violate(`no answer to ${text.slice(0, 200)}`)
  const isBelow = last === null || dice.isLucky(0.3)
  if (isBelow) kiosk.raw(hostileBytes(dice))
  else kiosk.send(last ?? '')
  const code = await kiosk.closed(isBelow ? 50 : PATIENCE_MS)
  tally.count(isBelow ? 'bytes below the protocol' : 'cut off')
  if (!isBelow && code !== 1008 && code !== 1009)
    tally.violate(`a foreign frame ended the line with ${code}: ${(last ?? '').slice(0, 200)}`)
}

/** No longer valid JSON. */
function broken(text: string, dice: Dice): string {
  return text.length < 2 ? '{' : text.slice(0, 1 + dice.below(text.length - 1))
}

async function strangers({ port, members }: LanHub, { many, dice, tally }: Talk): Promise<void> {
  const [member] = members
  for (let at = 0; at < many; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- an address may have only so many sockets open
    await knock(port, dice)
    tally.count('strangers')
  }
  const none = await statusFor(port, {}, '/kiosk')
  if (none !== 401) tally.violate(`somebody without a key heard ${none}`)
  const { key, cert } = member?.identity ?? { key: '', cert: '' }
  const elsewhere = await statusFor(port, { key, cert }, '/elsewhere')
  if (elsewhere !== 403) tally.violate(`a kiosk at no path of ours heard ${elsewhere}`)
}

/** More than it may ask: it is put off, and the line stays open. */
async function flood({ members }: LanHub, tally: Tally): Promise<void> {
  const [member] = members
  if (!member) return
  const kiosk = await HostileKiosk.open(member)
  for (let id = 1; id <= FLOOD; id += 1)
    kiosk.send(JSON.stringify({ t: 'call', id, name: 'house', input: {}, commandId: null }))
  const closed = await kiosk.answered(FLOOD, PATIENCE_MS)
  if (closed !== null) tally.violate(`whoever asked too much was cut off with ${closed}`)
  for (const code of kiosk.answers.values()) if (code === 'BUSY') tally.count('put off BUSY')
  kiosk.end()
}

async function stillThere({ members }: LanHub, tally: Tally): Promise<void> {
  const [, member] = members
  if (!member) return
  const kiosk = await HostileKiosk.open(member)
  kiosk.send(JSON.stringify({ t: 'call', id: 1, name: 'house', input: {}, commandId: null }))
  await kiosk.answered(1, PATIENCE_MS)
  if (kiosk.answers.get(1) !== 'done') tally.violate('the hub does not answer any more')
  kiosk.end()
}

async function memoryOf(origin: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? 0)
}

/** [S3] The hub's metrics show that somebody tried. */
async function counted(origin: string, tally: Tally): Promise<void> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  for (const reason of ['foreign-frame', 'unpaired']) {
    const count = Number(
      new RegExp(`guichet_lan_refused\\{reason="${reason}"\\} (\\d+)`).exec(text)?.[1] ?? 0,
    )
    tally.count(`counted by the hub: ${reason}`, count)
    if (count === 0) tally.violate(`the hub counted no ${reason}`)
  }
}

function headOf({ data }: LanHub): number {
  let head = 0
  lookAt(join(data, 'house.db'), (store) => (head = store.all('journal').length))
  return head
}

function judge({ data }: LanHub, head: number, tally: Tally): void {
  lookAt(join(data, 'house.db'), (store) => {
    checkHouse(store)
    // [I40] Somebody who reaches for another's booking is recorded, and nothing else.
    const changes = store
      .all('journal')
      .slice(head)
      .filter(({ kind }) => kind !== 'attempt-refused')
    for (const { kind, commandId } of changes) tally.violate(`the house changed: ${kind} by ${commandId}`)
  })
}
