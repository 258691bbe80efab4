import { html, nothing } from '/lib/lit-html/lit-html.js';
import { choose, press } from './actions.js';
import { icons } from './icons.js';
import { openSelect, selectLines } from './menu.js';
import { state } from './state.js';

const BUTTON = 2;
const LINK = 5;
const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link-button', 'primary'];

/** The rows of buttons and selects below a message. */
export function components(message) {
  const rows = Map.groupBy(message.components, component => component.row);
  return [...rows.values()].map(row => html`<div class="row">${row.map(component =>
    component.type === BUTTON ? button(message, component) : select(message, component))}</div>`);
}

function button(message, component) {
  const label = html`${component.emoji ? html`<span class="emoji" aria-hidden="true">${component.emoji}</span>` : nothing}${component.label}`;
  if (component.style === LINK) {
    return html`<a class="button secondary" href=${component.url} target="_blank" rel="noreferrer noopener">${label}${icons.link}</a>`;
  }
  const busy = state.busy.has(message.id + component.customId);
  return html`<button class="button ${STYLES[component.style]} ${busy ? 'busy' : ''}" ?disabled=${component.disabled}
    aria-busy=${busy} aria-label=${component.label || component.emoji}
    @click=${() => busy || press(message, component)}>${label}</button>`;
}

function select(message, component) {
  const busy = state.busy.has(message.id + component.customId);
  const preset = component.options.filter(option => option.preset).map(option => option.value);
  const chosen = state.menu?.select === message.id + component.customId ? state.menu.chosen : preset;
  const names = selectLines(component).filter(line => chosen.includes(line.value)).map(line => line.label);
  return html`
    <button class="select ${busy ? 'busy' : ''}" ?disabled=${component.disabled || busy} aria-haspopup="listbox" aria-busy=${busy}
        aria-label=${component.label ?? 'Make a selection'}
        @click=${event => openSelect(event, message.id + component.customId, component, preset,
          values => choose(message, component, values))}>
      <span class=${names.length ? '' : 'placeholder'}>${names.join(', ') || component.label || 'Make a selection'}</span>${icons.chevron}
    </button>`;
}
