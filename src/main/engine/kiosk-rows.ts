import type { KioskEntry } from '../../shared/domain/catalogue.ts'
import { allKiosks } from '../store/queries.ts'
import type { Store } from '../store/store.ts'

/** [S5] Every kiosk that was ever let in. */
export function kioskEntries(store: Store): readonly KioskEntry[] {
  return store.select(allKiosks).map((row) => ({ kind: 'kiosk', ...row }))
}
