// V4a: a house is killed (SIGKILL) while it sells, and starts again. Owns the record of the answers, which it keeps outside the
// process; must never ask the house what it has promised.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkHouse, lookAt, lostOf } from './checks.ts'
import { Dice } from './dice.ts'
import type { Asked } from './load.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'
import type { Acked, SellerLine, SellerOrders } from './seller-lines.ts'
import { SellerProcess } from './seller-process.ts'

/** A kill falls in the middle of whatever comes after an answer: writing, syncing, telling. */
const AFTER_ACK_MS = 40
const ACKS_MAX = 60
/** After this many a new house is made, so that the checks of all its rows stay short. */
const LIVES = 12

export const killProof: Proof = {
  name: 'kill',
  rule: 'V4a',
  about: 'a house is killed while it sells; started again it knows every answer it gave, and none twice',
  round: 'kill',
  rounds: { push: 20, proof: 1000, release: 10_000 },
  missing: () => null,
  run,
}

async function run({ rounds, seed, folder, say }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const dice = new Dice(seed)
  let story = new Story(join(folder, 'house-0'))
  let seen = 0
  for (let round = 1; round <= rounds; round += 1) {
    // A house with something wrong in it would report it again at every start.
    if (story.lives >= LIVES || tally.violations.length > seen) {
      seen = tally.violations.length
      rmSync(story.data, { recursive: true, force: true })
      story = new Story(join(folder, `house-${round}`))
    }
    const what = `kill ${round} of seed ${seed}`
    // oxlint-disable-next-line no-await-in-loop -- one life after the other
    await tally.guard(what, () => live(story, { dice, tally, isLast: round === rounds }))
    if (round % 100 === 0) say(`  ${round} kills, ${tally.of('answers')} answers`)
  }
  tally.expectSome('answers', 'answers repeated', 'unanswered at the kill')
  return tally.outcome
}

/** What was asked of one house and answered, over all its lives. */
class Story {
  readonly data: string
  readonly asked = new Map<string, Asked>()
  readonly acked = new Map<string, Acked>()
  lives = 0

  constructor(data: string) {
    this.data = data
    mkdirSync(data)
  }

  /** Takes in what one life reported; an answer that differs from the first one is a violation. */
  follow(lines: readonly SellerLine[], tally: Tally): void {
    for (const line of lines) {
      if (line.t === 'asked') this.asked.set(line.asked.id, line.asked)
      if (line.t !== 'acked' && line.t !== 'repeated') continue
      const first = this.acked.get(line.id)
      this.acked.set(line.id, first ?? line)
      tally.count(line.t === 'acked' ? 'answers' : 'answers repeated')
      if (first && first.digest !== line.digest) tally.violate(`${line.id}: ${first.kind}, then ${line.kind}`)
    }
  }
}

interface Life {
  readonly dice: Dice
  readonly tally: Tally
  /** Checked again after its kill: no other life follows. */
  readonly isLast: boolean
}

async function live(story: Story, life: Life): Promise<void> {
  story.lives += 1
  const seller = new SellerProcess(ordersFor(story, life.dice))
  try {
    await sellUntilKilled(story, seller, life)
  } finally {
    await seller.kill()
  }
}

async function sellUntilKilled(
  story: Story,
  seller: SellerProcess,
  { dice, tally, isLast }: Life,
): Promise<void> {
  if (!(await seller.heard('selling'))) throw new Error(`the house did not start again: ${seller.errors}`)
  const said = seller.lines
  const first = said.slice(0, said.findIndex(({ t }) => t === 'selling') + 1)
  story.follow(first, tally)
  for (const line of first) if (line.t === 'open') tally.most('slowest start, ms', line.startMs)
  const missed = [...story.asked.keys()].filter((id) => !story.acked.has(id))
  for (const id of missed) tally.violate(`${id} was sent again and not answered`)
  lookAt(join(story.data, 'house.db'), (store) => {
    checkHouse(store)
    for (const lost of lostOf(store, [...story.acked.values()])) tally.violate(lost)
  })
  await seller.heard('acked', 1 + dice.below(ACKS_MAX))
  await new Promise((resolve) => setTimeout(resolve, dice.roll() * AFTER_ACK_MS))
  const all = await seller.kill()
  story.follow(all.slice(first.length), tally)
  const open = [...story.asked.keys()].filter((id) => !story.acked.has(id))
  tally.count('kills')
  tally.count('unanswered at the kill', open.length)
  if (isLast) lookAt(join(story.data, 'house.db'), (store) => checkHouse(store))
}

function ordersFor({ data, asked }: Story, dice: Dice): SellerOrders {
  const repeat = join(data, 'repeat')
  writeFileSync(repeat, [...asked.values()].map((one) => JSON.stringify(one)).join('\n'))
  const seed = dice.below(2 ** 31)
  return { data, seed, turns: null, restarts: 0, pragmas: null, repeat, acks: null, endsOpen: false }
}
