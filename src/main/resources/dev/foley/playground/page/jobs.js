import { html, nothing } from '/lib/lit-html/lit-html.js';
import { attempt } from './actions.js';
import { put } from './api.js';
import { serviceName, services } from './services.js';
import { state, update } from './state.js';

/** What the slider offers; whatever was chosen at the start stands between them. */
const FACTORS = [1, 2, 4, 8, 15, 30, 60];

/** The simulated services: how fast they are, what they work on, what they will do wrong. */
export function jobs() {
  return services() ? html`${pace()}${due()}${services().map(service)}` : html`<p class="empty">Asking the services…</p>`;
}

function pace() {
  if (!state.pace) {
    return nothing;
  }
  const words = state.pace === 1 ? 'as fast as real' : `${state.pace} times as fast as real`;
  const position = FACTORS.findLastIndex(factor => factor <= state.pace);
  return html`
    <section class="pace">
      <h2><label for="pace">Pace</label> <output for="pace">${words}</output></h2>
      <input id="pace" type="range" min="0" max=${FACTORS.length - 1} step="1" .value=${String(Math.max(0, position))}
        aria-valuetext=${words} @input=${event => setPace(FACTORS[event.target.value])}>
      <p class="speed">For what is asked from now on. Jobs that have begun keep their time.</p>
    </section>`;
}

function setPace(factor) {
  update({ pace: factor });
  return attempt(() => put('/control/pace', { timeFactor: factor }));
}

/** What the services still have to do, the next first. */
function due() {
  const pending = services().flatMap(({ id, now }) => now.jobs.map(job => ({ ...job, service: serviceName(id) })))
    .filter(job => job.dueAt || ['generating', 'queued', 'in-progress', 'in_progress', 'in_queue'].includes(job.status))
    .sort((one, other) => (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9'));
  return html`
    <section>
      <h2>Pending</h2>
      ${pending.length ? html`<ol class="due">${pending.map(job => html`
        <li><span class="when">${until(job.dueAt)}</span><span class="prompt">${job.prompt}</span><small>${job.service}</small></li>`)}</ol>`
        : html`<p class="empty">Nothing is under way at the services.</p>`}
    </section>`;
}

function until(dueAt) {
  const seconds = Math.ceil((Date.parse(dueAt) - Date.now()) / 1000);
  return !dueAt ? 'never' : seconds > 0 ? `in ${seconds} s` : 'now';
}

function service({ id, now: seen, planned }) {
  return html`
    <section>
      <h2>${serviceName(id)}, simulated</h2>
      <dl class="facts">
        <div><dt>Submits</dt><dd>${seen.submitsAccepted} of ${seen.submitsReceived}</dd></div>
        <div><dt>Polls</dt><dd>${seen.polls}</dd></div>
        <div><dt>Downloads</dt><dd>${seen.downloads}</dd></div>
        <div><dt>Credits</dt><dd>${(seen.creditsCharged - seen.creditsRefunded).toLocaleString('en')}</dd></div>
      </dl>
      ${planned.length ? html`<h3>Faults to come</h3>
        <ul class="planned">${planned.map(fault => html`<li><code>${fault.at}</code> ${fault.fault} <span>${fault.times} ×</span></li>`)}</ul>` : nothing}
      ${seen.jobs.length ? html`<ol class="jobs">${[...seen.jobs].reverse().map(job => html`
        <li><span class="status ${job.status}">${job.status}</span><span class="prompt">${job.prompt}</span>
          <small>${job.seconds} s · ${times(job.polls, 'poll')} · ${times(job.downloads, 'download')}</small></li>`)}</ol>`
        : nothing}
    </section>`;
}

const times = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;
