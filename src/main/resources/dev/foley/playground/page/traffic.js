import { html, nothing } from '/lib/lit-html/lit-html.js';
import { repeat } from '/lib/lit-html/directives/repeat.js';
import { state, update } from './state.js';
import { exact } from './times.js';

const PEERS = { discord: 'REST', gateway: 'Gateway', service: 'Service' };
const hidden = new Set();
const opened = new Set();

function toggle(set, key) {
  if (!set.delete(key)) {
    set.add(key);
  }
  update();
}

/** What the bot asks of Discord and of its services, newest first. Tokens, keys and signatures are masked. */
export function traffic() {
  const shown = state.traffic.filter(entry => !hidden.has(entry.peer)).reverse();
  return html`
    <div class="filters" role="group" aria-label="Show">
      ${Object.entries(PEERS).map(([peer, label]) => html`
        <button class="filter ${peer}" aria-pressed=${!hidden.has(peer)} @click=${() => toggle(hidden, peer)}>${label}</button>`)}
      <button class="link" @click=${() => update({ traffic: [] })}>Clear</button>
    </div>
    ${shown.length ? html`<ol class="traffic">${repeat(shown, entry => entry.key, row)}</ol>`
      : html`<p class="empty">Nothing yet. What the bot sends and receives appears here.</p>`}`;
}

function row(entry) {
  const details = entry.request || entry.response;
  const open = opened.has(entry.key);
  const summary = html`
    <time>${exact(new Date(entry.at))}</time>
    <span class="peer ${entry.peer}">${entry.method || 'event'}</span>
    <span class="target" title=${entry.target}>${path(entry)}</span>
    ${entry.peer === 'gateway' ? nothing : html`<span class="status ${kind(entry.status)}">${entry.status || 'cut'}</span>
      <span class="millis">${entry.millis < 10 ? entry.millis.toFixed(1) : Math.round(entry.millis)} ms</span>`}`;
  return html`<li>${details
    ? html`<button class="entry" aria-expanded=${open} @click=${() => toggle(opened, entry.key)}>${summary}</button>
        ${open ? html`<div class="bodies">${body('Request', entry.request)}${body('Answer', entry.response)}</div>` : nothing}`
    : html`<div class="entry">${summary}</div>`}</li>`;
}

/** Without what is always the same, and with ids cut to their last digits. */
const path = entry => entry.target.replace(/^\/api\/v\d+/, '').replace(/^\/services\//, '').replace(/\d{13,}(?=\d{4})/g, '…')
  .replace(/\?.*/, query => query.length > 40 ? '?…' : query);
const kind = status => status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'poor' : 'good';

function body(title, text) {
  return text ? html`<h3>${title}</h3><pre tabindex="0">${pretty(text)}</pre>` : nothing;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
