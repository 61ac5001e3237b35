/** A small, complete pretix plan for tests: two zones, three rows, ten seats, an area of every shape. */
export function samplePretix() {
  return {
    name: 'Sample hall',
    categories: [
      { name: 'Near', color: '#aa0000' },
      { name: 'Far', color: '#00aa00' },
    ],
    zones: [
      {
        name: 'Floor',
        position: { x: 100, y: 50 },
        rows: [sampleRow('A', 0, 4, 'Near'), sampleRow('B', 30, 4, 'Far')],
        areas: [
          { ...sampleArea('rectangle'), rectangle: { width: 80, height: '20.5' } },
          { ...sampleArea('circle'), circle: { radius: 12 } },
          { ...sampleArea('ellipse'), ellipse: { radius: { x: 12, y: 6 } } },
          { ...sampleArea('polygon'), polygon: { points: sampleCorners } },
          sampleArea('text'),
        ],
      },
      {
        name: 'Balcony',
        position: { x: 100, y: 200 },
        rows: [sampleRow('A', 0, 2, 'Far')],
        areas: [],
      },
    ],
    size: { width: 600, height: 400 },
  }
}

const sampleCorners = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 0, y: 10 },
]

function sampleRow(label: string, y: number, count: number, category: string) {
  return {
    row_number: label,
    row_number_position: 'start',
    position: { x: 10, y },
    seats: Array.from({ length: count }, (_, index) => ({
      seat_number: String(index + 1),
      seat_guid: `${category}-${label}-${y}-${count}-${index + 1}`,
      uuid: `uuid-${category}-${label}-${y}-${count}-${index + 1}`,
      position: { x: index * 25, y: 0 },
      category,
    })),
  }
}

function sampleArea(shape: string) {
  const text = { position: { x: '3.5', y: 4 }, color: '#112233', text: shape === 'text' ? 'Stage' : '' }
  return { shape, color: '#eeeeee', border_color: '#999999', rotation: 0, position: { x: 5, y: 300 }, text }
}
