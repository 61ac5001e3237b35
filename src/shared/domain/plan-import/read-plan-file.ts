import { examine } from './doctor.ts'
import { looksLikePretix, readPretixValue } from './pretix.ts'
import type { ReadPlan } from './pretix.ts'
import { parsePlanText } from './plan-text.ts'

/**
 * The one way in for plan files (screens, command line): finds the format, reads, has the doctor look [L4].
 * `draft` is null when the file could not be read. A draft may still carry errors: `isImportable` says.
 */
export function readPlanFile(text: string): ReadPlan {
  const parsed = parsePlanText(text)
  if ('findings' in parsed) return { draft: null, findings: parsed.findings }
  if (!looksLikePretix(parsed.value)) return { draft: null, findings: [unknownFormat] }
  const { draft, findings } = readPretixValue(parsed.value)
  return draft ? { draft, findings: [...examine(draft), ...findings] } : { draft, findings }
}

const unknownFormat = {
  code: 'malformed',
  count: 1,
  places: [{ path: '' }],
  about: 'pretix seating plan: object with name, categories and zones',
} as const
