import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PrintJob, PrintStrip } from '../../shared/contract/print-operations.ts'
import { escposBytes } from './escpos.ts'
import { FakePrinter, type Mood, fine } from './fake-printer.fixture.ts'
import { makePrinters } from './printers.ts'
import { printOverTcp } from './tcp-printer.ts'

let printer: FakePrinter
beforeEach(async () => {
  printer = await FakePrinter.start()
})
afterEach(() => printer.stop())

/** Short, so that a test of patience does not take long. */
const patience = { connectMs: 300, statusMs: 150, stallMs: 300, bytesAMs: 20 }
const jobOf = (papers: readonly (readonly PrintStrip[])[], opensDrawer = false): PrintJob => {
  return { title: 'Test', sheet: '80mm', papers, html: null, heightMm: 100, opensDrawer }
}
const at = (tellsState: boolean) => ({ host: '127.0.0.1', port: printer.port, tellsState })
const print = (job: PrintJob, tellsState = true) =>
  printOverTcp(at(tellsState), escposBytes(job, '80mm'), patience)

test('[T2] words, sums, codes, the drawer and the cut come out as they were meant', async () => {
  const paper: readonly PrintStrip[] = [
    { kind: 'title', text: 'The Glass Orchard' },
    { kind: 'huge', text: 'C12' },
    { kind: 'pair', start: 'Total', end: 'INR 200.00', isStrong: true },
    { kind: 'rule' },
    { kind: 'code', text: 'GUICHET1/TKT-20261120-1A2B3C4D', name: 'Code' },
    { kind: 'mark', text: 'COPY 1' },
    { kind: 'line', text: 'Thank you', look: 'middle' },
  ]
  expect(await print(jobOf([paper], true))).toBeNull()
  expect(printer.papers).toEqual([
    [
      { kind: 'drawer' },
      { kind: 'words', text: 'The Glass Orchard', isStrong: true, size: 1 },
      { kind: 'words', text: expect.stringMatching(/^\s*C12$/), isStrong: true, size: 2 },
      { kind: 'words', text: `Total${' '.repeat(48 - 15)}INR 200.00`, isStrong: true, size: 1 },
      { kind: 'words', text: '-'.repeat(48), isStrong: false, size: 1 },
      { kind: 'code', text: 'GUICHET1/TKT-20261120-1A2B3C4D', moduleDots: 5 },
      { kind: 'words', text: expect.stringMatching(/COPY 1/), isStrong: true, size: 2 },
      { kind: 'words', text: expect.stringMatching(/^ +Thank you$/), isStrong: false, size: 1 },
      { kind: 'cut' },
    ],
  ])
})

test('[T2] words that leave no room for their sum keep a line of their own, and nothing is cut off', async () => {
  const start = 'Row with a very long name of a section indeed'
  expect(await print(jobOf([[{ kind: 'pair', start, end: '12345.00' }]]))).toBeNull()
  const words = (printer.papers[0] ?? []).flatMap((one) => (one.kind === 'words' ? [one.text] : []))
  expect(words).toEqual([start, '12345.00'.padStart(48)])
})

test('[T2] a picture comes dot by dot, its pieces without a gap', async () => {
  const piece = (byte: number) => Buffer.alloc(576, byte).toString('base64')
  const strips = [0xff, 0x00, 0xa5].map((byte): PrintStrip => {
    return { kind: 'raster', width: 576, height: 8, bits: piece(byte) }
  })
  expect(await print(jobOf([strips]))).toBeNull()
  const [picture, cut] = printer.papers[0] ?? []
  expect(picture).toMatchObject({ kind: 'picture', width: 576, height: 24 })
  expect(picture?.kind === 'picture' && [0, 8, 16].map((row) => picture.bits[row * 72])).toEqual([
    0xff, 0x00, 0xa5,
  ])
  expect(cut).toEqual({ kind: 'cut' })
})

const paperOfLines = jobOf([
  Array.from({ length: 400 }, (): PrintStrip => ({ kind: 'line', text: 'x'.repeat(40) })),
])

test.for<[problem: string, mood: Partial<Mood>]>([
  ['no-paper', { paper: 0x72 }],
  ['no-paper', { cause: 0x32 }],
  ['cover-open', { cause: 0x16 }],
  ['not-ready', { cause: 0x52 }],
  ['cut-off', { cutsAfter: 2000 }],
  ['no-answer', { cause: null }],
  ['stalled', { isDone: false }],
])('[T2] what is wrong with it is told as %s: %j', async ([problem, mood]) => {
  printer.mood = { ...fine, ...mood }
  expect(await print(paperOfLines)).toBe(problem)
})

test('[T2] nothing is sent to a printer that has no paper', async () => {
  printer.mood = { ...fine, paper: 0x72 }
  await print(paperOfLines)
  expect(printer.papers).toEqual([])
})

test('[T2] one that takes the call and then not a byte is left after a while', async () => {
  printer.mood = { ...fine, stalls: true }
  // More than the system buffers by itself.
  const bytes = new Uint8Array(32 * 1024 * 1024)
  expect(await printOverTcp(at(false), bytes, patience)).toBe('stalled')
})

test('[T2] one that never says how it is, is printed on where the kiosk knows that; a cut line is heard there too', async () => {
  printer.mood = { ...fine, cause: null }
  expect(await print(jobOf([[{ kind: 'line', text: 'Cheap' }]]), false)).toBeNull()
  expect(printer.papers[0]?.[0]).toMatchObject({ text: 'Cheap' })
  printer.mood = { ...fine, cause: null, cutsAfter: 2000 }
  expect(await print(paperOfLines, false)).toBe('cut-off')
})

test('[T2] tickets of a whole group may take as long as their length needs: they are printed, and not to be printed again', async () => {
  const strips = Array.from({ length: 40 }, (): PrintStrip => {
    return { kind: 'raster', width: 576, height: 8, bits: Buffer.alloc(576, 0xa5).toString('base64') }
  })
  // Handed over at once; it is on paper only after twice the time allowed for a stall.
  printer.mood = { ...fine, slowMs: 600 }
  expect(await print(jobOf([strips]))).toBeNull()
  expect(await print(jobOf([[{ kind: 'rule' }]]))).toBe('stalled')
})

test('[T2] nobody there is no answer', async () => {
  const { port } = printer
  await printer.stop()
  expect(await printOverTcp({ host: '127.0.0.1', port, tellsState: true }, new Uint8Array(4), patience)).toBe(
    'no-answer',
  )
  printer = await FakePrinter.start()
})

test('[T2] two desks that print at once are printed one after the other', async () => {
  const printers = makePrinters(null)
  const way = {
    way: 'escpos',
    host: '127.0.0.1',
    port: printer.port,
    roll: '58mm',
    tellsState: true,
  } as const
  const job = (text: string) => printers.print(way, jobOf([[{ kind: 'line', text }]]))
  const outcomes = await Promise.all(['one', 'two', 'three'].map(job))
  expect(outcomes.map(({ kind }) => kind)).toEqual(['printed', 'printed', 'printed'])
  expect(printer.papers.map(([first]) => first?.kind === 'words' && first.text)).toEqual([
    'one',
    'two',
    'three',
  ])
  expect(printer.most).toBe(1)
})

test('[T2] a paper that cannot be set is no printed one, and the next is printed', async () => {
  const printers = makePrinters(null)
  const { port } = printer
  const way = { way: 'escpos', host: '127.0.0.1', port, roll: '58mm', tellsState: true } as const
  const broken: PrintStrip = { kind: 'raster', width: 384, height: 0, bits: '' }
  await expect(printers.print(way, jobOf([[broken]]))).rejects.toThrow('Image height')
  expect(await printers.print(way, jobOf([[{ kind: 'rule' }]]))).toMatchObject({ kind: 'printed' })
})

test('[T2] a way that is not here says so, and does nothing', async () => {
  const printers = makePrinters(null)
  const page = { ...jobOf([]), html: '<p>x</p>' }
  expect(await printers.print({ way: 'silent', device: '' }, page)).toEqual({
    kind: 'failed',
    problem: 'not-here',
  })
})
