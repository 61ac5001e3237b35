import { z } from 'zod'

/** Trimmed text. Half of a surrogate pair is refused, since it would be stored as another character. */
export const words = z
  .string()
  .trim()
  .refine((text) => text.isWellFormed(), 'not whole text')
