// The operations about paper: what a kiosk prints with, what a venue says on its tickets, a paper on its way to a printer. A part
// of operations.ts; must never carry words for a printer to run: blocks and pictures alone.

import { z } from 'zod'
import { type PaperBlock, type PaperTemplate, paperSheets, printRoles, rollDots } from '../domain/paper.ts'
import { type Printing, type PrintWay, printProblems } from '../domain/print-ways.ts'
import { desk, deskAndCustomer, office } from '../domain/rights.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import { CHUNK_CHARS, PAPERS_MAX, PRINT_CHARS_MAX } from './limits.ts'
import { words } from './words.ts'

/** A line of an 80 mm roll and its half. */
const LINE_MAX = 80
const LINES_OF_TEMPLATE_MAX = 8
/** Terms in small print fill a third of a ticket at most. */
const TERMS_MAX = 600
/** The sections of a stadium. */
const ENTRANCES_MAX = 100
/** Of a QR code with room for errors; a ticket has under 250. */
const CODE_MAX = 400
/** A block of words that a printer sets: a template's terms. */
const BLOCK_MAX = 1000
/** Blocks and stretches of one paper: a receipt of two hundred seats has a pair for each. */
const STRIPS_MAX = 600
/** A picture's rows, in eights as printers take them: small printers keep no more in mind (docs of the TM-T20: 24 kB). */
export const RASTER_ROWS_MAX = 256

export const printRole = z.enum(printRoles)
const roll = z.enum(['58mm', '80mm'])
/** A name or an address of the venue's own net; no scheme, no path, nothing that a shell or a URL would read. */
const host = z.string().regex(/^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$|^[0-9a-f:]{2,39}$/i)

const printWay = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('dialog') }),
  z.strictObject({ way: z.literal('silent'), device: words.max(120) }),
  z.strictObject({ way: z.literal('pdf') }),
  z.strictObject({
    way: z.literal('escpos'),
    host,
    port: z.int().min(1).max(65_535),
    roll,
    tellsState: z.boolean(),
  }),
]) satisfies z.ZodType<PrintWay>

const printing = z.strictObject({
  ways: z.strictObject({ ticket: printWay, receipt: printWay, report: printWay }),
  isAutomatic: z.boolean(),
  opensDrawer: z.boolean(),
}) satisfies z.ZodType<Printing>

const line = words.max(LINE_MAX)
export const paperTemplate = z.strictObject({
  sheet: z.enum(paperSheets),
  language: z.enum(['screen', 'en', 'fa', 'hi']),
  header: z.array(line).max(LINES_OF_TEMPLATE_MAX),
  footer: z.array(line).max(LINES_OF_TEMPLATE_MAX),
  tax: line,
  terms: words.max(TERMS_MAX),
  showsPrice: z.boolean(),
  showsSeller: z.boolean(),
  entrances: z
    .array(z.strictObject({ section: words.max(LINE_MAX), entrance: line.min(1) }))
    .max(ENTRANCES_MAX),
}) satisfies z.ZodType<PaperTemplate>

const said = z.string().max(BLOCK_MAX)
const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), text: said }),
  z.strictObject({ kind: z.literal('huge'), text: said }),
  z.strictObject({ kind: z.literal('mark'), text: said }),
  z.strictObject({ kind: z.literal('code'), text: z.string().min(1).max(CODE_MAX), name: said }),
  z.strictObject({
    kind: z.literal('line'),
    text: said,
    look: z.enum(['strong', 'quiet', 'middle']).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('pair'),
    start: said,
    end: said,
    isStrong: z.boolean().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('rule') }),
]) satisfies z.ZodType<PaperBlock>

/** Rows of black dots, eight a byte, in base64: what a printer's own letters cannot say. */
const raster = z
  .strictObject({
    kind: z.literal('raster'),
    width: z.enum(rollDots),
    height: z.int().min(8).max(RASTER_ROWS_MAX).multipleOf(8),
    bits: z.base64(),
  })
  .refine(
    ({ width, height, bits }) => bits.length === 4 * Math.ceil((width * height) / 8 / 3),
    'not its size',
  )

const strip = z.union([block, raster])
export type PrintStrip = Frozen<z.output<typeof strip>>

/**
 * What is printed at once. `papers`: for a receipt printer, each ends with a cut. `html`: a whole document for the other ways, its
 * sheets `heightMm` tall (a roll has no height of its own); null where nothing but a drawer is to open.
 */
export const printJob = z.strictObject({
  title: z.string().max(200),
  sheet: z.enum(paperSheets),
  papers: z.array(z.array(strip).max(STRIPS_MAX)).max(PAPERS_MAX),
  html: z.string().nullable(),
  heightMm: z.int().min(1).max(5000),
  opensDrawer: z.boolean(),
})
export type PrintJob = Frozen<z.output<typeof printJob>>

/** As it is written down until it came: whose, since when, and where it was to come out. */
export const waitingPaper = z.strictObject({
  atMs: z.int(),
  kioskId: id.kioskId,
  jobId: z.string(),
  role: printRole,
  way: printWay,
  job: printJob,
})
export type WaitingPaper = Frozen<z.output<typeof waitingPaper>>

/** Made by the page, so that it knows its own jobs again. */
const jobId = z.string().regex(/^[\w-]{1,40}$/)
/** How much this kiosk still waits for. */
const waiting = z.object({ waiting: z.int() })
const nothing = z.strictObject({})

export const printCommands = {
  /** [T2] How this kiosk prints. */
  'set-printing': { roles: office, input: printing, output: z.object({ kioskId: id.kioskId }) },
  /** [T2] What a venue says on its papers. */
  'set-paper': {
    roles: office,
    input: z.strictObject({ venueId: id.venueId, template: paperTemplate }),
    output: z.object({ venueId: id.venueId }),
  },
} as const

export const printQueries = {
  /** Of every venue that has said something. */
  papers: {
    roles: deskAndCustomer,
    input: nothing,
    output: z.object({ papers: z.array(z.object({ venueId: id.venueId, template: paperTemplate })) }),
  },
  /**
   * One piece of a `printJob` as JSON. With the last one it is in the queue of its printer; what becomes of it the topic `printing`
   * tells. No sale waits for it.
   */
  print: {
    roles: deskAndCustomer,
    input: z.strictObject({
      jobId,
      role: printRole,
      index: z.int().min(0),
      count: z
        .int()
        .min(1)
        .max(Math.ceil(PRINT_CHARS_MAX / CHUNK_CHARS)),
      text: z.string().max(CHUNK_CHARS),
    }),
    output: z.object({ missing: z.int() }),
  },
  /** A paper that did not come, and all behind it in its queue. `by`: by the printer of another role. */
  'print-again': {
    roles: desk,
    input: z.strictObject({ jobId, by: printRole.nullable() }),
    output: waiting,
  },
  /** It is not wanted any more. */
  'drop-print': { roles: desk, input: z.strictObject({ jobId }), output: waiting },
} as const

/** [T2] How this kiosk prints, and what is on its way. */
export const printingNews = z.object({
  kind: z.literal('printing'),
  /** What the house can do by itself here; `dialog` where it has windows: a browser has a dialog of its own. */
  ways: z.array(z.enum(['dialog', 'silent', 'pdf', 'escpos'])),
  printing,
  jobs: z.array(
    z.object({
      jobId: z.string(),
      role: printRole,
      title: z.string(),
      state: z.enum(['waiting', 'printing', 'failed']),
      problem: z.enum(printProblems).nullable(),
    }),
  ),
  /** What has just come out; `file`: where a PDF was written. */
  printed: z.array(z.object({ jobId: z.string(), file: z.string().nullable() })),
})
export type PrintingNews = Frozen<z.output<typeof printingNews>>
