/** The field of the one search of the house, while it is there. */
export const findField: { current: HTMLInputElement | null } = { current: null }

export function enterFind(): void {
  findField.current?.focus()
  findField.current?.select()
}

/** A letter that is pressed next is a key of the screen again; nothing happens if the keyboard is elsewhere. */
export function leaveFind(): void {
  findField.current?.blur()
}
