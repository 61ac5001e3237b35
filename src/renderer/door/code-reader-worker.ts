// Reads codes in pictures, on a thread of its own, since a picture takes longer than a frame. Owns the reader, whose program is part
// of the page's own files; must never request anything from the network.

import program from 'zxing-wasm/reader/zxing_reader.wasm?url&inline'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: ArrayBuffer
}

const bytes = Uint8Array.from(atob(program.slice(program.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
prepareZXingModule({ overrides: { wasmBinary: bytes.buffer } })

/** Our tickets are QR codes; those of other houses may have one of the other formats: they are read in order to be refused, not ignored. */
const formats = ['QRCode', 'Aztec', 'DataMatrix', 'PDF417', 'Code128', 'EAN13'] as const

async function read({ width, height, pixels }: Picture): Promise<string | null> {
  const picture = new ImageData(new Uint8ClampedArray(pixels), width, height)
  const [found] = await readBarcodes(picture, { formats: [...formats], maxNumberOfSymbols: 1 })
  return found?.isValid ? found.text : null
}

/** A picture that cannot be read has no code in it: without an answer the camera would wait for it for ever. */
async function answer(picture: Picture): Promise<void> {
  const text = await read(picture).catch(() => null)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- goes to the page that started this thread, not to a window
  self.postMessage(text)
}

self.addEventListener('message', ({ data }: MessageEvent<Picture>) => void answer(data))
