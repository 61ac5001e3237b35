interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** `F9`, `Ctrl+k`, `?`: the key as it is printed, with the modifier that counts. */
export function keyName({ key, code, ctrlKey, metaKey }: Pressed): string {
  const plain = key.length === 1 ? latinKey(key, code) : key
  return ctrlKey || metaKey ? `Ctrl+${plain}` : plain
}

/** On a Persian keyboard the key that has K types ن: shortcuts stay where their letter is printed. */
function latinKey(key: string, code: string): string {
  if (key === '؟') return '?'
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? []
  return letter && !/^[\x20-\x7e]$/.test(key) ? letter.toLowerCase() : key.toLowerCase()
}

/** Where it is typed: in a field everything but these is text; on the seat map only what a seat's name is made of. */
export type Typing = 'text' | 'seat' | 'nothing'

export function isShortcut(name: string, typing: Typing): boolean {
  if (typing === 'text') return /^(F\d+|Ctrl\+.+|Escape)$/.test(name)
  return typing === 'nothing' || !/^[\p{L}\p{N}]$/u.test(name)
}
