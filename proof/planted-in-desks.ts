// Planted bugs in what happens around and after a sale: exchanges, printers' queues, the outbox, alerts, reports, sheets. Owns the changes and
// which test must notice each.

import { type Mutant, one } from './mutant.ts'

const engine = 'src/main/engine'
const domain = 'src/shared/domain'

export const plantedInDesks: readonly Mutant[] = [
  {
    name: 'exchanged seats stay the old booking’s as well',
    rule: 'T4',
    changes: one(
      `${domain}/exchange.ts`,
      'const before = [...opened, ...gone,',
      'const before = [...opened, ...gone.slice(1),',
    ),
    tests: [`${engine}/exchange.test.ts`, `${domain}/exchange.test.ts`],
  },
  {
    name: 'what an exchange hands over is paid back too',
    rule: 'I17',
    changes: one(`${domain}/exchange.ts`, 'backMinor: worth - handedMinor,', 'backMinor: worth,'),
    tests: [`${engine}/exchange.test.ts`, `${domain}/exchange.test.ts`],
  },
  {
    name: 'an exchange for another sum than the seller saw',
    rule: 'T4',
    changes: one(
      `${domain}/exchange.ts`,
      'if (sums.differenceMinor !== request.differenceMinor)',
      'if (false)',
    ),
    tests: [`${engine}/exchange.test.ts`, `${domain}/exchange.test.ts`],
  },
  {
    name: 'what came over in an exchange goes back in cash',
    rule: 'P10',
    changes: one(
      `${domain}/exchange.ts`,
      'origins: over.flatMap((refund) => originsOf(cameBy(refund), refund.amountMinor)),',
      '',
    ),
    tests: [`${engine}/exchange.test.ts`],
  },
  {
    name: 'a paper that did not come is skipped by the next',
    rule: 'T2',
    changes: one(
      `${engine}/print-desk.ts`,
      '({ way }) => laneOf(way) === lane)',
      "({ way, state }) => laneOf(way) === lane && state === 'waiting')",
    ),
    tests: [`${engine}/print-desk.test.ts`],
  },
  {
    name: 'a paper that came out is printed again by the next start',
    rule: 'T2',
    changes: one(`${engine}/waiting-papers.ts`, '      this.#shelf.drop(name)\n', ''),
    tests: [`${engine}/waiting-papers.test.ts`],
  },
  {
    name: 'papers wait for ever',
    rule: 'T2',
    changes: one(`${engine}/waiting-papers.ts`, 'read && read.atMs >= oldestMs', 'read'),
    tests: [`${engine}/waiting-papers.test.ts`],
  },
  {
    name: 'a message that was sent is sent again',
    rule: 'T2',
    changes: one(
      `${domain}/message-delivery.ts`,
      "if (delivery.kind === 'sent') return accept([{ type: 'message-sent', messageId }], {})",
      "if (delivery.kind === 'sent') return accept([], {})",
    ),
    tests: [`${engine}/message-desk.test.ts`, `${domain}/message-delivery.test.ts`],
  },
  {
    name: 'who has paid meanwhile is warned of the end',
    rule: 'H16',
    changes: one(`${domain}/message-delivery.ts`, "booking?.state !== 'reserved' || ", ''),
    tests: [`${engine}/message-desk.test.ts`, `${domain}/message-delivery.test.ts`],
  },
  {
    name: 'two processes send the same message',
    rule: 'T2',
    changes: one(`${engine}/message-desk.ts`, 'if (!post.claim()) return false', 'post.claim()'),
    tests: [`${engine}/message-desk.test.ts`],
  },
  {
    name: 'the office is told at once that much is held',
    rule: 'K3',
    changes: one(`${domain}/alerts.ts`, 'const HELD_MS = 10 * MINUTE_MS', 'const HELD_MS = 0'),
    tests: [`${engine}/alert-desk.test.ts`, `${domain}/alerts.test.ts`],
  },
  {
    name: 'an alert that is over stands for ever',
    rule: 'K3',
    changes: one(`${domain}/alerts.ts`, "before.isRaised ? 'ended' : null", 'null'),
    tests: [`${engine}/alert-desk.test.ts`, `${domain}/alerts.test.ts`],
  },
  {
    name: 'after a new start every steady house is a rush',
    rule: 'K3',
    changes: one(
      `${engine}/alert-desk.ts`,
      "if (showId !== null && kind === 'booking-confirmed')",
      "if (showId !== null && kind === 'none')",
    ),
    tests: [`${engine}/alert-desk.test.ts`],
  },
  {
    name: 'a sale that was moved since is reported as it is today',
    rule: 'A6',
    changes: one(`${engine}/report-facts.ts`, 'if (isSoldBy(event, today)) return', 'return'),
    tests: [`${engine}/report-facts.test.ts`],
  },
  {
    name: 'tickets that were chosen anew before they were paid are reported as they were held',
    rule: 'A6',
    changes: one(`${engine}/report-facts.ts`, 'held.delete(event.bookingId)', ''),
    tests: [`${engine}/report-facts.test.ts`],
  },
  {
    name: 'a customer who bought since goes away with the file that brought them',
    rule: 'A3',
    changes: one(`${engine}/changing-rows.ts`, "of === 'customers' && isUsed(store, Number(id))", 'false'),
    tests: [`${engine}/sheet-desk.test.ts`],
  },
  {
    name: 'who was withdrawn buys on',
    rule: 'A3',
    changes: one(`${engine}/catalogue-reader.ts`, 'row.withdrawn === true', 'false'),
    tests: [`${engine}/sheet-desk.test.ts`],
  },
  {
    name: 'a time that the clock of the venue skips is some other time',
    rule: 'E3',
    changes: one('src/shared/lib/zone-clock.ts', 'atMs + aheadMs(atMs, zone) === wallMs', 'atMs > 0'),
    tests: [`${domain}/spreadsheet/show-sheet.test.ts`, 'src/shared/lib/zone-clock.test.ts'],
  },
  {
    name: 'a file takes a listing off sale under somebody who holds seats',
    rule: 'A3',
    changes: one(`${domain}/spreadsheet/decide-sheet.ts`, 'isTakenOff && isHeld(before.listingId)', 'false'),
    tests: [`${domain}/spreadsheet/sheet.test.ts`],
  },
]
