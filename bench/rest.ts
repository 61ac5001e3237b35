/** Waits about this long: timers are only accurate to a millisecond. */
export function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
