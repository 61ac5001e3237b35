// Persian: pictures of a listing. The keys are English's: a missing one does not compile. Must hold no message that no screen shows.

import type { enImages } from './en-images.ts'

export const faImages: Readonly<Record<keyof typeof enImages, string>> = {
  'refusal.notFound.picture': 'چنین تصویری اینجا نیست.',
  'images.title': 'تصویرها',
  'images.of': '{title}: {count, plural, =0 {بدون تصویر} other {# تصویر}}',
  'images.changed': '{count, plural, =0 {بدون تصویر} other {# تصویر}}',
  'images.dialog': 'تصویرهای {title}',
  'images.choose': 'انتخاب تصویر',
  'images.drop': 'تا {limit, number} تصویر: JPEG، PNG یا WebP. می‌توانید اینجا رها کنید.',
  'images.alt': 'تصویر {place}: چه دیده می‌شود',
  'images.earlier': 'تصویر {place}: جلوتر',
  'images.later': 'تصویر {place}: عقب‌تر',
  'images.remove': 'تصویر {place}: حذف',
  'images.keep': 'ذخیره',
  'images.kept': 'ذخیره شد.',
  'images.undone': 'برگردانده شد.',
  'images.describe': 'برای هر تصویر بنویسید چه دیده می‌شود.',
  'images.problem.no-picture': '{file} تصویری نیست که خوانده شود.',
  'images.problem.too-large': '{file} بیش از حد بزرگ است: حداکثر ۵ مگابایت و ۲۵ میلیون نقطه.',
  'images.problem.too-many': 'برای {file} جا نیست.',
  'images.problem.twice': '{file} از پیش اینجاست.',
}
