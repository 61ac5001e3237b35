// A process that prints papers at a house of its own until it is killed, and says each paper that the house confirmed is in the queue.
// Started by killed-printing.test.ts; must never say a paper before the house has answered it.

import { setTimeout as pause } from 'node:timers/promises'
import type { PrintJob } from '../../shared/contract/print-operations.ts'
import { makePrinters } from '../printing/printers.ts'
import { deskActor, openHouse } from './open-house.ts'
import { quietOptions } from './options.ts'

/** Between two papers: about as fast as the printer, so that papers sometimes wait and sometimes do not. */
const PAUSE_MS = 6

const [, , data = '', port = '', life = ''] = process.argv

const house = openHouse(quietOptions(data, { demo: false }), 'test', { printers: makePrinters(null) })
const desk = house.engine.kioskFor(deskActor('desk-1'))
const way = { way: 'escpos', host: '127.0.0.1', port: Number(port), roll: '80mm', tellsState: true } as const
await desk.call('set-printing', {
  ways: { ticket: way, receipt: way, report: way },
  isAutomatic: false,
  opensDrawer: false,
})
// Somebody at the desk who always chooses to try again.
desk.subscribe({ kind: 'printing' }, (news) => {
  if (news.kind !== 'printing') return
  for (const { jobId, state } of news.jobs)
    if (state === 'failed') void desk.call('print-again', { jobId, by: null })
})
for (let count = 1; ; count += 1) {
  const title = `${life}-${count}`
  const lines = Array.from({ length: 40 }, () => ({ kind: 'line', text: `paper ${title}` }) as const)
  const job: PrintJob = { title, sheet: '80mm', papers: [lines], html: null, heightMm: 1, opensDrawer: false }
  const text = JSON.stringify(job)
  // oxlint-disable-next-line no-await-in-loop -- one paper after the other, as from a desk
  const answer = await desk.call('print', { jobId: title, role: 'ticket', index: 0, count: 1, text })
  if (answer.kind === 'done') process.stdout.write(`${title}\n`)
  // oxlint-disable-next-line no-await-in-loop -- the same
  await pause(PAUSE_MS)
}
