import { create } from 'qrcode'
import { useMemo } from 'react'

/** Four modules of white around the code: scanners need it (ISO/IEC 18004). */
const QUIET = 4

/** A QR code as one path, drawn by ourselves: the page may not take markup from a string. Medium error correction. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => drawn(text), [text])
  return (
    <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}

function drawn(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const dots: string[] = []
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x)) dots.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`)
    }
  }
  return { size: modules.size + 2 * QUIET, path: dots.join('') }
}
