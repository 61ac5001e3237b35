/**
 * The library says aloud what a part of a date comes to, and empties the place of its words by giving it a text to read as a page, which
 * ours may not do (trusted types). So that place is told to empty itself otherwise; once it is there, which is when it first spoke.
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
