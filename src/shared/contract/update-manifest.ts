// What a maker says of a version: the form of `guichet-update.json`, which lies beside the packages. Owns that form; must never be read before its
// signature was looked at.

import { z } from 'zod'
import type { Release } from '../domain/updates.ts'

/** Twice the largest package. */
const FILE_BYTES_MAX = 1_000_000_000
const version = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/)

export const updateManifest = z.strictObject({
  version,
  minVersion: version,
  rollout: z.int().min(0).max(100),
  /** By language: `en`, `fa`, `hi`. */
  notes: z.record(z.string().regex(/^[a-z]{2}$/), z.string().max(4000)),
  files: z.record(
    z.string().regex(/^[a-z0-9-]{1,40}$/),
    z.strictObject({
      // No folder, no dot in front: it is a name beside the manifest and nowhere else.
      name: z.string().regex(/^\w[\w.+-]{0,120}$/),
      sha512: z.string().regex(/^[0-9a-f]{128}$/),
      size: z.int().min(1).max(FILE_BYTES_MAX),
    }),
  ),
})
export type Manifest = Release & z.output<typeof updateManifest>

/** The manifest's text, to the letter, and the Ed25519 signature of that. */
export const signedManifest = z.strictObject({ manifest: z.string(), signature: z.base64() })
