/** The first entry of whatever list the screen shows, for moving down from the search. */
export function firstFound(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main [role="option"]')
}
