import type { ChangeId } from '../../../shared/domain/ids.ts'

/** Changes that were made from this screen: it has read anew what they were about, and need not read it all. */
export const ownChanges = new Set<ChangeId>()
