import { useEffect, useState } from 'react'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { css } from './color.ts'
import { readTheme } from './seat-map-theme.ts'
import { watchPage } from './watch-page.ts'
import { zoneTones } from './zone-tones.ts'

/** The colours in which the map draws free seats of each price zone from afar, for use in the legend. CSS colours. */
export function useZoneTones({ categories }: Plan, scheme: string): readonly string[] {
  const [tones, setTones] = useState<readonly string[]>([])
  useEffect(() => {
    const read = () => {
      const theme = readTheme(document.body)
      setTones(
        zoneTones(
          categories.map(({ color }) => theme.rgbOf(color)),
          theme,
        ).map(css),
      )
    }
    read()
    return watchPage(document.body, { onSize: () => {}, onScheme: read })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the page's own switch of scheme changes what is read
  }, [categories, scheme])
  return tones
}
