// What the maker says about a version: the format of `guichet-update.json`, which is beside the packages. Owns that format; must never
// be read before its signature was verified.

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
      // No folder and no leading dot, so that it can only name a file beside the manifest.
      name: z.string().regex(/^\w[\w.+-]{0,120}$/),
      sha512: z.string().regex(/^[0-9a-f]{128}$/),
      size: z.int().min(1).max(FILE_BYTES_MAX),
    }),
  ),
})
export type Manifest = Release & z.output<typeof updateManifest>

/** The manifest's exact text, and the Ed25519 signature of it. */
export const signedManifest = z.strictObject({ manifest: z.string(), signature: z.base64() })
