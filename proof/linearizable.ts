// V5: a hub and kiosks, each a process of its own, over cables that are cut, stopped and slow. What the clients asked and heard
// must be possible one thing after the other, both by the journal's order and by a search that knows nothing of the journal. Owns
// the processes and their end.

import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkHouse, lookAt } from './checks.ts'
import { Dice } from './dice.ts'
import { type LanHub, openLanHub } from './lan-hub.ts'
import { faultsOfOrder, historyOf } from './linear/history.ts'
import type { KioskLine, KioskOrders } from './linear/kiosk.ts'
import { Proxy } from './linear/proxy.ts'
import { type Op, verdictOf } from './linear/search.ts'
import { type Outcome, type Proof, type Size, Tally, type Wish } from './proof.ts'

interface Scale {
  readonly kiosks: number
  readonly clients: number
  readonly opsEach: number
}

/** A release's history has at least 2,000 operations. */
const scales: Readonly<Record<Size, Scale>> = {
  push: { kiosks: 4, clients: 4, opsEach: 30 },
  proof: { kiosks: 6, clients: 5, opsEach: 70 },
  release: { kiosks: 8, clients: 5, opsEach: 60 },
}
/** So few that everybody wants the same ones. */
const SEATS = 16
/** Longer than any history: what ends by the clock is proven elsewhere. */
const HOLD_MS = 3_600_000
const FAULT_EVERY_MS = 350
/** A kiosk that hangs is a violation, not a proof that never ends. */
const PATIENCE_MS = 120_000

export const linearizableProof: Proof = {
  name: 'linearizable',
  rule: 'V5',
  about:
    'a hub and kiosks as processes over bad cables: what all clients heard can have happened in one order',
  round: 'history',
  rounds: { push: 2, proof: 20, release: 1000 },
  missing: () => null,
  run,
}

async function run({ rounds, seed, folder, say, size }: Wish): Promise<Outcome> {
  const tally = new Tally()
  for (let round = 0; round < rounds; round += 1) {
    const own = seed + round
    const what = `history ${own}`
    // oxlint-disable-next-line no-await-in-loop -- one after the other: they time each other's deeds
    await tally.guard(what, () =>
      live(join(folder, String(round)), { seed: own, scale: scales[size], tally }),
    )
    if ((round + 1) % 10 === 0) say(`  ${round + 1} histories, ${tally.of('deeds')} deeds`)
  }
  tally.expectSome('heard done', 'heard refused', 'cables cut', 'cables stopped')
  return tally.outcome
}

interface One {
  readonly seed: number
  readonly scale: Scale
  readonly tally: Tally
}

async function live(folder: string, { seed, scale, tally }: One): Promise<void> {
  const lan = await openLanHub(folder, scale.kiosks, { holdMs: HOLD_MS })
  const proxies = await Promise.all(lan.members.map(() => Proxy.open(lan.port)))
  const files = lan.members.map(({ data }) => join(data, 'history'))
  const faults = trouble(proxies, new Dice(seed), tally)
  try {
    await Promise.all(ordersFor(lan, { proxies, files, seed, scale }).map((orders) => runKiosk(orders)))
  } finally {
    clearInterval(faults)
    for (const proxy of proxies) proxy.close()
    await lan.hub.stop()
  }
  judge(join(lan.data, 'house.db'), files.flatMap(linesIn), tally)
}

interface Cables {
  readonly proxies: readonly Proxy[]
  readonly files: readonly string[]
  readonly seed: number
  readonly scale: Scale
}

function ordersFor({ members }: LanHub, { proxies, files, seed, scale }: Cables): KioskOrders[] {
  const { clients, opsEach } = scale
  return members.map(({ data, membership }, at) => ({
    name: `k${at}`,
    data,
    membership: { ...membership, port: proxies[at]?.port ?? 0 },
    seed: seed * 10 + at,
    clients,
    opsEach,
    seats: SEATS,
    file: files[at] ?? '',
  }))
}

function runKiosk(orders: KioskOrders): Promise<void> {
  const program = join(import.meta.dirname, 'linear', 'kiosk.ts')
  const child: ChildProcess = spawn(process.execPath, [program, JSON.stringify(orders)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  const patience = setTimeout(end, PATIENCE_MS)
  return new Promise((resolve, reject) => {
    child.once('close', (code, signal) => {
      clearTimeout(patience)
      process.off('exit', end)
      if (code === 0) resolve()
      else reject(new Error(`${orders.name} ended with ${signal ?? code}: ${errors}`))
    })
  })
}

/** Something happens to one cable after another; most of it is healed soon. */
function trouble(proxies: readonly Proxy[], dice: Dice, tally: Tally): NodeJS.Timeout {
  return setInterval(() => {
    const proxy = proxies[dice.below(proxies.length)]
    if (!proxy) return
    const what = dice.pick(['cut', 'stopped', 'halved', 'slow'])
    tally.count(`cables ${what}`)
    if (what === 'cut') proxy.cut()
    if (what === 'halved') proxy.halve()
    if (what === 'slow') proxy.delay(dice.below(80))
    if (what === 'stopped') proxy.stop(dice.pick([['up'], ['down'], ['up', 'down']]))
    const healMs = dice.below(4 * FAULT_EVERY_MS)
    // A half-open line goes unnoticed until it is cut for good.
    setTimeout(() => (what === 'halved' ? proxy.cut() : proxy.heal()), healMs).unref()
  }, FAULT_EVERY_MS)
}

function linesIn(file: string): KioskLine[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line) as KioskLine]))
}

function judge(database: string, lines: readonly KioskLine[], tally: Tally): void {
  const { ops, notSent, strange } = historyOf(lines)
  tally.count('histories')
  tally.count('deeds', ops.length)
  tally.count('not sent', notSent)
  for (const { outcome } of ops) tally.count(`heard ${outcome === 'unknown' ? 'nothing' : outcome}`)
  for (const one of strange) tally.violate(`an answer to another question: ${one}`)
  lookAt(database, (store) => {
    checkHouse(store)
    for (const fault of faultsOfOrder(ops, store)) tally.violate(`I27 by the journal: ${fault}`)
  })
  const bySeat = Map.groupBy(ops, ({ seat }) => seat)
  for (const [seat, own] of bySeat) judgeSeat(seat, own, tally)
}

function judgeSeat(seat: number, ops: readonly Op[], tally: Tally): void {
  const verdict = verdictOf(ops)
  tally.count('seats searched')
  if (verdict !== 'linearizable') tally.violate(`I27 by search: what was heard of seat ${seat} is ${verdict}`)
}
