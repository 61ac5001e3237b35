// What a receipt printer makes of its bytes: text, pictures, codes, cuts, the drawer. Owns its own reading of ESC/POS on purpose; must
// never import what writes it.

export type Printed =
  | { readonly kind: 'words'; readonly text: string; readonly isStrong: boolean; readonly size: number }
  | { readonly kind: 'picture'; readonly width: number; readonly height: number; readonly bits: Uint8Array }
  | { readonly kind: 'code'; readonly text: string; readonly moduleDots: number }
  | { readonly kind: 'cut' | 'drawer' }

/** Throws at a command that it does not know: a printer would print rubbish. */
export function readEscpos(bytes: Uint8Array): readonly Printed[] {
  return new Reading(bytes).all()
}

class Reading {
  readonly #bytes: Uint8Array
  readonly #printed: Printed[] = []
  #at = 0
  #words = ''
  #isStrong = false
  #size = 1
  #look = { isStrong: false, size: 1 }
  #code = ''
  #moduleDots = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  all(): readonly Printed[] {
    while (this.#at < this.#bytes.length) this.#one()
    this.#line()
    return this.#printed
  }

  #next(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) throw new Error('the line ends in the middle of a command')
    this.#at += 1
    return byte
  }

  #take(count: number): Uint8Array {
    const taken = this.#bytes.slice(this.#at, this.#at + count)
    if (taken.length < count) throw new Error('the line ends in the middle of a picture or a code')
    this.#at += count
    return taken
  }

  #one(): void {
    const byte = this.#next()
    if (byte === 0x1b) return this.#escape(this.#next())
    if (byte === 0x1d) return this.#group(this.#next())
    if (byte === 0x1c) return void this.#next()
    // A status question prints nothing.
    if (byte === 0x10) return void this.#take(2)
    if (byte === 0x0a) return this.#line()
    if (byte === 0x0d) return
    // A line looks as its first letter does: styles are reset before it ends.
    if (this.#words.trim() === '') this.#look = { isStrong: this.#isStrong, size: this.#size }
    this.#words += String.fromCharCode(byte)
  }

  #line(): void {
    if (this.#words.trim() !== '') this.#printed.push({ kind: 'words', text: this.#words, ...this.#look })
    this.#words = ''
  }

  #escape(command: number): void {
    const letter = String.fromCharCode(command)
    if (letter === '@') return
    if (letter === 'p') {
      this.#take(3)
      this.#printed.push({ kind: 'drawer' })
      return
    }
    // Bold, font, alignment, code page, line spacing: one byte each.
    const value = 'EMat3'.includes(letter) ? this.#next() : letter === '2' ? 0 : null
    if (value === null) throw new Error(`ESC ${letter} at ${this.#at}`)
    if (letter === 'E') this.#isStrong = value === 1
  }

  #group(command: number): void {
    const letter = String.fromCharCode(command)
    if (letter === 'v') return this.#picture()
    if (letter === '(') return this.#codePart()
    if (letter === 'V') {
      this.#line()
      this.#next()
      this.#printed.push({ kind: 'cut' })
    } else if (letter === '!') this.#size = (this.#next() & 0x07) + 1
    // White on black; a status question that is answered in its turn.
    else if (letter === 'B' || letter === 'r') this.#next()
    else throw new Error(`GS ${letter} at ${this.#at}`)
  }

  #picture(): void {
    this.#take(2)
    const [widthLow = 0, widthHigh = 0, heightLow = 0, heightHigh = 0] = this.#take(4)
    const bytesARow = widthLow + widthHigh * 256
    const height = heightLow + heightHigh * 256
    const bits = this.#take(bytesARow * height)
    const last = this.#printed.at(-1)
    // Pieces of one picture follow each other.
    if (last?.kind === 'picture' && last.width === bytesARow * 8 && this.#words === '') {
      const joined = Uint8Array.from([...last.bits, ...bits])
      this.#printed.splice(-1, 1, { ...last, height: last.height + height, bits: joined })
    } else this.#printed.push({ kind: 'picture', width: bytesARow * 8, height, bits })
  }

  #codePart(): void {
    this.#next()
    const [low = 0, high = 0] = this.#take(2)
    const [, part, ...rest] = this.#take(low + high * 256)
    if (part === 0x43) this.#moduleDots = rest[0] ?? 0
    else if (part === 0x50) this.#code = String.fromCharCode(...rest.slice(1))
    else if (part === 0x51)
      this.#printed.push({ kind: 'code', text: this.#code, moduleDots: this.#moduleDots })
  }
}
