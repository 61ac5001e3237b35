// A version as it is offered to this machine: what its maker says, the signature first, and which of its files is for here. Owns what
// keeps it from being offered; must never look at the file itself.

import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import type { Manifest } from '../../shared/contract/update-manifest.ts'
import type { UpdateProblem, UpdateSource } from '../../shared/contract/update-operations.ts'
import { type ReleaseFile, judgeRelease } from '../../shared/domain/updates.ts'
import type { Installer } from './installer.ts'
import { readManifest } from './manifest.ts'

export interface Offer {
  readonly manifest: Manifest
  /** The manifest, as its maker signed it. */
  readonly signed: string
  readonly file: ReleaseFile
  /** Where the checked file waits, in our own folder. */
  readonly place: string
}

/** The machine that it is offered to. */
export interface OfferedTo {
  readonly version: string
  readonly key: KeyObject | null
  readonly installer: Installer
  /** Where a checked file waits. */
  readonly staging: string
  /** 0 to 99, for a version. */
  readonly shareOf: (version: string) => number
  /** Null: there is no hub, or it has not been heard yet. */
  readonly hubVersion: () => string | null
}

/** Ends the look for an update, with the reason. */
export class NoUpdate extends Error {
  readonly kind: UpdateProblem
  constructor(kind: UpdateProblem, detail = '') {
    super(detail)
    this.kind = kind
  }
}

export function offerOf(signed: string, here: OfferedTo, from: UpdateSource): Offer | NoUpdate {
  const { version, key, installer, staging, shareOf, hubVersion } = here
  if (!key) return new NoUpdate('no-key')
  const manifest = readManifest(signed, key)
  if (typeof manifest === 'string') return new NoUpdate(manifest)
  const file = judgeRelease(manifest, {
    version,
    packageKind: installer.packageKind,
    hubVersion: hubVersion(),
    // Somebody who brings a file means this machine: it need not wait for its share.
    share: from === 'feed' ? shareOf(manifest.version) : null,
  })
  if (typeof file === 'string') return new NoUpdate(file, manifest.version)
  return { manifest, signed, file, place: join(staging, file.name) }
}
