import { html, nothing, render } from '/lib/lit-html/lit-html.js';
import { openChannel } from './actions.js';
import { composer } from './composer.js';
import { follow } from './feed.js';
import { icons } from './icons.js';
import { closeMenu, menu } from './menu.js';
import { messageList } from './messages.js';
import { modal } from './modal.js';
import { panel, togglePanel } from './panel.js';
import { watchServices } from './services.js';
import { sidebar } from './sidebar.js';
import { botName, channel, onUpdate, state, update } from './state.js';
import { applyTheme } from './theme.js';

const root = document.getElementById('app');

function title() {
  const open = channel();
  const direct = open?.direct;
  return html`
    <header class="title">
      <button class="plain narrow" aria-label="Channels and members" aria-expanded=${state.drawer}
          @click=${() => update({ drawer: !state.drawer })}>${icons.menu}</button>
      <h1>${direct ? icons.at : icons.hash}${direct ? botName() : state.channel}</h1>
      <p class="topic">${topic(open)}</p>
      <button class="plain" aria-label="Behind the scenes" title="Behind the scenes: traffic, faults, the bot's process"
          aria-expanded=${state.panel.open} @click=${togglePanel}>${icons.pulse}</button>
    </header>`;
}

/** What the bot lacks here decides what happens next, so it is said where a channel's topic stands. */
function topic(open) {
  const permissions = open?.botPermissions ?? [];
  if (open?.direct) {
    return `Your direct messages with ${botName()}`;
  }
  const lacks = !permissions.includes('VIEW_CHANNEL') ? 'cannot see this channel'
    : !permissions.includes('SEND_MESSAGES') ? 'may not post here'
      : !permissions.includes('ATTACH_FILES') ? 'may not attach files here'
        : !permissions.includes('EMBED_LINKS') ? 'may not embed here' : '';
  return open && lacks ? `${botName()} ${lacks}` : 'Type / for commands';
}

function banner() {
  return state.connected || !state.world.viewer ? nothing
    : html`<p class="banner" role="status">The playground does not answer. This page waits for it to come back.</p>`;
}

function page() {
  return html`
    <div class="app ${state.drawer ? 'with-drawer' : ''} ${state.panel.open ? 'with-panel' : ''}">
      ${sidebar()}
      <main class="chat" aria-label=${'Channel ' + state.channel}>
        ${title()}${banner()}${messageList()}${composer()}
      </main>
      ${panel()}
    </div>
    ${modal()}${menu()}
    <p class="notice" role="status">${state.notice}</p>`;
}

onUpdate(() => render(page(), root));
applyTheme();
update();
follow(state.viewer);
if (state.panel.open) {
  watchServices();
}

document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    closeMenu();
    if (state.drawer) {
      update({ drawer: false });
    }
  }
  if (event.altKey && !event.ctrlKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    const names = state.world.channels.map(open => open.name);
    const step = event.key === 'ArrowDown' ? 1 : names.length - 1;
    openChannel(names[(names.indexOf(state.channel) + step) % names.length]);
    event.preventDefault();
  }
});
