import { html, nothing } from '/lib/lit-html/lit-html.js';
import { serviceName, services } from './services.js';

/** The simulated services: how fast they are, what they work on, what they will do wrong. */
export function jobs() {
  return services()?.map(service) ?? html`<p class="empty">Asking the services…</p>`;
}

function service({ id, now: seen, planned }) {
  const factor = seen.timeFactor;
  return html`
    <section>
      <h2>${serviceName(id)}, simulated</h2>
      <p class="speed">${factor === 1 ? 'As fast as the real one.' : `${factor} times as fast as the real one.`}
        Chosen at the start, with <code class="whole">--time-factor</code>.</p>
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
