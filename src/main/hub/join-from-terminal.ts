// [S5] Joining a hub where there is no screen yet: two questions on the terminal, and what to compare with the manager's screen. Owns
// the words; the code is read from the terminal, never from the command line, which every program of the machine can see [I42].

import { hostname } from 'node:os'
import { createInterface } from 'node:readline'
import type { JoinProblem } from '../../shared/contract/pairing.ts'
import { fingerprint } from '../../shared/domain/kiosks.ts'
import { openDataFolder } from '../house/data-folder.ts'
import { keepNetwork } from '../house/network-file.ts'
import { joinHub } from '../lan/join-hub.ts'
import { openIdentity } from '../lan/identity.ts'
import type { HubAddress } from '../lan/pinned-socket.ts'

export class NotJoined extends Error {}

const problems: Readonly<Record<JoinProblem, string>> = {
  'wrong-code': 'That is not the code of this hub.',
  closed: 'The hub has no offer to join open: its manager makes one under Manage, Kiosks.',
  declined: 'The manager did not let this kiosk in.',
  malformed: 'The hub did not understand: is it of the same version?',
  impostor: 'Whoever answers there does not know the code: it is not the hub that you were told of.',
  unreachable: 'Nobody answers there as a hub.',
  'wrong-hub': 'Nobody answers there as a hub.',
}

/** Rejects with `NotJoined`, and nothing is kept then. */
export async function joinFromTerminal(hub: HubAddress, data: string): Promise<void> {
  const folder = openDataFolder(data)
  const identity = await openIdentity(folder.keys)
  const terminal = createInterface({ input: process.stdin })
  const lines = terminal[Symbol.asyncIterator]()
  const code = await asked(lines, `The code that the manager of ${hub.host} reads out: `)
  const said = await asked(lines, `What this kiosk is called [${hostname()}]: `)
  terminal.close()
  const name = (said.trim() || hostname()).slice(0, 40)
  const joined = await joinHub({ ...hub, code, name }, identity, () =>
    console.log(`The manager now sees ${name}, ${fingerprint(identity.pin)}: waiting to be let in.`),
  )
  if (joined.kind === 'refused') throw new NotJoined(problems[joined.problem])
  keepNetwork(folder.path, { hub: joined.membership, isShared: false })
}

/** Line by line, so that what is typed ahead, or comes from a file, is not lost. */
async function asked(lines: AsyncIterator<string>, question: string): Promise<string> {
  process.stdout.write(question)
  const { value, done } = await lines.next()
  if (done) throw new NotJoined('Nobody answered.')
  return value
}
