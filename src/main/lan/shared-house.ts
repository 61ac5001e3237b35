import type { BoxOffice } from '../../shared/contract/port.ts'
import type { Answering } from '../../shared/contract/wire.ts'
import type { KioskEntry } from '../../shared/domain/catalogue.ts'
import type { KioskId } from '../../shared/domain/ids.ts'

/** The house behind the door, once it is open. */
export interface SharedHouse {
  readonly boxOfficeOf: (kioskId: KioskId) => BoxOffice
  readonly kiosks: readonly KioskEntry[]
  readonly nowMs: () => number
  /** [SYNC 5.1] Its state of now. */
  readonly house: () => Answering | null
  /** [SYNC 4.7] Another machine with this kiosk's key was turned away. */
  readonly onSecond?: (kioskId: KioskId) => void
}
