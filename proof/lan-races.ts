// V6 over the LAN: the same races by joined kiosks, each with its own file, its own copy of the house and its own line of pinned
// TLS. Owns the kiosks; who must win is stated where the races are.

import { join } from 'node:path'
import type { BoxOffice } from '../src/shared/contract/port.ts'
import type { CommandId } from '../src/shared/domain/ids.ts'
import { type JoinedKiosk, openKiosk } from '../src/main/lan/open-kiosk.ts'
import { checkHouse, lookAt } from './checks.ts'
import { Dice } from './dice.ts'
import { openLanHub } from './lan-hub.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'
import { type Racer, raceForDeadlines, raceForSeats, raceSpans } from './races.ts'

/** Longer than fifty commands take on a busy machine: the winner's hold must not have ended before the last racer is answered. */
const HOLD_MS = 10_000
/** A hub accepts only so many lines from one address; fifty racers share these. */
const KIOSKS = 5
const RACERS = 50
/** A line may carry 50 commands a second; a race takes ten of them, and the winner's cancellation one more. */
const RACE_EVERY_MS = 260

export const lanRacesProof: Proof = {
  name: 'lan-races',
  rule: 'V6',
  about:
    'the same races by joined kiosks over TLS: fifty for one seat, and who pays against who takes at the deadline',
  round: 'race of each kind',
  rounds: { push: 10, proof: 1000, release: 10_000 },
  missing: () => null,
  run,
}

async function run({ rounds, seed, folder }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const lan = await openLanHub(folder, KIOSKS, { ...raceSpans, holdMs: HOLD_MS })
  const kiosks: JoinedKiosk[] = []
  try {
    // oxlint-disable-next-line no-await-in-loop -- each makes files of its own
    for (const { data, membership } of lan.members)
      kiosks.push(await openKiosk({ data }, membership, 'proof', () => null))
    await Promise.all(kiosks.map(({ office }) => isOpen(office)))
    const racers = kiosks.flatMap(({ office }, at) => racersAt(office, `k${at}`))
    await raceForSeats(racers, { rounds, everyMs: RACE_EVERY_MS, tally })
    const crowd = {
      payers: racers.slice(0, RACERS / 2),
      takers: racers.slice(RACERS / 2),
      dice: new Dice(seed),
    }
    await raceForDeadlines(crowd, { rounds, tally })
    for (const { office } of kiosks)
      if (office.connection !== 'open') tally.violate('a kiosk has lost its line')
  } finally {
    for (const kiosk of kiosks) kiosk.close()
    await lan.hub.stop()
  }
  await tally.guard('the house afterwards', () => lookAt(join(lan.data, 'house.db'), checkHouse))
  tally.expectSome('a seat won', 'refused SEAT_NOT_AVAILABLE', 'the holder paid', 'the other took it')
  return tally.outcome
}

function isOpen(office: JoinedKiosk['office']): Promise<void> {
  return new Promise((resolve) => {
    if (office.connection === 'open') return resolve()
    office.watch((connection) => connection === 'open' && resolve())
  })
}

/** The racers of one kiosk, as if in several windows. */
function racersAt(office: BoxOffice, name: string): Racer[] {
  return Array.from({ length: RACERS / KIOSKS }, (_, at) => {
    let asked = 0
    return {
      ask: (command, input) => office.call(command, input, `${name}-${at}-${(asked += 1)}` as CommandId),
    }
  })
}
