import { useStore } from 'zustand'
import { isOfCustomers, who } from '../stores/who.ts'

/** Whether a customer works this screen alone: what only a seller may do is then not shown, and the house would refuse it. */
export function useIsCustomers(): boolean {
  return isOfCustomers(useStore(who))
}
