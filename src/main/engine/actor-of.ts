import { type Role, roles } from '../../shared/domain/catalogue.ts'
import type { StaffId } from '../../shared/domain/ids.ts'
import type { AuditRow } from '../../shared/contract/staff-shapes.ts'
import type { Row, Store } from '../store/store.ts'

/** Who recorded a row: with the role they had then and the name they have today. Null: nobody was signed in. */
export function actorOf(store: Store, { staffId, role }: Row<'journal'>): AuditRow['by'] {
  if (staffId === 0) return null
  const then: Role = roles.find((one) => one === role) ?? 'self-service'
  return { staffId, name: staffName(store, staffId), role: then }
}

export function staffName(store: Store, staffId: StaffId): string {
  return store.get('staff', staffId)?.name ?? ''
}
