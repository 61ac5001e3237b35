// A QR code as a PNG of one bit per dot, its smallest form. Owns the file's few chunks; compression runs off the thread that sells.

import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import { create } from 'qrcode'

const pack = promisify(deflate)

/** White modules around the code: scanners need them (ISO/IEC 18004). */
const QUIET = 4
/** Dots per module: a whole number, so that no mail reader blurs an edge when it draws the picture at its own size. */
const SCALE = 4

export async function qrPng(text: string): Promise<Buffer> {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const side = (modules.size + 2 * QUIET) * SCALE
  // A byte before each line says that it is unfiltered (filter 0).
  const stride = 1 + Math.ceil(side / 8)
  const dots = Buffer.alloc(stride * side)
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [Math.floor(y / SCALE) - QUIET, Math.floor(x / SCALE) - QUIET]
      const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size
      const isWhite = !isInside || modules.get(row, column) === 0
      const at = y * stride + 1 + (x >> 3)
      if (isWhite) dots[at] = (dots[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header(side)),
    chunk('IDAT', await pack(dots)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Width, height, one bit per dot, grey; the rest are the standard's defaults. */
function header(side: number): Buffer {
  const bytes = Buffer.alloc(13)
  bytes.writeUInt32BE(side, 0)
  bytes.writeUInt32BE(side, 4)
  bytes[8] = 1
  return bytes
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
