import { writeFileSync } from 'node:fs'
import QRCode from 'qrcode'

const WIDTH = 640
const HEIGHT = 480
/** Pixels per module of the code; the rest around it is white. */
const FIELD = 7
const FRAMES = 10

/** A film of a ticket that is held before a camera, in the form that Chromium's fake camera plays (Y4M, 4:2:0). */
export function writeQrVideo(file: string, code: string): void {
  const { size, data } = QRCode.create(code, { errorCorrectionLevel: 'M' }).modules
  const left = Math.floor((WIDTH - size * FIELD) / 2)
  const top = Math.floor((HEIGHT - size * FIELD) / 2)
  const light = Buffer.alloc(WIDTH * HEIGHT, 235)
  for (let y = 0; y < size * FIELD; y += 1)
    for (let x = 0; x < size * FIELD; x += 1)
      if (data[Math.floor(y / FIELD) * size + Math.floor(x / FIELD)]) light[(top + y) * WIDTH + left + x] = 16
  const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, grey])
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`)
  writeFileSync(file, Buffer.concat([head, ...Array<Buffer>(FRAMES).fill(frame)]))
}
