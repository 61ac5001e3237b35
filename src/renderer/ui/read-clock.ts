import { latinDigits } from '../../shared/lib/money.ts'

/** "19:30", "0815", "۱۹:۳۰": parses a 24-hour time; null if it is none. */
export function readClock(text: string): string | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.]?(\d{2})$/.exec(latinDigits(text).trim()) ?? []
  const isClock = hour !== '' && Number(hour) < 24 && Number(minute) < 60
  return isClock ? `${hour.padStart(2, '0')}:${minute}` : null
}
