/** Down from the search into whatever list the screen shows. */
export function firstFound(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main [role="option"]')
}
