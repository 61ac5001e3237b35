/** `locale` goes to Intl: digits, currency and calendar follow it. */
export const languages = [
  { code: 'en', locale: 'en-IN', name: 'English', direction: 'ltr' },
  { code: 'fa', locale: 'fa-IR', name: 'فارسی', direction: 'rtl' },
  { code: 'hi', locale: 'hi-IN', name: 'हिन्दी', direction: 'ltr' },
] as const

export type Language = (typeof languages)[number]['code']
