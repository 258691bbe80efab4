import { html, nothing } from '/lib/lit-html/lit-html.js';
import { repeat } from '/lib/lit-html/directives/repeat.js';
import { actAs, openChannel, setLocale } from './actions.js';
import { avatar } from './avatar.js';
import { unread } from './feed.js';
import { icons } from './icons.js';
import { memberMenu } from './menu.js';
import { bot, botName, isModerator, me, state, update } from './state.js';
import { setTheme } from './theme.js';

/** As Discord names them, of those that Foley is to speak; any bot may have others. */
const LOCALES = { 'en-US': 'English', de: 'Deutsch', fr: 'Français', 'es-ES': 'Español', ja: '日本語' };
const BOT_STATES = { online: 'online', starting: 'starting…', offline: 'offline' };

function channelItem(channel) {
  const open = channel.name === state.channel;
  const news = open ? 0 : unread(channel.name);
  const permissions = channel.botPermissions;
  const closed = !channel.direct && !permissions.includes('VIEW_CHANNEL');
  const label = channel.direct ? botName() : channel.name;
  return html`
    <li>
      <button class="channel ${open ? 'open' : ''} ${news ? 'news' : ''}" aria-current=${open ? 'page' : nothing}
          @click=${() => openChannel(channel.name)}>
        ${channel.direct ? avatar(bot(), 'small') : closed ? icons.lock : icons.hash}
        <span class="name">${label}</span>
        ${channel.direct ? html`<span class="presence ${state.bot.state}">${BOT_STATES[state.bot.state]}</span>` : nothing}
        ${news ? html`<span class="count" aria-label=${`${news} new`}>${news}</span>` : nothing}
      </button>
    </li>`;
}

function memberItem(person) {
  const acting = person.name === state.viewer;
  return html`
    <li>
      <button class="member ${acting ? 'open' : ''}" aria-pressed=${acting} @click=${() => actAs(person.name)}
          @contextmenu=${event => memberMenu(event, person)}>
        ${avatar(person, 'medium')}
        <span class="name">${person.displayName}</span>
        <span class="role">${person.owner ? 'Owner' : isModerator(person) ? 'Moderator' : nothing}</span>
      </button>
    </li>`;
}

function themeButton(theme, label, icon) {
  return html`<button class="plain" aria-label=${label} title=${label} aria-pressed=${state.theme === theme}
    @click=${() => setTheme(theme)}>${icon}</button>`;
}

export function sidebar() {
  const people = state.world.members.filter(person => !person.bot)
    .sort((one, other) => order(one) - order(other));
  const rooms = state.world.channels.filter(channel => !channel.direct);
  const direct = state.world.channels.filter(channel => channel.direct);
  return html`
    <div class="shade" @click=${() => update({ drawer: false })}></div>
    <nav class="sidebar" aria-label="Channels and members">
      <div class="server"><img src="/page/foley.svg" alt="">Playground</div>
      <div class="scroll">
        <h2>Channels</h2>
        <ul>${repeat(rooms, channel => channel.id, channelItem)}</ul>
        <h2>Direct messages</h2>
        <ul>${repeat(direct, channel => channel.id, channelItem)}</ul>
        <h2>Act as</h2>
        <ul>${repeat(people, person => person.id, memberItem)}</ul>
      </div>
      <div class="settings">
        <select aria-label="Language" @change=${event => setLocale(event.target.value)}>
          ${Object.entries(LOCALES).map(([value, name]) =>
            html`<option value=${value} .selected=${value === (me()?.locale ?? 'en-US')}>${name}</option>`)}
        </select>
        <div class="themes" role="group" aria-label="Theme">
          ${themeButton('dark', 'Dark', icons.moon)}${themeButton('light', 'Light', icons.sun)}
          ${themeButton('system', 'As the system', icons.screen)}
        </div>
      </div>
    </nav>`;
}

const order = person => person.owner ? 2 : isModerator(person) ? 1 : 0;
