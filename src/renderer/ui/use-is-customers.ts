import { useStore } from 'zustand'
import { isOfCustomers, who } from '../stores/who.ts'

/** Whether this is a self-service screen: what only a seller may do is not shown there, and the house would refuse it. */
export function useIsCustomers(): boolean {
  return isOfCustomers(useStore(who))
}
