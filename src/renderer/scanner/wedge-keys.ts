/** A key as reported by the keyboard: by its position, not by what the current layout prints there. */
export interface KeyDown {
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** The characters a scanner means by a key: scanners type as on an American keyboard. Without and with Shift. */
const american: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Space: [' ', ' '],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  NumpadDivide: ['/', '/'],
  NumpadSubtract: ['-', '-'],
  NumpadAdd: ['+', '+'],
  NumpadMultiply: ['*', '*'],
  NumpadDecimal: ['.', '.'],
}
const overDigits = ')!@#$%^&*('

/** The character; null if the key types none. */
export function typedBy({ code, shiftKey }: KeyDown): string | null {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? []
  if (letter) return shiftKey ? letter : letter.toLowerCase()
  const [, digit] = /^Digit(\d)$/.exec(code) ?? []
  if (digit) return shiftKey ? (overDigits[Number(digit)] ?? null) : digit
  const [, padDigit] = /^Numpad(\d)$/.exec(code) ?? []
  return padDigit ?? american[code]?.[shiftKey ? 1 : 0] ?? null
}

/** `Ctrl+KeyG`, `Shift+Backquote`, `F13`: a key by its position, to tell it from others. */
export function placeName({ code, shiftKey, ctrlKey }: KeyDown): string {
  return `${ctrlKey ? 'Ctrl+' : ''}${shiftKey ? 'Shift+' : ''}${code}`
}

export function isModifier({ code }: KeyDown): boolean {
  return /^(Shift|Control|Alt|Meta|OS)(Left|Right)$|^(CapsLock|NumLock|Fn)$/.test(code)
}
