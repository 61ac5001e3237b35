import type { Input } from '../../shared/contract/operations.ts'
import type { KioskId } from '../../shared/domain/ids.ts'

/** A page of the journal as it comes from a kiosk, piece by piece and in order; another beginning is another page. */
export class Pages {
  readonly #open = new Map<KioskId, string[]>()

  /** The whole text with its last piece; null: more is to come, or what came does not fit together and is begun anew. */
  put(kioskId: KioskId, { index, count, text }: Input<'hand-in-rows'>): string | null {
    const pieces = index === 0 ? [] : (this.#open.get(kioskId) ?? [])
    if (index !== pieces.length) {
      this.#open.delete(kioskId)
      return null
    }
    pieces.push(text)
    this.#open.set(kioskId, pieces)
    if (pieces.length < count) return null
    this.#open.delete(kioskId)
    return pieces.join('')
  }
}
