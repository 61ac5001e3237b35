// The kiosks of a bench, in a process of their own, so that the hub has its core to itself. Does what crowd.ts says; must never know
// which of two hubs it talks to.

import { machineMs, KioskSocket } from './kiosk-socket.ts'
import type { CrowdDid, CrowdOrder, CrowdReply, Done } from './crowd.ts'
import { newId } from './sellers.ts'
import type { SeatPair } from './seat-pairs.ts'

interface Member {
  readonly socket: KioskSocket
  /** When news of seats arrived. */
  arrivals: number[]
  bytes: number
  onAnswer: ((answer: Done) => void) | null
}

interface Joining {
  readonly from: string
  /** Each kiosk numbers its subscriptions from another start, as kiosks do that have asked for other things before. */
  readonly firstId: number
  readonly topics: readonly object[]
}

const lines = new Map<string, readonly Member[]>()
/** In these payloads the kind stands at the same place: `{"t":"news"…` and `{"t":"answer"…`. */
const KIND_AT = 6
const ANSWER = 'a'.codePointAt(0)
const SEATS = '"delta"'

const doing: {
  readonly [Do in CrowdOrder['do']]: (order: Extract<CrowdOrder, { do: Do }>) => Promise<CrowdDid>
} = {
  open: async ({ line, place, keys, topics }) => {
    const members = await Promise.all(
      keys.map((key, at) => open(place, key, { from: addressOf(at), firstId: at * topics.length, topics })),
    )
    lines.set(line, members)
    return { kind: 'opened' }
  },
  take: ({ line }) => {
    const members = membersOf(line)
    const arrivals = members.map((one) => one.arrivals)
    const bytes = members[0]?.bytes ?? 0
    for (const one of members) Object.assign(one, { arrivals: [], bytes: 0 })
    return Promise.resolve({ kind: 'arrivals', arrivals, bytes })
  },
  sell: async ({ line, showId, sellers, pairs }) => {
    const beganMs = machineMs()
    await Promise.all(
      membersOf(line)
        .slice(0, sellers)
        .map((one, seller) => sellAll(one, showId, shareOf(pairs, seller, sellers))),
    )
    return { kind: 'sold', ms: machineMs() - beganMs }
  },
}

function membersOf(line: string): readonly Member[] {
  const members = lines.get(line)
  if (!members) throw new Error(`no line ${line}`)
  return members
}

/** The hub limits connections per address; every address of 127.0.0.0/8 belongs to this machine. */
function addressOf(at: number): string {
  return `127.0.1.${1 + (at % 250)}`
}

async function open(
  place: Parameters<typeof KioskSocket.open>[0],
  key: Parameters<typeof KioskSocket.open>[1],
  { from, firstId, topics }: Joining,
): Promise<Member> {
  const socket = await KioskSocket.open(place, key, from)
  const member: Member = { socket, arrivals: [], bytes: 0, onAnswer: null }
  let heard = 0
  const all = Promise.withResolvers<void>()
  const look = () => void (heard + socket.pictures >= topics.length && all.resolve())
  socket.onHeard = (texts) => {
    heard += texts.filter((text) => text[KIND_AT] === 'n'.codePointAt(0)).length
    look()
  }
  for (const [at, topic] of topics.entries()) socket.send({ t: 'subscribe', id: firstId + at, topic })
  look()
  await all.promise
  socket.onHeard = (texts, atMs, bytes) => {
    member.bytes += bytes
    let isOfSeats = false
    for (const text of texts) {
      if (text[KIND_AT] === ANSWER)
        member.onAnswer?.((JSON.parse(text.toString()) as { answer: Done }).answer)
      else isOfSeats ||= text.includes(SEATS)
    }
    if (isOfSeats) member.arrivals.push(atMs)
  }
  return member
}

let asked = 0

function ask(member: Member, name: string, input: object): Promise<Done> {
  asked += 1
  member.socket.send({ t: 'call', id: asked, name, input, commandId: newId() })
  return new Promise((resolve) => {
    member.onAnswer = resolve
  })
}

/** As many for each seller: otherwise the one answered fastest would come near the limit of what a kiosk may ask. */
function shareOf(pairs: readonly SeatPair[], seller: number, sellers: number): readonly SeatPair[] {
  return pairs.filter((_, at) => at % sellers === seller)
}

async function sellAll(member: Member, showId: number, own: readonly SeatPair[]): Promise<void> {
  for (const pair of own) {
    const lines = pair.map((seatId) => ({ seatId, ticketTypeId: 0 }))
    const wanted = { showId, cartId: newId(), lines, customerId: null, couponCode: null }
    // oxlint-disable-next-line no-await-in-loop -- a seller has two hands
    const held = await ask(member, 'hold-seats', wanted)
    if (held.kind !== 'done') throw new Error(`not held: ${JSON.stringify(held)}`)
    const { bookingId, totals } = held.value.booking
    const money = { mode: 'CASH', totalMinor: totals.totalMinor, tenderedMinor: totals.totalMinor }
    // oxlint-disable-next-line no-await-in-loop -- the same
    const paid = await ask(member, 'pay-booking', { bookingId, ...money })
    if (paid.kind !== 'done') throw new Error(`not paid: ${JSON.stringify(paid)}`)
  }
}

function reply(said: CrowdReply): void {
  process.send?.(said)
}

process.on('message', (order: CrowdOrder) => {
  doing[order.do](order as never).then(
    (did) => reply(did),
    (error: unknown) => reply({ kind: 'failed', why: String(error) }),
  )
})
process.on('disconnect', () => process.exit())
