import { html, nothing } from '/lib/lit-html/lit-html.js';
import { attempt } from './actions.js';
import { get, post, put, remove } from './api.js';
import { follow } from './feed.js';
import { control, serviceName, services } from './services.js';
import { botName, state, update } from './state.js';
import { size } from './times.js';

const LIMITS = [10 << 20, 1 << 20, 100 << 10];
const next = (fault, times = 1, route = '* /**') => () => post('/control/faults', { route, times, seconds: 300, ...fault });
const service = (at, fault, times = 1) => () => post(control(target) + '/faults', { at, times, ...fault });
let outage = false;
/** The service that the faults of services go to. */
let target = 'aimlapi';

/** Each: what it is called, what happens, the request that brings it about. */
const DISCORD = [
  ['Server errors', 'The next 3 requests are answered 503.', next({ fault: 'answer', status: 503 }, 3)],
  ['Rate limit', 'The next request is answered 429, to be repeated after 2 s.', next({ fault: 'rate-limited', retryAfterMillis: 2000 })],
  ['Slow', 'The next 5 requests take 2 s longer.', next({ fault: 'slow', delayMillis: 2000 }, 5)],
  ['Lost answer', 'The next message is posted, but the bot does not hear of it.', next({ fault: 'drop-after' }, 1, '* /webhooks/**')],
  ['Reconnect', 'The gateway asks the bot to reconnect and resume.', () => post('/control/gateway', { do: 'reconnect' })],
  ['Invalid session', 'The gateway forgets the session.', () => post('/control/gateway', { do: 'invalidate' })],
  ['Cut the gateway', 'The connection breaks without a word.', () => post('/control/gateway', { do: 'drop' })],
  ['Expire tokens', 'The 15 minutes of all commands so far are over now.', expireTokens],
  ['Expire file links', 'Addresses of files stop working; the page asks for fresh ones.', expireAddresses],
];

const SERVICES = [
  ['Submit: 429', 'The next request is refused, to be repeated after 5 s.', service('submit', { fault: 'status', code: 429, retryAfterSeconds: 5 })],
  ['Submit: 503', 'The service is down for the next request.', service('submit', { fault: 'status', code: 503 })],
  ['Submit: slow', 'The next answer takes 5 s.', service('submit', { fault: 'hang', seconds: 5 })],
  ['Submit: answer lost', 'The job is accepted and charged, but the bot cannot know.', service('submit', { fault: 'drop', processed: true })],
  ['Poll: 500', 'The next 3 questions for progress fail.', service('poll', { fault: 'status', code: 500 }, 3)],
  ['Job fails', 'The next job ends with an error and is refunded.', service('job', { fault: 'outcome', end: 'error_object' })],
  ['Job never ends', 'The next job goes on for ever.', service('job', { fault: 'outcome', end: 'never' })],
  ['File cut short', 'The next 5 downloads break off half-way.', service('download', { fault: 'transfer', flaw: 'cut_short' }, 5)],
  ['File is a web page', 'The next 5 downloads are HTML.', service('download', { fault: 'garbled', form: 'html' }, 5)],
  ['File: 503', 'The next 2 downloads are refused.', service('download', { fault: 'status', code: 503 }, 2)],
];

async function expireTokens() {
  const open = (await get('/control/interactions')).filter(interaction => Date.parse(interaction.tokenEndsAt) > Date.now());
  await Promise.all(open.map(interaction => post(`/control/interactions/${interaction.id}/expire`)));
}

/** The feed tells all addresses anew. */
async function expireAddresses() {
  await post('/control/attachments/expire');
  follow(state.viewer);
}

async function clear() {
  await remove('/control/faults');
  await Promise.all(services().map(({ id }) => remove(control(id) + '/faults')));
  outage = false;
}

function switchOutage() {
  outage = !outage;
  update();
  return attempt(() => put('/control/outage', { on: outage }), outage ? 'Discord is down.' : 'Discord is back.');
}

const button = ([label, what, act]) => html`
  <li><button class="button secondary" @click=${() => attempt(act, label + ': armed.')}>${label}</button><span>${what}</span></li>`;

export function faults() {
  return html`
    ${process()}
    <section>
      <h2>Discord</h2>
      <ul class="faults">
        <li><button class="button ${outage ? 'danger' : 'secondary'}" role="switch" aria-checked=${outage} @click=${switchOutage}>Outage</button>
          <span>${outage ? 'Discord is down until this is switched off.' : 'REST answers 503 and the gateway is gone, until switched off.'}</span></li>
        ${DISCORD.map(button)}
        <li><label class="limit">Upload limit <select @change=${event => attempt(() =>
            put('/control/attachment-limit', { bytes: Number(event.target.value) }), 'The upload limit has changed.')}>
          ${LIMITS.map(bytes => html`<option value=${bytes} .selected=${bytes === state.world.attachmentLimit}>${size(bytes)}</option>`)}
        </select></label><span>For each file; larger ones have to go another way.</span></li>
      </ul>
    </section>
    <section>
      <h2>Sound service <select aria-label="Service" @change=${event => { target = event.target.value; }}>
        ${(services() ?? []).map(({ id }) => html`<option value=${id} .selected=${id === target}>${serviceName(id)}</option>`)}
      </select></h2>
      <ul class="faults">${SERVICES.map(button)}</ul>
    </section>
    <p><button class="button secondary" @click=${() => attempt(clear, 'All is well again.')}>End all faults</button></p>`;
}

/** The bot's process, if it is the playground's own. */
function process() {
  const { state: now, switchable, starts } = state.bot;
  const does = (label, action, style, what) => html`
    <li><button class="button ${style}" @click=${() => attempt(() => post('/page/bot/' + action))}>${label}</button><span>${what}</span></li>`;
  return html`
    <section>
      <h2>${botName()} <span class="presence ${now}">${now}${starts > 1 ? html`, start ${starts}` : nothing}</span></h2>
      ${switchable ? html`<ul class="faults">
        ${now === 'offline' ? does('Start', 'start', 'success', 'Starts its process again, on the same data.')
          : html`
            ${does('Kill and restart', 'restart', 'danger', 'kill -9, then a new process on the same data. Nothing paid for may be lost.')}
            ${does('Kill', 'kill', 'danger', 'kill -9, and leave it dead for now.')}
            ${does('Stop', 'stop', 'secondary', 'SIGTERM: it finishes what is in hand.')}`}
      </ul>` : html`<p class="empty">This bot runs elsewhere, so it cannot be switched from here.</p>`}
    </section>`;
}
