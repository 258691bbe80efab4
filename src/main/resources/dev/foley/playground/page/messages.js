import { html, nothing } from '/lib/lit-html/lit-html.js';
import { guard } from '/lib/lit-html/directives/guard.js';
import { repeat } from '/lib/lit-html/directives/repeat.js';
import { unsafeHTML } from '/lib/lit-html/directives/unsafe-html.js';
import { dismiss, FAILED_COMMAND } from './actions.js';
import { attachment } from './attachments.js';
import { avatar, hue } from './avatar.js';
import { components } from './components.js';
import { embed } from './embeds.js';
import { icons } from './icons.js';
import { markdown } from './markdown.js';
import { messageMenu } from './menu.js';
import { bot, botName, channel, commands, localized, member, state, update } from './state.js';
import { clock, day, full, posted, startOfDay } from './times.js';

/** Messages of one author closer than this share one head. */
const GROUP_MILLIS = 7 * 60_000;

function shown() {
  const messages = [...(state.messages.get(state.channel)?.values() ?? [])];
  const echoes = state.echoes.filter(echo => echo.channel === state.channel);
  return [...messages, ...echoes].filter(message => !state.dismissed.has(message.id));
}

const grouped = (message, before) => before && before.author === message.author && !message.cause && !message.replyTo
  && before.ephemeral === message.ephemeral
  && new Date(message.createdAt) - new Date(before.createdAt) < GROUP_MILLIS;

const newDay = (message, before) => !before
  || startOfDay(new Date(before.createdAt)).getTime() !== startOfDay(new Date(message.createdAt)).getTime();

/** The line above a message that answers something. */
function cause(message) {
  if (message.replyTo) {
    const to = state.messages.get(state.channel)?.get(message.replyTo);
    const person = member(to?.author);
    return html`<div class="cause">${avatar(person, 'tiny')}
      ${to ? html`<b class=${hue(person)}>${person?.displayName ?? to.author}</b><span class="excerpt">${excerpt(to)}</span>`
        : html`<i>Original message was deleted</i>`}</div>`;
  }
  if (message.cause?.type === 2) {
    const person = member(message.cause.member);
    return html`<div class="cause">${avatar(person, 'tiny')}<b class=${hue(person)}>${person?.displayName}</b>
      <span>used</span><span class="command">${commandName(message.cause.name)}</span></div>`;
  }
  return nothing;
}

/** In the language of the member who looks; commands of menus have no slash. */
function commandName(name) {
  const menu = [...commands(2), ...commands(3)].find(command => command.name === name);
  const typed = commands(1).find(command => command.name === name);
  return menu ? localized(menu, 'name') : '/' + (typed ? localized(typed, 'name') : name);
}

const excerpt = message => message.content.replace(/\s+/g, ' ').slice(0, 100) || 'Click to see attachment';

function head(message, person, date) {
  return html`
    <div class="head">
      <span class="author ${hue(person)}">${person?.displayName ?? message.author}</span>
      ${message.bot ? html`<span class="badge">APP</span>` : nothing}
      <time datetime=${message.createdAt} title=${full(date)}>${posted(date)}</time>
    </div>`;
}

function content(message) {
  if (message.loading || message.echo === 'sending') {
    return html`<p class="thinking"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
      ${message.loading ? `${botName()} is thinking…` : 'Sending command…'}</p>`;
  }
  if (message.echo === 'failed' || message.unanswered) {
    return html`<p class="failure" role="alert">${message.unanswered ? FAILED_COMMAND : message.content}</p>`;
  }
  const edited = message.editedAt
    ? html`<time class="edited" datetime=${message.editedAt} title=${full(new Date(message.editedAt))}>(edited)</time>` : nothing;
  return html`
    ${message.content ? guard([message.content, state.world], () => html`<div class="markdown">${
      unsafeHTML(markdown(message.content, { everyone: message.mentionsEveryone }))}</div>`) : nothing}
    ${message.content ? edited : nothing}
    ${message.embeds.map(embed)}
    ${repeat(message.attachments, file => file.id, attachment)}
    ${components(message)}
    ${message.content ? nothing : edited}
    ${state.failed.has(message.id) ? html`<p class="failure" role="alert">${state.failed.get(message.id)}</p>` : nothing}`;
}

function item(message, before) {
  const person = member(message.author);
  const date = new Date(message.createdAt);
  const compact = grouped(message, before) && !newDay(message, before);
  const pinged = message.mentionsEveryone || message.mentions.includes(state.viewer);
  const classes = `message ${compact ? 'compact' : ''} ${pinged ? 'pinged' : ''} ${message.ephemeral ? 'ephemeral' : ''}`;
  return html`
    ${newDay(message, before) ? html`<li class="day"><span>${day(date)}</span></li>` : nothing}
    <li class=${classes} data-id=${message.id} @contextmenu=${event => messageMenu(event, message)}>
      ${cause(message)}
      ${compact ? html`<time class="gutter" datetime=${message.createdAt} title=${full(date)}>${clock(date)}</time>`
        : html`<div class="face">${avatar(person)}</div>`}
      <div class="body">
        ${compact ? nothing : head(message, person, date)}
        ${content(message)}
        ${message.ephemeral ? html`<p class="only-you">${icons.eye} Only you can see this ·
          <button class="link" @click=${() => dismiss(message)}>Dismiss message</button></p>` : nothing}
      </div>
      ${message.echo ? nothing : html`<div class="tools">
        <button class="plain" aria-label="More" title="More" aria-haspopup="menu"
          @click=${event => messageMenu(event, message)}>${icons.more}</button></div>`}
    </li>`;
}

function welcome() {
  const open = channel();
  return html`
    <div class="welcome">
      <span class="emblem">${open?.direct ? avatar(bot()) : icons.hash}</span>
      <h2>${open?.direct ? botName() : `Welcome to #${state.channel}`}</h2>
      <p>${state.bot.state === 'online'
        ? html`Type <kbd>/</kbd> and pick a command, or <button class="link" @click=${start}>begin with it now</button>.
          You act as ${member(state.viewer)?.displayName}; choose somebody else at the left.`
        : state.bot.state === 'starting' ? `${botName()} is starting…`
          : `${botName()} is offline. What you send now gets no answer.`}</p>
    </div>`;
}

function start() {
  const input = document.querySelector('.composer input');
  input.value = '/';
  input.dispatchEvent(new Event('input'));
  input.focus();
  update();
}

/** A list that stays at its end, since it is laid out from there. */
export function messageList() {
  const messages = shown();
  return html`
    <div class="history" tabindex="0" role="region" aria-label="Messages">
      <div class="inner">
        ${welcome()}
        <div role="log" aria-label=${`Messages in ${state.channel}`}>
          <ol>${repeat(messages, message => message.id, (message, index) => item(message, messages[index - 1]))}</ol>
        </div>
      </div>
    </div>`;
}
