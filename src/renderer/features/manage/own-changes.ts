import type { ChangeId } from '../../../shared/domain/ids.ts'

/** Changes made from this screen: it has already reloaded the rows concerned, and need not reload everything. */
export const ownChanges = new Set<ChangeId>()
