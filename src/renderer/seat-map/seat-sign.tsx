// The signs of seats as a legend shows them: the same edges and outlines as on the map (draw-seat.ts, draw-marks.ts), as a
// picture of their own. Must never hold a colour: they come from the page, and change with it.

import styles from './seat-sign.module.css'

export type Sign = 'ladies' | 'wheelchair'

/** In a unit box about the origin, as `drawMark` draws them. */
const outlines: Readonly<Record<Sign, string>> = {
  ladies: 'M-.26 -.18A.26 .26 0 1 1 .26 -.18A.26 .26 0 1 1 -.26 -.18M0 .08V.5M-.18 .29H.18',
  wheelchair: 'M-.12 -.42h.01M-.12 -.24V.08H.16L.28 .4L.4 .35M-.12 -.1H.14M.1 .34A.28 .28 0 1 1 -.37 .04',
}

export function SeatSign({ sign }: { readonly sign: Sign }) {
  return (
    <svg
      className={`${styles['sign']} ${styles[sign]}`}
      viewBox="0 0 20 20"
      aria-hidden="true"
      data-sign={sign}
    >
      <rect x="1" y="1" width="18" height="18" rx="4.5" />
      {sign === 'ladies' && (
        <rect className={styles['inner']} x="3.5" y="3.5" width="13" height="13" rx="2.5" />
      )}
      <path transform="translate(10 10) scale(9)" d={outlines[sign]} />
    </svg>
  )
}
