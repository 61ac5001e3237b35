// V14: a hub and a kiosk whose clocks are wrong: off by a day or since 1970, too fast, too slow, set back, set forward, asleep
// for hours. Owns what a hold and its countdown may do meanwhile, measured in true time; must never read this machine's clock.

import { spawnSync } from 'node:child_process'
import { FrameClient } from '../src/shared/contract/frame-client.ts'
import type { Output } from '../src/shared/contract/operations.ts'
import { PROTOCOL_VERSION } from '../src/shared/contract/wire.ts'
import type { CartId, CommandId } from '../src/shared/domain/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../src/shared/lib/time.ts'
import { wakesUnderFaketime } from './clocks-process.ts'
import { Dice } from './dice.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'
import { ClockHub } from './clocks-hub.ts'
import { Machine } from './sim/machine.ts'
import { World } from './sim/world.ts'

const HOLD_MS = 5 * MINUTE_MS
const GRACE_MS = 30 * SECOND_MS
/** For rounding, and the time between two looks of the alarm clock [I6]. */
const SLACK_MS = 31 * SECOND_MS
const TODAY_MS = Date.UTC(2026, 10, 21, 18)

/** What may be wrong with a clock from the beginning. */
/** A day ahead, a day behind, and at 1970, as on a machine whose battery is empty. */
const offsets = [0, DAY_MS, -DAY_MS, -TODAY_MS] as const
const rates = [1, 1.1, 0.9] as const
/** What happens to a clock while a hold runs. `asleep`: in true time. */
const events = [
  'nothing',
  'set back an hour',
  'winter begins',
  'summer begins',
  'set ahead a day',
  'asleep for eight hours',
] as const

export const clocksProof: Proof = {
  name: 'clocks',
  rule: 'V14',
  about: 'holds end and countdowns count by the hub’s time, whatever the clocks of hub and kiosk say',
  round: 'scenario',
  rounds: { push: 60, proof: 1000, release: 1000 },
  missing: () => null,
  run,
}

async function run({ rounds, seed, size, folder, say }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const dice = new Dice(seed)
  for (let round = 1; round <= rounds; round += 1) {
    const what = `scenario ${round} of seed ${seed}`
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await tally.guard(what, () => scenario(dice, tally, what))
  }
  tally.expectSome('holds', 'seats free again', 'countdowns compared', ...events)
  if (size === 'push') return tally.outcome
  const hasFaketime = spawnSync('faketime', ['--version']).status === 0
  if (hasFaketime) await tally.guard('faketime', () => wakesUnderFaketime(folder, tally))
  else say('  faketime is not installed: no real process was started on a wrong clock')
  return tally.outcome
}

type Told = Output<'hold-seats'>['booking']

async function scenario(dice: Dice, tally: Tally, what: string): Promise<void> {
  const world = new World()
  const machineOf = () => {
    const machine = new Machine(world, TODAY_MS + dice.pick(offsets))
    machine.go(dice.pick(rates))
    return machine
  }
  const machine = machineOf()
  const kiosk = new Countdown(machineOf())
  const hub = new ClockHub(machine, what)
  const wrong = (problem: string) => tally.violate(`${what}: ${problem}`)
  const held = await hold(hub, world, 'first')
  if (!held) return wrong('a free seat could not be held')
  tally.count('holds')
  if (held.expiresAtMs - held.reservedAtMs !== HOLD_MS)
    wrong(`[I7] a hold of ${held.expiresAtMs - held.reservedAtMs} ms`)
  kiosk.hear(hub.nowMs())
  const event = dice.pick(events)
  tally.count(event)
  await world.runUntil(world.nowMs + dice.below(HOLD_MS / 2))
  const isBeforeTime = await happen(event, { machine, kiosk, world, dice })
  const shownMs = held.expiresAtMs - kiosk.nowMs()
  const leftMs = held.expiresAtMs - hub.nowMs()
  // Otherwise the machine slept, or its time leapt past the end: the hub's next message corrects it, as it does any screen.
  if (isBeforeTime && Math.abs(shownMs - leftMs) > HOLD_MS * 0.25)
    wrong(`the kiosk shows ${shownMs} ms, the hub has ${leftMs}`)
  kiosk.hear(hub.nowMs())
  if (Math.abs(held.expiresAtMs - kiosk.nowMs() - leftMs) > 1)
    wrong('the kiosk heard the hub’s time and shows another')
  tally.count('countdowns compared')
  if (isBeforeTime && leftMs > SECOND_MS && (await hold(hub, world, 'early')))
    wrong('a seat was taken out of a hold that runs')
  const beforeMs = hub.nowMs()
  // By the hub's own clock, awake: at a rate of 0.9 this takes a tenth longer in true time.
  await world.runUntil(world.nowMs + (HOLD_MS + GRACE_MS + SLACK_MS) / 0.9)
  if (hub.nowMs() < beforeMs) wrong('[I11] the house’s time went back')
  if (!hub.toldFree) wrong('[I6] no screen was told that the hold is over')
  if (await hold(hub, world, 'late')) tally.count('seats free again')
  else wrong('[I6] a hold outlived its time, its grace and the look after it')
  for (const finding of hub.findings()) wrong(finding)
  hub.close()
}

async function hold(hub: ClockHub, world: World, cart: string): Promise<Told | null> {
  const asked = hub.hold(cart as CartId, `${cart}-command` as CommandId)
  await world.runUntil(world.nowMs + 1)
  const answer = await asked
  return answer.kind === 'done' ? answer.value.booking : null
}

interface Stage {
  readonly machine: Machine
  readonly kiosk: Countdown
  readonly world: World
  readonly dice: Dice
}

/** To the hub, the kiosk or both. False: by the hub's time the hold's time is over. */
async function happen(
  event: (typeof events)[number],
  { machine, kiosk, world, dice }: Stage,
): Promise<boolean> {
  const both = dice.pick([[machine], [kiosk.machine], [machine, kiosk.machine]])
  const step = (ms: number) => {
    for (const one of both) one.step(ms)
    return !(both.includes(machine) && ms >= HOLD_MS)
  }
  if (event === 'set back an hour' || event === 'winter begins') return step(-HOUR_MS)
  if (event === 'summer begins') return step(HOUR_MS)
  if (event === 'set ahead a day') return step(DAY_MS)
  if (event === 'nothing') return true
  for (const one of both) one.sleep()
  await world.runUntil(world.nowMs + 8 * HOUR_MS)
  for (const one of both) one.wake()
  await world.runUntil(world.nowMs + SECOND_MS)
  return false
}

/** The hub's time as a kiosk on this machine knows it: the product's own frame client with a clock that never steps. */
class Countdown {
  readonly machine: Machine
  readonly #client: FrameClient
  #give: (frame: unknown) => void = () => {}

  constructor(machine: Machine) {
    this.machine = machine
    const began = machine.wallMs - machine.passedMs
    const pipe = {
      send: () => {},
      onFrame: (hear: (frame: unknown) => void) => (this.#give = hear),
      onLost: () => {},
    }
    this.#client = new FrameClient(pipe, () => began + machine.passedMs)
  }

  hear(hubMs: number): void {
    this.#give({ t: 'welcome', protocol: PROTOCOL_VERSION, nowMs: hubMs })
  }

  nowMs(): number {
    return this.#client.hubNowMs()
  }
}
