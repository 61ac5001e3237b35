import type { ReactNode } from 'react'
import type { ManageKind } from '../../stores/screen.ts'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { BookingsTable } from './bookings-table.tsx'
import { ChangesList } from './changes-list.tsx'
import { CouponsTable } from './coupons-table.tsx'
import { CustomersTable } from './customers-table.tsx'
import { HoldsTable } from './holds-table.tsx'
import { Kinds } from './kinds.tsx'
import { ListingsTable } from './listings-table.tsx'
import styles from './manage-screen.module.css'
import { ProofsDesk } from './proofs-desk.tsx'
import { ShowCalendar } from './show-calendar.tsx'
import { ShowsTable } from './shows-table.tsx'

const tables: Readonly<Record<ManageKind, () => ReactNode>> = {
  shows: ShowsTable,
  calendar: ShowCalendar,
  listings: ListingsTable,
  bookings: BookingsTable,
  holds: HoldsTable,
  proofs: ProofsDesk,
  customers: CustomersTable,
  coupons: CouponsTable,
  changes: ChangesList,
}

/** The office's tables: searched, sorted, edited in place, many rows changed at once after a dry run [A1]. */
export function ManageScreen({ kind = 'shows' }: { readonly kind?: ManageKind | undefined }) {
  const Shown = tables[kind]
  return (
    <div className={styles['manage']}>
      <OfficeTabs />
      <div className={styles['desk']}>
        <Kinds now={kind} />
        <div className={styles['kind']}>
          <Shown key={kind} />
        </div>
      </div>
    </div>
  )
}
