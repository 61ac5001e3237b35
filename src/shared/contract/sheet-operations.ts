// The catalogue as spreadsheets [A3]: export, preview, import. Part of operations.ts.

import { z } from 'zod'
import { office } from '../domain/rights.ts'
import { SHEET_LINES_MAX, lineProblems, sheetKinds } from '../domain/spreadsheet/sheet.ts'
import * as id from './ids.ts'
import { digest } from './input-parts.ts'
import { SHEET_FAULTS_MAX } from './limits.ts'

const of = z.enum(sheetKinds)
/** A file uploaded by `put-chunk`. */
const file = { of, uploadId: z.string().regex(/^[\w-]{1,40}$/) }
const counts = { added: z.int(), changed: z.int(), same: z.int() }

export const sheetCommands = {
  /** Imports all lines or none; undone as a change is [A2]. `seen`: the preview's digest; refused if the result would differ by now. */
  'import-sheet': {
    roles: office,
    input: z.strictObject({ ...file, seen: digest }),
    output: z.object({ ...counts, changeId: id.changeId }),
  },
} as const

export const sheetQueries = {
  /** What `import-sheet` would do, line by line, or the first faults of the file; nothing is imported. */
  'preview-sheet': {
    roles: office,
    input: z.strictObject(file),
    output: z.object({
      ...counts,
      /** Only lines that change something. */
      lines: z
        .array(
          z.object({
            line: z.int(),
            name: z.string(),
            outcome: z.enum(['new', 'changed']),
            fields: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
            /** The start of the nearest show in the same hall, if that is too near. */
            clash: z.string().nullable(),
          }),
        )
        .max(SHEET_LINES_MAX),
      faults: z
        .array(
          z.object({
            line: z.int(),
            column: z.string(),
            problem: z.enum(lineProblems),
            found: z.string(),
          }),
        )
        .max(SHEET_FAULTS_MAX),
      /** The number of all faults. */
      faultCount: z.int(),
      seen: digest,
    }),
  },
  /** Some rows after a key as lines of the file, with the head before the first; `next`: where to continue, null: that was all. */
  'export-sheet': {
    roles: office,
    input: z.strictObject({
      of,
      after: z.union([z.int().min(0).max(Number.MAX_SAFE_INTEGER), z.string().min(1).max(50)]).nullable(),
    }),
    output: z.object({ text: z.string(), next: z.union([z.int(), z.string()]).nullable() }),
  },
} as const
