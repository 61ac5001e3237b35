/** A small, complete seats.io chart for tests: a row, a round table, a booth, a section, a standing area, a stage, a word. */
export function sampleSeatsio() {
  return {
    name: 'Sample chart',
    tablesLabelCounter: 2,
    uuidCounter: 40,
    categories: {
      list: [
        { label: 'Near', color: '#87A9CD', accessible: false, key: 1 },
        { label: 'Far', color: '#5E42BB', accessible: false, key: 'f' },
      ],
      maxCategoryKey: 1,
    },
    version: 19,
    venueType: 'MIXED',
    sectionScaleFactor: 100,
    subChart: sampleSubChart(),
  }
}

function sampleSubChart() {
  return {
    height: 400,
    width: 600,
    rows: [{ label: 'A', seats: [chair(1, 20, 20, 1), chair(2, 40, 20, 1), chair(3, 60, 20, 'f')] }],
    tables: [
      {
        label: 'T1',
        type: 'round',
        center: { x: 200, y: 60 },
        radius: 20,
        rotationAngle: 0,
        bookAsAWhole: true,
        seats: [chair(1, 200, 30, 1), chair(2, 230, 60, 1), chair(3, 200, 90, 1)],
        uuid: 'table-1',
      },
    ],
    booths: [
      { label: 'B1', center: { x: 300, y: 60 }, width: 40, height: 30, categoryKey: 'f', uuid: 'booth-1' },
    ],
    generalAdmissionAreas: [
      {
        label: 'Floor',
        capacity: 60,
        categoryKey: 'f',
        type: 'polygon',
        points: [
          { x: 20, y: 200 },
          { x: 140, y: 200 },
          { x: 80, y: 300 },
        ],
        uuid: 'floor',
      },
    ],
    shapes: [
      {
        objectType: 'shape',
        type: 'rectangle',
        label: 'Stage',
        center: { x: 100, y: 10 },
        width: 80,
        height: 10,
        rotationAngle: 90,
        fillColor: '#D0D1D2',
      },
    ],
    texts: [{ text: 'Bar', center: { x: 400, y: 20 }, rotationAngle: 0, textColor: '#333333' }],
    sections: [sampleSection()],
  }
}

function sampleSection() {
  return {
    label: 'Balcony',
    topLeft: { x: 300, y: 200 },
    points: [
      { x: 301, y: 201 },
      { x: 400, y: 201 },
      { x: 400, y: 260 },
    ],
    categoryKey: 1,
    entrance: 'Gate 3',
    subChart: {
      rows: [{ label: 'A', seats: [chair(1, 20, 20, null), chair(2, 40, 20, 'f')] }],
      tables: [],
      booths: [],
      generalAdmissionAreas: [],
      shapes: [],
      texts: [],
    },
  }
}

let made = 0

function chair(label: number, x: number, y: number, categoryKey: number | string | null) {
  made += 1
  return {
    x,
    y,
    label: String(label),
    categoryKey,
    categoryLabel: 'whatever',
    accessible: label === 1,
    companionSeat: label === 2,
    restrictedView: label === 3,
    uuid: `chair-${made}`,
    published: true,
  }
}
