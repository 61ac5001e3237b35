// The operations about paper: how a kiosk prints, what a venue puts on its tickets, papers on their way to a printer. Part of
// operations.ts; must never carry printer commands: only blocks and pictures.

import { z } from 'zod'
import { type PaperBlock, type PaperTemplate, paperSheets, printRoles, rollDots } from '../domain/paper.ts'
import { type Printing, type PrintWay, printProblems } from '../domain/print-ways.ts'
import { desk, deskAndCustomer, office } from '../domain/rights.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import { CHUNK_CHARS, PAPERS_MAX, PRINT_CHARS_MAX } from './limits.ts'
import { words } from './words.ts'

/** One and a half lines of an 80 mm roll. */
const LINE_MAX = 80
const LINES_OF_TEMPLATE_MAX = 8
/** So that terms in small print fill at most a third of a ticket. */
const TERMS_MAX = 600
/** The sections of a stadium. */
const ENTRANCES_MAX = 100
/** What fits in a QR code with error correction; a ticket has under 250. */
const CODE_MAX = 400
/** Characters of a text block: more than a template's terms. */
const BLOCK_MAX = 1000
/** Blocks and pictures of one paper: a receipt of two hundred seats has a pair for each. */
const STRIPS_MAX = 600
/** A picture's rows, a multiple of eight as printers take them: small printers buffer no more (docs of the TM-T20: 24 kB). */
export const RASTER_ROWS_MAX = 256

export const printRole = z.enum(printRoles)
const roll = z.enum(['58mm', '80mm'])
/** A name or an address on the venue's own network; no scheme, no path, nothing that a shell or a URL would interpret. */
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

/** Rows of dots, eight per byte, in base64, for what a printer's own fonts lack. */
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
 * One print job. `papers`: for a receipt printer, which cuts after each. `html`: a whole document for the other ways to print, with
 * sheets `heightMm` tall (a roll has no height of its own); null where only a drawer is to be opened.
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

/** A job as it is recorded until it has been printed: whose, since when, and on which printer. */
export const waitingPaper = z.strictObject({
  atMs: z.int(),
  kioskId: id.kioskId,
  jobId: z.string(),
  role: printRole,
  way: printWay,
  job: printJob,
})
export type WaitingPaper = Frozen<z.output<typeof waitingPaper>>

/** Made by the page, so that it recognises its own jobs. */
const jobId = z.string().regex(/^[\w-]{1,40}$/)
/** How many papers this kiosk still waits for. */
const waiting = z.object({ waiting: z.int() })
const nothing = z.strictObject({})

export const printCommands = {
  /** [T2] Sets how this kiosk prints. */
  'set-printing': { roles: office, input: printing, output: z.object({ kioskId: id.kioskId }) },
  /** [T2] Sets what a venue puts on its papers. */
  'set-paper': {
    roles: office,
    input: z.strictObject({ venueId: id.venueId, template: paperTemplate }),
    output: z.object({ venueId: id.venueId }),
  },
} as const

export const printQueries = {
  /** The templates of all venues that have set one. */
  papers: {
    roles: deskAndCustomer,
    input: nothing,
    output: z.object({ papers: z.array(z.object({ venueId: id.venueId, template: paperTemplate })) }),
  },
  /**
   * One piece of a `printJob` as JSON. With the last piece it enters the queue of its printer; the topic `printing` reports what becomes
   * of it. No sale waits for it.
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
  /** Retries a paper that was not printed, and all behind it in its queue. `by`: on the printer of another role. */
  'print-again': {
    roles: desk,
    input: z.strictObject({ jobId, by: printRole.nullable() }),
    output: waiting,
  },
  /** Discards a paper that is no longer wanted. */
  'drop-print': { roles: desk, input: z.strictObject({ jobId }), output: waiting },
} as const

/** [T2] How this kiosk prints, and what is on its way. */
export const printingNews = z.object({
  kind: z.literal('printing'),
  /** The ways to print that the house has here; `dialog` only where it has windows, since a browser has its own dialog. */
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
  /** What has just been printed; `file`: where a PDF was written. */
  printed: z.array(z.object({ jobId: z.string(), file: z.string().nullable() })),
})
export type PrintingNews = Frozen<z.output<typeof printingNews>>
