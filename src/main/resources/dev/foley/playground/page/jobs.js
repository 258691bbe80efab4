import { html, nothing } from '/lib/lit-html/lit-html.js';
import { get } from './api.js';
import { state, update } from './state.js';

const SERVICE = '/control/services/aimlapi';
const LOOK = 1000;
const CREDITS_PER_DOLLAR = 2_000_000;
let seen = null;
let planned = [];
let timer = 0;

/** Asks the service how it stands as long as somebody looks. */
export function watchJobs(on) {
  clearTimeout(timer);
  if (on) {
    look();
  }
}

async function look() {
  try {
    [seen, planned] = await Promise.all([get(SERVICE), get(SERVICE + '/faults')]);
    update();
  } catch {
    // The feed says it when the playground is gone.
  }
  if (state.panel.open && state.panel.tab === 'jobs') {
    timer = setTimeout(look, LOOK);
  }
}

/** The simulated service: how fast it is, what it works on, what it will do wrong. */
export function jobs() {
  if (!seen) {
    return html`<p class="empty">Asking the service…</p>`;
  }
  const factor = seen.timeFactor;
  return html`
    <section>
      <h2>Simulated AIML API</h2>
      <p class="speed">${factor === 1 ? 'As fast as the real one.' : `${factor} times as fast as the real one.`}
        Chosen at the start, with <code class="whole">--time-factor</code>.</p>
      <dl class="facts">
        <div><dt>Submits</dt><dd>${seen.submitsAccepted} of ${seen.submitsReceived}</dd></div>
        <div><dt>Polls</dt><dd>${seen.polls}</dd></div>
        <div><dt>Downloads</dt><dd>${seen.downloads}</dd></div>
        <div><dt>Charged</dt><dd>${((seen.creditsCharged - seen.creditsRefunded) / CREDITS_PER_DOLLAR).toFixed(4)} $</dd></div>
      </dl>
    </section>
    ${planned.length ? html`<section><h2>Faults to come</h2>
      <ul class="planned">${planned.map(fault => html`<li><code>${fault.at}</code> ${fault.fault} <span>${fault.times} ×</span></li>`)}</ul></section>` : nothing}
    <section>
      <h2>Jobs</h2>
      ${seen.jobs.length ? html`<ol class="jobs">${[...seen.jobs].reverse().map(job => html`
        <li><span class="status ${job.status}">${job.status}</span><span class="prompt">${job.prompt}</span>
          <small>${job.seconds} s · ${times(job.polls, 'poll')} · ${times(job.downloads, 'download')}</small></li>`)}</ol>`
        : html`<p class="empty">No job yet.</p>`}
    </section>`;
}

const times = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;
