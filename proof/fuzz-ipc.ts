// V8: the desktop's own carrier receives what structured cloning can carry and no honest page sends, and frames of foreign pages.
// Owns the far end of the two channels; only Electron is not real, and of that nothing but `ipcMain` is used.

import { EventEmitter } from 'node:events'
import { registerHooks } from 'node:module'
import { IPC_CHANNEL, IPC_HELLO } from '../src/shared/contract/ipc-channel.ts'
import type { FromHub } from '../src/shared/contract/wire.ts'
import { TestHouse } from '../src/main/engine/test-house.ts'
import { Dice } from './dice.ts'
import { makeFrame } from './fuzz/frames.ts'
import { hostileClone } from './fuzz/hostile-clones.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'

const ORIGIN = 'app://guichet'
/** A page that reloads says hello again; and a session accepts only so many commands a second. */
const FRAMES_A_PAGE = 60
/** Of processor time: any longer, and a screen freezes. */
const HANG_MS = 100
/** The share of frames that come from a frame not allowed to send. */
const FOREIGN = 0.1

export const fuzzIpcProof: Proof = {
  name: 'fuzz-ipc',
  rule: 'V8',
  about:
    'whatever structured cloning carries, from our page and from foreign ones: nothing changes, nothing hangs, each is answered',
  round: 'message',
  rounds: { push: 20_000, proof: 500_000, release: 10_000_000 },
  missing: () => null,
  run,
}

interface Main {
  readonly ipc: EventEmitter
  readonly house: TestHouse
  readonly refused: () => number
}

async function run({ rounds, seed, say }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const dice = new Dice(seed)
  const main = await openMain()
  const { sequence } = main.house.engine
  const onRejected = (error: unknown) => tally.violate(`nobody took care of ${String(error)}`)
  process.on('unhandledRejection', onRejected)
  for (let sent = 0; sent < rounds; sent += FRAMES_A_PAGE) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await page(main, {
      many: Math.min(FRAMES_A_PAGE, rounds - sent),
      dice,
      tally,
      what: `seed ${seed}, from ${sent}`,
    })
    if (tally.of('pages') % 1000 === 0) say(`  ${sent} messages`)
  }
  process.off('unhandledRejection', onRejected)
  // [I40] Somebody who reaches for another's booking is recorded, and nothing else.
  const changes = main.house.store
    .all('journal')
    .slice(sequence)
    .filter(({ kind }) => kind !== 'attempt-refused')
  for (const { kind, commandId } of changes) tally.violate(`the house changed: ${kind} by ${commandId}`)
  if (main.refused() === 0) tally.violate('nothing proven: no foreign frame was noticed')
  tally.expectSome('answered', 'cut off', 'from foreign frames')
  return tally.outcome
}

/** The carrier as in the product, with an `ipcMain` of ours. */
async function openMain(): Promise<Main> {
  const ipc = new EventEmitter()
  Object.assign(globalThis, { proofIpcMain: ipc })
  const source = 'export const ipcMain = globalThis.proofIpcMain'
  const url = `data:text/javascript,${encodeURIComponent(source)}`
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      name === 'electron' ? { url, shortCircuit: true } : next(name, context),
  })
  const { serveIpc } = await import('../src/main/carriers/ipc-server.ts')
  hooks.deregister()
  const house = new TestHouse()
  let refused = 0
  serveIpc({
    desk: house.desk('desk-1', 'manager'),
    origin: ORIGIN,
    nowMs: () => house.engine.nowMs(),
    elapsedMs: () => 0,
    log: { error: () => (refused += 1), info: () => {}, debug: () => {} },
  })
  return { ipc, house, refused: () => refused }
}

interface Page {
  readonly many: number
  readonly dice: Dice
  readonly tally: Tally
  readonly what: string
}

async function page({ ipc, house }: Main, { many, dice, tally, what }: Page): Promise<void> {
  const heard: FromHub[] = []
  const mainFrame = { url: `${ORIGIN}/index.html` }
  const sender = {
    mainFrame,
    isDestroyed: () => false,
    send: (_channel: string, frame: FromHub) => heard.push(frame),
    once: () => {},
    // A page that sent something outside the protocol starts again, and says hello.
    reload: () => ipc.emit(IPC_HELLO, { sender, senderFrame: mainFrame }),
  }
  const foreign = {
    url: dice.pick(['https://evil.example/', `${ORIGIN}.evil/`, 'about:blank', `${ORIGIN}/index.html`]),
  }
  ipc.emit(IPC_HELLO, { sender, senderFrame: mainFrame })
  tally.count('pages')
  let answers = 0
  for (let id = 0; id < many; id += 1) {
    const isForeign = dice.isLucky(FOREIGN)
    const { frame, isOfProtocol } = makeFrame(id, dice, hostileClone)
    const senderFrame = isForeign ? (dice.isLucky(0.5) ? foreign : null) : mainFrame
    const cloned: unknown = structuredClone(frame)
    // Frames sent before it are answered before it.
    // oxlint-disable-next-line no-await-in-loop -- one frame after the other
    if (!isForeign && !isOfProtocol) await settle(house)
    const beganMs = workedMs()
    try {
      ipc.emit(IPC_CHANNEL, { sender, senderFrame }, cloned)
    } catch (error) {
      tally.violate(`${what}: ${String(error)} was thrown at ${describe(frame)}`)
    }
    const tookMs = workedMs() - beganMs
    tally.most('slowest, ms', Math.round(tookMs))
    if (tookMs > HANG_MS) tally.violate(`${what}: ${describe(frame)} took ${Math.round(tookMs)} ms`)
    if (isForeign) tally.count('from foreign frames')
    else tally.count(isOfProtocol ? 'answered' : 'cut off')
    if (!isForeign && isOfProtocol) answers += 1
  }
  await settle(house)
  judge(heard, answers, tally, what)
}

async function settle(house: TestHouse): Promise<void> {
  house.scheduler.flush()
  await new Promise((resolve) => setImmediate(resolve))
}

/** Of this thread, so that it does not depend on how busy the machine is. */
function workedMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** A refusal is an answer; a fault is not. */
function judge(heard: readonly FromHub[], answers: number, tally: Tally, what: string): void {
  const given = heard.flatMap((frame) => (frame.t === 'answer' ? [frame.answer] : []))
  if (given.length !== answers) tally.violate(`${what}: ${given.length} of ${answers} were answered`)
  for (const answer of given) {
    tally.count(`answers ${answer.kind}`)
    if (answer.kind === 'fault') tally.violate(`${what}: a fault, ${answer.incidentId}`)
  }
}

function describe(frame: unknown): string {
  try {
    return JSON.stringify(frame).slice(0, 200)
  } catch {
    return String(frame).slice(0, 200)
  }
}
