import { html, nothing } from '/lib/lit-html/lit-html.js';
import { faults } from './faults.js';
import { icons } from './icons.js';
import { jobs } from './jobs.js';
import { watchServices } from './services.js';
import { state, store, update } from './state.js';
import { traffic } from './traffic.js';

const TABS = { traffic: ['Traffic', traffic], faults: ['Faults', faults], services: ['Services', jobs] };

export function togglePanel() {
  const open = !state.panel.open;
  store('panel', open ? 'open' : '');
  update({ panel: { ...state.panel, open } });
  if (open) {
    watchServices();
  }
}

function show(tab) {
  update({ panel: { ...state.panel, tab } });
  watchServices();
  document.getElementById('tab-' + tab)?.focus();
}

function keys(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    const names = Object.keys(TABS);
    show(names[(names.indexOf(state.panel.tab) + step + names.length) % names.length]);
  }
}

/** Behind the scenes: what went over the wire, what can go wrong, what the services do. */
export function panel() {
  const { open, tab } = state.panel;
  if (!open) {
    return nothing;
  }
  return html`
    <aside class="panel" aria-label="Behind the scenes">
      <header>
        <div role="tablist" aria-label="Behind the scenes" @keydown=${keys}>
          ${Object.entries(TABS).map(([name, [label]]) => html`
            <button role="tab" id=${'tab-' + name} aria-selected=${name === tab} aria-controls="panel-body" tabindex=${name === tab ? 0 : -1}
              @click=${() => show(name)}>${label}</button>`)}
        </div>
        <button class="plain" aria-label="Close" @click=${togglePanel}>${icons.close}</button>
      </header>
      <div id="panel-body" class="scroll" role="tabpanel" tabindex="0" aria-labelledby=${'tab-' + tab}>${TABS[tab][1]()}</div>
    </aside>`;
}
