import type { Input } from '../../shared/contract/operations.ts'
import type { KioskId } from '../../shared/domain/ids.ts'

/** Pages of the journal as kiosks send them, piece by piece and in order; piece 0 begins a new page. */
export class Pages {
  readonly #open = new Map<KioskId, string[]>()

  /** The whole text, once its last piece is here; null: more is to come, or the pieces did not fit and the page must begin again. */
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
