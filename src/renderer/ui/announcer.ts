/**
 * The library announces the value of a date's part, and clears its live region by assigning an HTML string, which our pages
 * forbid (trusted types). So the region is made to clear itself differently; this is possible once it exists, that is, after the
 * first announcement.
 */
export function letAnnouncerEmpty(): void {
  for (const log of document.querySelectorAll('[data-live-announcer] [role="log"]'))
    Object.defineProperty(log, 'innerHTML', {
      set() {
        log.replaceChildren()
      },
      configurable: true,
    })
}
