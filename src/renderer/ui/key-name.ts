interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** `F9`, `Ctrl+k`, `?`: the key as printed, with the relevant modifier. */
export function keyName({ key, code, ctrlKey, metaKey }: Pressed): string {
  const plain = key.length === 1 ? latinKey(key, code) : key
  return ctrlKey || metaKey ? `Ctrl+${plain}` : plain
}

/** On a Persian keyboard the K key types ن: shortcuts stay on the key where their letter is printed. */
function latinKey(key: string, code: string): string {
  if (key === '؟') return '?'
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? []
  return letter && !/^[\x20-\x7e]$/.test(key) ? letter.toLowerCase() : key.toLowerCase()
}

/**
 * What the focused element does with keys: a text field takes all but function keys, Ctrl combinations and Escape; the seat map takes
 * letters and digits, of which seat names are made.
 */
export type Typing = 'text' | 'seat' | 'nothing'

export function isShortcut(name: string, typing: Typing): boolean {
  if (typing === 'text') return /^(F\d+|Ctrl\+.+|Escape)$/.test(name)
  return typing === 'nothing' || !/^[\p{L}\p{N}]$/u.test(name)
}
