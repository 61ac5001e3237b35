// A process that sells: opens a house, sends commands from a seed, and writes each one down after its answer. Owns nothing but
// that order (answer first, then the line); must never judge: its parent does.

import { mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { deskActor } from '../src/main/house/open-house.ts'
import type { Engine } from '../src/main/engine/engine.ts'
import { Dice } from './dice.ts'
import { digestOf } from './digest.ts'
import { furnishHall } from './hall.ts'
import { type Asked, Load } from './load.ts'
import { openOwnHouse } from './own-house.ts'
import { openProductHouse } from './product-house.ts'
import type { SellerLine, SellerOrders } from './seller-lines.ts'

const STDOUT = 1
/** Short, so that holds lapse while it sells. */
const HOLD_MS = 700
const AFTER_FAULT_MS = 5
/** Commands that arrive in one turn share a commit. */
const TURN_COMMANDS_MAX = 5

const orders = JSON.parse(process.argv[2] ?? '') as SellerOrders
mkdirSync(orders.data, { recursive: true })
const lines = orders.acks === null ? STDOUT : openSync(orders.acks, 'a')
const dice = new Dice(orders.seed)

function say(line: SellerLine): void {
  writeSync(lines, `${JSON.stringify(line)}\n`)
}

interface Open {
  readonly engine: Engine
  readonly close: () => void
}

function open(): Open {
  const { data, pragmas } = orders
  if (pragmas) {
    const { engine } = openOwnHouse(join(data, 'house.db'), pragmas)
    return { engine, close: () => engine.close() }
  }
  return openProductHouse(data)
}

async function send(engine: Engine, asked: Asked, t: 'acked' | 'repeated'): Promise<void> {
  const { id, kiosk, name, input } = asked
  const answer = await engine.deskFor(deskActor(kiosk)).call(name, input as never, id)
  if (t === 'acked') load.heard(asked, answer)
  if (answer.kind !== 'fault') return say({ t, id, kind: answer.kind, digest: digestOf(answer) })
  // A fault is no answer: the command is as unknown as before. A seller looks at it for a moment.
  say({ t: 'fault', id, reason: answer.reason })
  await new Promise((resolve) => setTimeout(resolve, AFTER_FAULT_MS))
}

async function turn(engine: Engine): Promise<void> {
  const wanted = Array.from({ length: 1 + dice.below(TURN_COMMANDS_MAX) }, () => load.next())
  for (const asked of wanted) say({ t: 'asked', asked })
  await Promise.all(wanted.map((asked) => send(engine, asked, 'acked')))
}

const load = new Load(dice, `s${orders.seed}`)
const { turns, restarts } = orders
let house: Open | null = null
for (let life = 0; life <= restarts; life += 1) {
  house?.close()
  const beganMs = performance.now()
  house = open()
  furnishHall(house.engine, { holdMs: HOLD_MS })
  say({ t: 'open', startMs: Math.round(performance.now() - beganMs) })
  const { engine } = house
  const again = orders.repeat === null ? [] : readFileSync(orders.repeat, 'utf8').split('\n')
  const repeats = again.flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Asked]))
  // oxlint-disable-next-line no-await-in-loop -- one life after the other, one turn after the other
  await Promise.all(repeats.map((asked) => send(engine, asked, 'repeated')))
  say({ t: 'selling' })
  // oxlint-disable-next-line no-await-in-loop -- the same
  for (let left = turns ?? Number.POSITIVE_INFINITY; left > 0; left -= 1) await turn(engine)
}
if (orders.endsOpen) process.kill(process.pid, 'SIGKILL')
house?.close()
