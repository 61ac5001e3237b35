/** So long, more or less: timers are a millisecond coarse. */
export function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
