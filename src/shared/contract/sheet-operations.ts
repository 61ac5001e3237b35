// The catalogue as spreadsheets [A3]: taken out, looked at before it is taken in, taken in. A part of operations.ts.

import { z } from 'zod'
import { office } from '../domain/rights.ts'
import { SHEET_LINES_MAX, lineProblems, sheetKinds } from '../domain/spreadsheet/sheet.ts'
import * as id from './ids.ts'
import { digest } from './input-parts.ts'
import { SHEET_FAULTS_MAX } from './limits.ts'

const of = z.enum(sheetKinds)
/** A file that came by `put-chunk`. */
const file = { of, uploadId: z.string().regex(/^[\w-]{1,40}$/) }
const counts = { added: z.int(), changed: z.int(), same: z.int() }

export const sheetCommands = {
  /** All of its lines or none, undone as a change is [A2]. `seen`: what the preview said; refused where it would be something else by now. */
  'import-sheet': {
    roles: office,
    input: z.strictObject({ ...file, seen: digest }),
    output: z.object({ ...counts, changeId: id.changeId }),
  },
} as const

export const sheetQueries = {
  /** What `import-sheet` would do, line by line, or the first of what is wrong with the file; nothing is imported. */
  'preview-sheet': {
    roles: office,
    input: z.strictObject(file),
    output: z.object({
      ...counts,
      /** Those that change something. */
      lines: z
        .array(
          z.object({
            line: z.int(),
            name: z.string(),
            outcome: z.enum(['new', 'changed']),
            fields: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
            /** When the nearest show in the same hall begins, where that is too near. */
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
      /** Of all that is wrong. */
      faultCount: z.int(),
      seen: digest,
    }),
  },
  /** Some rows after a key as lines of the file, the head before the first; `next`: where to go on, null: that was all. */
  'export-sheet': {
    roles: office,
    input: z.strictObject({
      of,
      after: z.union([z.int().min(0).max(Number.MAX_SAFE_INTEGER), z.string().min(1).max(50)]).nullable(),
    }),
    output: z.object({ text: z.string(), next: z.union([z.int(), z.string()]).nullable() }),
  },
} as const
