// The texts of the window around the page, in the language of the desk: menu, and the system's own boxes. Owns every word of it, in three
// languages; the page's are in its catalogue.

import type { DeskWord } from '../../shared/contract/desk-place.ts'

export type WindowLanguage = DeskWord['language']

const english = {
  file: '&File',
  backUp: 'Back up now',
  restore: 'Restore a backup…',
  update: 'Update from a file…',
  quit: 'Quit Guichet',
  edit: '&Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  go: '&Go',
  tonight: 'Tonight',
  find: 'Find',
  shift: 'Shift',
  money: 'Money waiting',
  gate: 'Gate',
  manage: 'Manage',
  view: '&View',
  fullScreen: 'Full screen',
  window: '&Window',
  minimize: 'Minimise',
  help: '&Help',
  dataFolder: 'Open data folder',
  logs: 'Open logs',
  diagnostics: 'Copy diagnostics',
  about: 'About Guichet',
  locked: 'Nobody is signed in. A manager must sign in first.',
  notYours: 'Only a manager or an administrator may do this.',
  backedUp: 'A backup was made, and lies with the others.',
  silent: 'The house does not answer. Look at the line on the screen, and try again.',
  copied:
    'The diagnostics are on the clipboard: versions, this machine, and the end of the log. Names, numbers and codes are left out.',
  notOpened: 'The folder could not be opened: {detail}',
  ofHub: 'This machine sells for a hub. Restore the backup there.',
  salesOpen:
    'Seats are being held or paid for: {count}. Finish or release them first, at every desk (Manage, Holds).',
  chooseBackup: 'Which backup?',
  backups: 'Backups',
  chooseUpdate: 'Which guichet-update.json? The package lies beside it.',
  manifests: 'Updates',
  refused: 'This file was not restored, and nothing has changed. {detail}',
  confirm: 'Put this backup in the place of the house?',
  facts:
    '{file}\n\nAll of it holds, up to {at} (row {row}). Rows of this house that came after that: {later}. They will not be in it.\n\nThe house is closed, what is here now is moved aside and kept, and Guichet starts again.',
  waits: 'It then sells nothing before its kiosks have spoken ({count}), or two people open it.',
  doRestore: 'Restore',
  cancel: 'Cancel',
  failed: 'The backup could not be put in its place, and nothing has changed. {detail}',
  cannotSell: 'Guichet cannot sell',
  cannotSellText: 'Nothing that was sold is lost. Call whoever looks after this machine.',
  keysClosed:
    'The system’s key store (keyring) is locked, or does not have the key of this house any more. Unlock it, as by signing in to this machine with its password, and start Guichet again. Nothing that was sold is lost.',
  dateAsked:
    'This machine’s clock shows a date long after this house was last used. Is that date right? What is sold at a wrong date stays there: set the clock first, and start Guichet again.',
  dateIsRight: 'The date is right',
  setClock: 'Close, and set the clock',
  triesAgain: 'This screen tries again by itself every minute.',
  restoreFinished:
    'Guichet ended while a backup was put in the place of the house. This start has finished it: what is open now is the backup. What was here before is kept in {aside}',
  restoreUndone:
    'Guichet ended while a backup was made ready. Nothing was changed by it: the house is as it was. Restore it again if it is still wanted.',
  keepsDying:
    'The window’s page ended several times in a minute. Start Guichet with --safe-mode. What was sold is sold.',
} as const

export type WindowWords = Readonly<Record<keyof typeof english, string>>

const persian: WindowWords = {
  file: 'پرونده',
  backUp: 'همین حالا پشتیبان بگیر',
  restore: 'بازگرداندن پشتیبان…',
  update: 'به‌روزرسانی از پرونده…',
  quit: 'بستن گیشه',
  edit: 'ویرایش',
  undo: 'واگرد',
  redo: 'از نو',
  cut: 'برش',
  copy: 'رونوشت',
  paste: 'چسباندن',
  selectAll: 'انتخاب همه',
  go: 'برو به',
  tonight: 'امشب',
  find: 'جستجو',
  shift: 'شیفت',
  money: 'پول‌های در انتظار',
  gate: 'ورودی',
  manage: 'مدیریت',
  view: 'نما',
  fullScreen: 'تمام‌صفحه',
  window: 'پنجره',
  minimize: 'کوچک کردن',
  help: 'راهنما',
  dataFolder: 'باز کردن پوشهٔ داده‌ها',
  logs: 'باز کردن گزارش‌های رویداد',
  diagnostics: 'رونوشت از اطلاعات عیب‌یابی',
  about: 'دربارهٔ گیشه',
  locked: 'کسی وارد نشده است. نخست باید یک مدیر وارد شود.',
  notYours: 'این کار فقط از مدیر یا سرپرست برمی‌آید.',
  backedUp: 'پشتیبان گرفته شد و کنار بقیه است.',
  silent: 'سامانه پاسخ نمی‌دهد. خط بالای صفحه را ببینید و دوباره بکوشید.',
  copied:
    'اطلاعات عیب‌یابی در کلیپ‌بورد است: نسخه‌ها، این دستگاه، و پایان گزارش رویدادها. نام‌ها، شماره‌ها و کدها در آن نیست.',
  notOpened: 'پوشه باز نشد: {detail}',
  ofHub: 'این دستگاه برای یک هاب می‌فروشد. پشتیبان را همان‌جا بازگردانید.',
  salesOpen:
    'صندلی‌هایی نگه داشته شده یا در حال پرداخت است: {count}. نخست در همهٔ باجه‌ها تمام یا آزادشان کنید (مدیریت، نگه‌داشته‌ها).',
  chooseBackup: 'کدام پشتیبان؟',
  backups: 'پشتیبان‌ها',
  chooseUpdate: 'کدام guichet-update.json؟ بسته در کنار آن است.',
  manifests: 'به‌روزرسانی‌ها',
  refused: 'این پرونده بازگردانده نشد و چیزی عوض نشده است. {detail}',
  confirm: 'این پشتیبان جای داده‌های کنونی را بگیرد؟',
  facts:
    '{file}\n\nهمه‌اش درست است، تا {at} (ردیف {row}). ردیف‌هایی که پس از آن ثبت شده: {later}. این‌ها در آن نخواهد بود.\n\nداده‌ها بسته می‌شود، آنچه اکنون هست کنار گذاشته و نگه داشته می‌شود، و گیشه از نو آغاز می‌کند.',
  waits: 'سپس تا وقتی کیوسک‌هایش ({count}) خبر ندهند یا دو نفر بازش نکنند، چیزی نمی‌فروشد.',
  doRestore: 'بازگرداندن',
  cancel: 'انصراف',
  failed: 'پشتیبان سر جایش نرفت و چیزی عوض نشده است. {detail}',
  cannotSell: 'گیشه نمی‌تواند بفروشد',
  cannotSellText: 'آنچه فروخته شده از دست نرفته است. به مسئول این دستگاه خبر دهید.',
  keysClosed:
    'کلیددان سیستم قفل است، یا دیگر کلید این گیشه را ندارد. قفلش را باز کنید، مثلاً با ورود به این دستگاه با گذرواژه‌اش، و گیشه را از نو آغاز کنید. آنچه فروخته شده از دست نرفته است.',
  dateAsked:
    'ساعت این دستگاه تاریخی را نشان می‌دهد که مدت‌ها پس از آخرین استفاده از این گیشه است. آیا این تاریخ درست است؟ آنچه با تاریخ نادرست فروخته شود همان‌جا می‌ماند: نخست ساعت را تنظیم کنید و گیشه را از نو آغاز کنید.',
  dateIsRight: 'تاریخ درست است',
  setClock: 'بستن، و تنظیم ساعت',
  triesAgain: 'این صفحه هر دقیقه خودش دوباره می‌کوشد.',
  restoreFinished:
    'گیشه در میانهٔ گذاشتن پشتیبان به‌جای داده‌ها بسته شده بود. این بار کار را به پایان رساند: آنچه اکنون باز است همان پشتیبان است. آنچه پیش‌تر بود اینجا نگه داشته شده: {aside}',
  restoreUndone:
    'گیشه در میانهٔ آماده کردن یک پشتیبان بسته شده بود. چیزی عوض نشده است: داده‌ها همان است که بود. اگر هنوز لازم است، دوباره بازش گردانید.',
  keepsDying:
    'صفحهٔ پنجره در یک دقیقه چند بار از کار افتاد. گیشه را با ‎--safe-mode‎ آغاز کنید. آنچه فروخته شده، فروخته است.',
}

const hindi: WindowWords = {
  file: 'फ़ाइल',
  backUp: 'अभी बैकअप लें',
  restore: 'बैकअप वापस लाएँ…',
  update: 'फ़ाइल से अपडेट करें…',
  quit: 'गीशे बंद करें',
  edit: 'संपादन',
  undo: 'पूर्ववत करें',
  redo: 'फिर से करें',
  cut: 'काटें',
  copy: 'कॉपी करें',
  paste: 'चिपकाएँ',
  selectAll: 'सब चुनें',
  go: 'जाएँ',
  tonight: 'आज रात',
  find: 'खोजें',
  shift: 'शिफ़्ट',
  money: 'बाक़ी पैसे',
  gate: 'गेट',
  manage: 'प्रबंधन',
  view: 'दृश्य',
  fullScreen: 'पूरी स्क्रीन',
  window: 'विंडो',
  minimize: 'छोटा करें',
  help: 'मदद',
  dataFolder: 'डेटा फ़ोल्डर खोलें',
  logs: 'लॉग खोलें',
  diagnostics: 'जाँच की जानकारी कॉपी करें',
  about: 'गीशे के बारे में',
  locked: 'कोई साइन इन नहीं है। पहले किसी मैनेजर को साइन इन करना होगा।',
  notYours: 'यह केवल मैनेजर या ऐडमिन कर सकते हैं।',
  backedUp: 'बैकअप बन गया और बाकी के साथ रखा है।',
  silent: 'हाउस जवाब नहीं दे रहा। स्क्रीन की पंक्ति देखें और फिर कोशिश करें।',
  copied: 'जाँच की जानकारी क्लिपबोर्ड पर है: संस्करण, यह मशीन और लॉग का अंत। नाम, नंबर और कोड इसमें नहीं हैं।',
  notOpened: 'फ़ोल्डर नहीं खुला: {detail}',
  ofHub: 'यह मशीन एक हब के लिए बेचती है। बैकअप वहीं वापस लाएँ।',
  salesOpen:
    'कुछ सीटें रोकी हुई हैं या उनका भुगतान चल रहा है: {count}। पहले हर काउंटर पर उन्हें पूरा करें या छोड़ें (प्रबंधन, होल्ड)।',
  chooseBackup: 'कौन-सा बैकअप?',
  backups: 'बैकअप',
  chooseUpdate: 'कौन-सी guichet-update.json? पैकेज उसके पास ही है।',
  manifests: 'अपडेट',
  refused: 'यह फ़ाइल वापस नहीं लाई गई और कुछ नहीं बदला। {detail}',
  confirm: 'मौजूदा डेटा की जगह यह बैकअप रखें?',
  facts:
    '{file}\n\nइसमें सब सही है, {at} तक (पंक्ति {row})। उसके बाद दर्ज हुई पंक्तियाँ: {later}। वे इसमें नहीं होंगी।\n\nडेटा बंद होगा, जो अभी है वह अलग रखा जाएगा, और गीशे फिर से शुरू होगा।',
  waits: 'फिर जब तक इसके कियोस्क ({count}) न बोलें, या दो लोग इसे न खोलें, यह कुछ नहीं बेचेगा।',
  doRestore: 'वापस लाएँ',
  cancel: 'रद्द करें',
  failed: 'बैकअप अपनी जगह नहीं रखा जा सका और कुछ नहीं बदला। {detail}',
  cannotSell: 'गीशे बेच नहीं सकता',
  cannotSellText: 'जो बिक चुका है वह सुरक्षित है। इस मशीन की देखभाल करने वाले को बुलाएँ।',
  keysClosed:
    'सिस्टम का कुंजी-भंडार (keyring) बंद है, या उसमें इस हाउस की कुंजी अब नहीं है। उसे खोलें, जैसे इस मशीन में पासवर्ड से साइन इन करके, और गीशे फिर से शुरू करें। जो बिक चुका है वह सुरक्षित है।',
  dateAsked:
    'इस मशीन की घड़ी जो तारीख़ दिखाती है वह इस हाउस के आख़िरी इस्तेमाल से बहुत बाद की है। क्या वह तारीख़ सही है? ग़लत तारीख़ पर बिका हुआ उसी तारीख़ पर रह जाता है: पहले घड़ी ठीक करें, फिर गीशे दोबारा शुरू करें।',
  dateIsRight: 'तारीख़ सही है',
  setClock: 'बंद करें, और घड़ी ठीक करें',
  triesAgain: 'यह स्क्रीन हर मिनट अपने-आप फिर कोशिश करती है।',
  restoreFinished:
    'बैकअप रखे जाते समय गीशे बंद हो गया था। इस बार शुरू होने पर काम पूरा हुआ: अभी जो खुला है वह बैकअप है। जो पहले यहाँ था वह इसमें रखा है: {aside}',
  restoreUndone:
    'बैकअप तैयार होते समय गीशे बंद हो गया था। इससे कुछ नहीं बदला: डेटा वैसा ही है। अब भी चाहिए तो उसे फिर से वापस लाएँ।',
  keepsDying: 'विंडो का पेज एक मिनट में कई बार बंद हुआ। गीशे को --safe-mode के साथ शुरू करें। जो बिका, वह बिक चुका है।',
}

const all: Readonly<Record<WindowLanguage, WindowWords>> = { en: english, fa: persian, hi: hindi }

export function wordsOf(language: WindowLanguage): WindowWords {
  return all[language]
}

/** Replaces `{at}` and similar placeholders. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** Used before the page has said its language: the first of the system's languages that we have. */
export function firstLanguage(wanted: readonly string[]): WindowLanguage {
  const codes = wanted.map((tag) => tag.slice(0, 2))
  return codes.find((code): code is WindowLanguage => Object.hasOwn(all, code)) ?? 'en'
}
