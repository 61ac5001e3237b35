import { z } from 'zod'

/** Half a character would be kept as another one. */
export const words = z
  .string()
  .trim()
  .refine((text) => text.isWellFormed(), 'not whole text')
