import './no-eval.ts'
import './scanner/listen.ts'
import './stores/customer-window.ts'
import './stores/desks-watch.ts'
import './stores/exchange-watch.ts'
import './stores/hold-on-select.ts'
import './stores/instead.ts'
import './stores/sale-keeping.ts'
import './stores/sale-watch.ts'
import './stores/scanned-ticket.ts'
import './stores/money-waiting.ts'
import './stores/standby.ts'
import './stores/window-word.ts'
import { createRoot } from 'react-dom/client'
import { known } from '../shared/lib/assert.ts'
import { App } from './app.tsx'
import { Words } from './ui/words.tsx'
import './ui/base.css'

createRoot(known(document.getElementById('root'), 'root element')).render(
  <Words>
    <App />
  </Words>,
)
