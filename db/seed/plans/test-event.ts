import type { PlanDraft } from '../../../src/shared/domain/plan-import/draft.ts'
import { alongLine, drawRow, rectangle, seatsSection, word } from './draw.ts'

const pitch = 26
const centreX = 200

/** The 30-seat test event (D1): VIP, Normal and Eco, one row of ten each, VIP nearest to the stage. */
export function makeTestEvent(): PlanDraft {
  const offsets = alongLine([10], pitch, 0)
  const rows = [
    { section: 'VIP', label: 'A', y: 130 },
    { section: 'Normal', label: 'B', y: 200 },
    { section: 'Eco', label: 'C', y: 270 },
  ]
  const stage = rectangle({ x: centreX - 110, y: 24, width: 220, height: 44, text: 'Stage' })
  return {
    name: 'Test event',
    width: 2 * centreX,
    height: 310,
    categories: [
      { name: 'Eco', color: '#2e7d6b' },
      { name: 'Normal', color: '#2f6fb0' },
      { name: 'VIP', color: '#8e4aa8' },
    ],
    sections: rows.map(({ section, label, y }) => {
      const spec = { plan: 'test-event', section, label, radius: 10, category: section }
      const row = drawRow(
        spec,
        offsets.map((offset) => ({ x: centreX + offset, y })),
      )
      const title = word(section, { x: 30, y })
      return seatsSection(section, [row], section === 'VIP' ? [stage, title] : [title])
    }),
  }
}
