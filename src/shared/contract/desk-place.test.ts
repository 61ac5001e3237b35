import { expect, test } from 'vitest'
import { deskPlace, deskWord, placeOfLink } from './desk-place.ts'

test.for([
  ['guichet://booking/TKT-20261120-1A2B3C4D', { kind: 'booking', number: 'TKT-20261120-1A2B3C4D' }],
  ['guichet://booking/tkt-20261120-1a2b3c4d/', { kind: 'booking', number: 'TKT-20261120-1A2B3C4D' }],
  ['GUICHET://Booking/01KAJ3V5D2Q8Z7M4N6P0R1S2T3', { kind: 'booking', number: '01KAJ3V5D2Q8Z7M4N6P0R1S2T3' }],
  ['guichet://show/12', { kind: 'show', showId: 12 }],
  ['guichet://show/12/', { kind: 'show', showId: 12 }],
] as const)('[6.4] a link leads to a booking or a show: %s', ([link, place]) => {
  expect(placeOfLink(link)).toEqual(place)
  expect(deskPlace.parse(place)).toEqual(place)
})

test.for([
  '',
  'guichet:',
  'guichet://',
  'guichet://booking',
  'guichet://booking/',
  'guichet://show/0',
  'guichet://show/-1',
  'guichet://show/1e3',
  'guichet://show/12345678901234567890',
  'guichet://show/12?x=1',
  'guichet://show/12#/staff',
  'guichet://show/12/../staff',
  'guichet://show//12',
  'guichet://show/12\n--remote-debugging-port=9222',
  'guichet://user:password@show/12',
  'guichet://show:80/12',
  ' guichet://show/12',
  'guichet://staff/1',
  'guichet://booking/%54KT-20261120-1A2B3C4D',
  'guichet://booking/TKT-20261120-1A2B3C4D%00',
  'guichet://booking/<img src=x onerror=alert(1)>',
  'guichet://booking/TKT-20261120-1A2B3C4',
  "guichet://booking/1' OR '1'='1",
  `guichet://booking/${'A'.repeat(5000)}`,
  'guichet://booking/٠١٢',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://guichet.invalid/show/12',
  'guichet-evil://show/12',
  '--headless',
])('[6.4] what else is made of a link leads nowhere: %j', (link) => {
  expect(placeOfLink(link)).toBeNull()
})

test('[6.4] a place or a word that has more to say is refused', () => {
  for (const place of [
    { kind: 'show', showId: 1, run: 'x' },
    { kind: 'show', showId: 1.5 },
    { kind: 'booking', number: '#/staff' },
    { kind: 'screen', name: 'staff' },
    null,
  ])
    expect(deskPlace.safeParse(place).success, JSON.stringify(place)).toBe(false)
  expect(deskWord.safeParse({ language: 'de', scheme: 'dark' }).success).toBe(false)
  expect(deskWord.safeParse({ language: 'fa', scheme: 'dark', more: 1 }).success).toBe(false)
})
