import { z } from 'zod'

/** Characters that nobody sees and no sheet takes, but for tabs and ends of lines. */
const unseen = /[^\P{Cc}\t\n\r]/u

/**
 * Trimmed text. Half of a surrogate pair is refused, since it would be stored as another character; so are control characters, with
 * which the house could not read its own exports.
 */
export const words = z
  .string()
  .trim()
  .refine((text) => !unseen.test(text), 'control characters')
  .refine((text) => text.isWellFormed(), 'not whole text')
