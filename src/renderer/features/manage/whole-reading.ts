// One reading of a whole table at a time, and the rows heard of meanwhile: the page that had them may be older than what was heard,
// so they are read once more at its end. Owns which; must never ask the house.

import type { RowId } from '../../../shared/domain/changes/change.ts'

export class WholeReading {
  readonly #heard = new Set<RowId>()
  #isOver = false

  /** False until all has been read: rows that are read singly before then would be overwritten. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** What was heard before is in the pages that are read from now on. */
  begin(): void {
    this.#heard.clear()
    this.#isOver = false
  }

  /** These rows changed, or are new. */
  hear(ids: readonly RowId[]): void {
    if (!this.#isOver) for (const id of ids) this.#heard.add(id)
  }

  /** Returns the rows to be read once more. */
  end(): readonly RowId[] {
    const heard = [...this.#heard]
    this.#heard.clear()
    this.#isOver = true
    return heard
  }
}
