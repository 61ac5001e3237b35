// [S5] Joining a hub where there is no screen yet: two questions on the terminal, and what to compare with the manager's screen. Owns the
// words; the code is read from the terminal, never from the command line, which every program of the machine can see [I42].

import { hostname } from 'node:os'
import { createInterface } from 'node:readline'
import type { JoinProblem } from '../../shared/contract/pairing.ts'
import { fingerprint } from '../../shared/domain/kiosks.ts'
import { openDataFolder } from '../house/data-folder.ts'
import { keepHub } from '../house/network-file.ts'
import { systemClock } from '../house/world.ts'
import type { FoundHub } from '../engine/ports.ts'
import { type HubFinder, type Told, hubsAmong } from '../lan/hub-finder.ts'
import { joinHub } from '../lan/join-hub.ts'
import type { SecretShelf } from '../house/secret-shelf.ts'
import { openIdentity } from '../lan/identity.ts'
import type { HubAddress } from '../lan/pinned-socket.ts'

export class NotJoined extends Error {}

const problems: Readonly<Record<JoinProblem, string>> = {
  'wrong-code': 'That is not the code of this hub.',
  closed: 'The hub is not expecting a kiosk: its manager adds one under Manage › Kiosks.',
  declined: 'The manager did not let this kiosk in.',
  malformed: 'The hub did not understand: is it the same version?',
  impostor: 'Whatever answers there does not know the code: it is not the hub that you were told of.',
  unreachable: 'No hub answers there.',
  'wrong-hub': 'No hub answers there.',
}

/** Rejects with `NotJoined`, and nothing is kept then. `finder`: looks for hubs where no address was given. */
export async function joinFromTerminal(
  asked: HubAddress | 'find',
  { data, shelf }: { readonly data: string; readonly shelf: SecretShelf },
  finder: HubFinder | null,
): Promise<void> {
  const folder = openDataFolder(data, shelf)
  const identity = await openIdentity(folder.keys, shelf)
  const terminal = createInterface({ input: process.stdin })
  const lines = terminal[Symbol.asyncIterator]()
  const hub = asked === 'find' ? await chosenOf(lines, finder) : asked
  const code = await answerTo(lines, `The code that the manager of ${hub.host} reads out: `)
  const said = await answerTo(lines, `What this kiosk is called [${hostname()}]: `)
  terminal.close()
  const name = (said.trim() || hostname()).slice(0, 40)
  const joined = await joinHub({ ...hub, code, name }, identity, () =>
    console.log(`The manager now sees ${name}, ${fingerprint(identity.pin)}: waiting to be let in.`),
  )
  if (joined.kind === 'refused') throw new NotJoined(problems[joined.problem])
  keepHub(folder.path, joined.membership, systemClock.nowMs())
}

/** Line by line, so that input typed ahead, or read from a file, is not lost. */
async function answerTo(lines: AsyncIterator<string>, question: string): Promise<string> {
  process.stdout.write(question)
  const { value, done } = await lines.next()
  if (done) throw new NotJoined('Nobody answered.')
  return value
}

/** Hubs answer within a second; a busy network may need a second question. */
const LOOK_MS = 3000

/** Hubs that announce themselves on the network, chosen by number: what they announce is only shown; the code alone proves it. */
async function chosenOf(lines: AsyncIterator<string>, finder: HubFinder | null): Promise<HubAddress> {
  const hubs = await foundBy(finder)
  if (hubs.length === 0)
    throw new NotJoined('No hub was found on this network: say its address, like --join 192.168.1.5:8481.')
  for (const [at, { name, host, port, key }] of hubs.entries())
    console.log(`  ${at + 1}  ${name}  ${host}:${port}  ${fingerprint(key)}`)
  const answer = await answerTo(lines, 'Which one? [1]: ')
  const hub = hubs[Number(answer.trim() || 1) - 1]
  if (!hub) throw new NotJoined(`There is no hub number ${answer}.`)
  return hub
}

async function foundBy(finder: HubFinder | null): Promise<readonly FoundHub[]> {
  let told: readonly Told[] = []
  const end = finder?.look((now) => (told = now))
  if (end) await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  end?.()
  return hubsAmong(told, null)
}
