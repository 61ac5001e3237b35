// Reads codes out of pictures, on a thread of its own: a picture takes longer than a frame. Owns the reader, whose program is in the
// page's own files; must never ask the network for anything.

import program from 'zxing-wasm/reader/zxing_reader.wasm?url&inline'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: ArrayBuffer
}

const bytes = Uint8Array.from(atob(program.slice(program.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
prepareZXingModule({ overrides: { wasmBinary: bytes.buffer } })

/** Our tickets are QR codes; other houses' may be others of these: they are read to be refused, and not passed over. */
const formats = ['QRCode', 'Aztec', 'DataMatrix', 'PDF417', 'Code128', 'EAN13'] as const

async function read({ width, height, pixels }: Picture): Promise<string | null> {
  const picture = new ImageData(new Uint8ClampedArray(pixels), width, height)
  const [found] = await readBarcodes(picture, { formats: [...formats], maxNumberOfSymbols: 1 })
  return found?.isValid ? found.text : null
}

self.addEventListener('message', ({ data }: MessageEvent<Picture>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to the page that started this thread, and to no window
  void read(data).then((text) => self.postMessage(text))
})
