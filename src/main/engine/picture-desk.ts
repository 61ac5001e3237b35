// Pictures being uploaded, of transfers [P5] and of listings: collected piece by piece, checked, and kept under their digest.
// Owns what may be kept as a picture; must never trust a name or a digest that it has not computed itself.

import { createHash } from 'node:crypto'
import type { ListingImage } from '../../shared/domain/catalogue.ts'
import { isTooLarge, readImageHeader } from '../../shared/domain/image-header.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import type { InputProblem, Refusal } from '../../shared/domain/refusal.ts'
import { PICTURE_BYTES_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { Pictures } from './ports.ts'

/** Unfinished pictures, one per desk: even four at once would mean a queue at every counter of a large foyer. */
const GATHERED_MAX = 8

interface Gathered {
  readonly digest: string
  readonly pieces: (string | undefined)[]
}

/** The first bytes of each kind of picture; file names are not considered. */
const beginnings: readonly { readonly type: string; readonly fits: (bytes: Uint8Array) => boolean }[] = [
  { type: 'image/jpeg', fits: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { type: 'image/png', fits: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  {
    type: 'image/webp',
    fits: (bytes) =>
      startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]),
  },
]

export class PictureDesk {
  readonly #pictures: Pictures
  readonly #gathered = new Map<KioskId, Gathered>()

  constructor(pictures: Pictures) {
    this.#pictures = pictures
  }

  put(
    kioskId: KioskId,
    { digest, index, count, text }: Input<'put-picture'>,
  ): Output<'put-picture'> | Refusal {
    const gathered = this.#open(kioskId, digest, count)
    if (!gathered) return { code: 'BUSY', limit: 'uploads' }
    const { pieces } = gathered
    if (pieces.length !== count || index >= count) return bad('malformed', `${index}/${count}`)
    pieces[index] = text
    const missing = pieces.filter((piece) => piece === undefined).length
    if (missing > 0) return { missing }
    this.#gathered.delete(kioskId)
    return this.#keep(digest, Buffer.from(pieces.join(''), 'base64')) ?? { missing: 0 }
  }

  has(digest: string): boolean {
    return this.#pictures.has(digest)
  }

  /** Why a picture may not be used for a listing; null: it may. */
  refusalOfImage({ digest, width, height }: ListingImage): Refusal | null {
    const bytes = this.#pictures.read(digest)
    const header = bytes && readImageHeader(bytes)
    if (!header) return bad('no-picture', digest, 'images')
    if (isTooLarge(header)) return bad('too-large', `${header.width}×${header.height}`, 'images')
    // It must have been redrawn by the screen that chose it, in the one format that screens produce, so that our files never say
    // who took it, and where.
    const isDrawn = header.type === 'image/webp' && !header.hasMetadata
    const isAsSaid = isDrawn && header.width === width && header.height === height
    return isAsSaid ? null : bad('malformed', digest, 'images')
  }

  /** As it was kept; null if it is not here. */
  picture(digest: string): Output<'picture'> | null {
    const bytes = this.#pictures.read(digest)
    const type = bytes && typeOf(bytes)
    return bytes && type ? { type, text: Buffer.from(bytes).toString('base64') } : null
  }

  #keep(digest: string, bytes: Uint8Array): Refusal | null {
    if (bytes.length > PICTURE_BYTES_MAX) return bad('too-large', '')
    if (typeOf(bytes) === null) return bad('no-picture', '')
    if (createHash('sha256').update(bytes).digest('hex') !== digest) return bad('malformed', digest)
    this.#pictures.keep(digest, bytes)
    return null
  }

  /** A new picture from the same desk replaces one that was never finished. */
  #open(kioskId: KioskId, digest: string, count: number): Gathered | null {
    const ready = this.#gathered.get(kioskId)
    if (ready?.digest === digest) return ready
    if (!ready && this.#gathered.size >= GATHERED_MAX) return null
    const gathered: Gathered = { digest, pieces: Array.from({ length: count }) }
    this.#gathered.set(kioskId, gathered)
    return gathered
  }
}

function bad(problem: InputProblem, detail: string, field = 'proof'): Refusal {
  return { code: 'INVALID_INPUT', field, problem, detail }
}

function typeOf(bytes: Uint8Array): string | null {
  return beginnings.find(({ fits }) => fits(bytes))?.type ?? null
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte)
}
