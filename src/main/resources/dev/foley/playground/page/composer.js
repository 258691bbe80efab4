import { html, nothing } from '/lib/lit-html/lit-html.js';
import { invoke, notify, say } from './actions.js';
import { answerTo, post } from './api.js';
import { icons } from './icons.js';
import { flattened, offered, parsed, problem, strict } from './options.js';
import { picker } from './picker.js';
import { afterUpdate, botName, channel, commands, localized, state, update } from './state.js';

/** The input that adds an optional option, or sends the command. */
const REST = '+';
const TYPING_PAUSE = 150;

/**
 * What is being written: plain text, of which a leading slash opens the picker; or a command with its options as chips. Arrows, Enter,
 * Tab, Escape and Backspace do all that the pointer does.
 */
const draft = { text: '', command: null, values: new Map(), meant: new Map(), rest: '', focus: '', active: -1, quiet: false, wrong: null, found: null };
let asked = 0;
let typing = 0;

const option = name => draft.command.options.find(candidate => candidate.name === name);
const missing = () => draft.command.options.filter(candidate => !draft.values.has(candidate.name));
const input = () => document.querySelector(`.composer input[data-name="${draft.command ? draft.focus : 'text'}"]`);

/** What is sent for an option: of a suggestion its value, of which only the name is shown. */
function meaning(name) {
  const shown = draft.values.get(name);
  const picked = draft.meant.get(name);
  return picked?.label === shown ? picked.value : shown;
}

/** The lines above the composer for what is in focus now. */
function lines() {
  if (!draft.command) {
    const wanted = draft.text.slice(1).trimEnd().toLowerCase();
    return draft.text.startsWith('/') && !draft.quiet ? flattened(commands(1))
      .filter(command => command.shown.toLowerCase().includes(wanted) || command.path.includes(wanted))
      .map(command => ({ label: '/' + command.shown, detail: command.description, hints: command.options, command })) : [];
  }
  if (draft.focus === REST) {
    const wanted = draft.rest.toLowerCase();
    return draft.quiet ? [] : missing().filter(candidate => localized(candidate, 'name').toLowerCase().startsWith(wanted))
      .map(candidate => ({ label: localized(candidate, 'name'), detail: localized(candidate, 'description'), option: candidate.name }));
  }
  const focused = option(draft.focus);
  if (!focused || draft.quiet) {
    return [];
  }
  return focused.autocomplete ? (draft.found?.choices ?? []).map(choice => ({ label: choice.name, value: choice.value, suggested: true }))
    : offered(focused, draft.values.get(draft.focus) ?? '');
}

export function composer() {
  const shown = lines();
  const where = channel()?.direct ? '@' + botName() : '#' + state.channel;
  return html`
    <form class="composer" @submit=${event => event.preventDefault()} @keydown=${event => keys(event, shown)}>
      ${picker({ draft, lines: shown, option: draft.command && option(draft.focus), pick, hover: active => { draft.active = active; update(); } })}
      <div class="box ${draft.command ? 'filled' : ''}" @click=${event => event.target === event.currentTarget && input()?.focus()}>
        ${draft.command ? chips(shown) : field('text', draft.text, shown, `Message ${where}`)}
        <button type="button" class="plain send" aria-label="Send" @click=${send}>${icons.send}</button>
      </div>
    </form>`;
}

function field(name, value, shown, label) {
  return html`<input data-name=${name} class=${name === 'text' ? 'text' : 'value'} role="combobox" aria-autocomplete="list" aria-controls="picker"
    aria-expanded=${shown.length > 0} aria-activedescendant=${shown[draft.active] ? `line-${draft.active}` : nothing} aria-label=${label}
    aria-invalid=${draft.wrong?.name === name} placeholder=${name === 'text' ? label : nothing} autocomplete="off" spellcheck="false"
    maxlength="6000" .value=${value} @input=${event => typed(name, event.target.value)} @focus=${() => focused(name)}>`;
}

function chips(shown) {
  const left = missing().length;
  return html`
    <div class="line" role="group" aria-label=${'Command /' + draft.command.shown}>
      <span class="command-name">/${draft.command.shown}</span>
      ${[...draft.values].map(([name, value]) => {
        const wrong = draft.wrong?.name === name || problem(option(name), draft.focus === name ? '' : meaning(name));
        return html`<label class="chip ${draft.focus === name ? 'focus' : ''} ${wrong ? 'wrong' : ''}">
          <span>${localized(option(name), 'name')}</span>${field(name, value, shown, localized(option(name), 'description'))}</label>`;
      })}
      <label class="rest"><input data-name=${REST} role="combobox" aria-autocomplete="list" aria-controls="picker" aria-expanded=${shown.length > 0}
        aria-activedescendant=${shown[draft.active] ? `line-${draft.active}` : nothing} aria-label=${left ? 'Add an option, or press Enter to send' : 'Press Enter to send'}
        placeholder=${left ? `+${left} optional` : ''} autocomplete="off" .value=${draft.rest}
        @input=${event => typed(REST, event.target.value)} @focus=${() => focused(REST)}></label>
    </div>`;
}

function focused(name) {
  if (draft.command && draft.focus !== name) {
    draft.focus = name;
    draft.quiet = name !== REST && draft.values.get(name) !== '';
    draft.active = name !== REST && strict(option(name)) && !draft.quiet ? 0 : -1;
    draft.found = null;
    suggest();
    update();
  }
}

function typed(name, value) {
  draft.quiet = false;
  draft.wrong = null;
  if (name === 'text') {
    draft.text = value;
    draft.active = 0;
    complete();
  } else if (name === REST) {
    draft.rest = value;
    draft.active = value ? 0 : -1;
    const exact = value.endsWith(':') && missing().find(candidate => localized(candidate, 'name') === value.slice(0, -1));
    if (exact) {
      add(exact.name);
    }
  } else {
    draft.values.set(name, value);
    draft.active = strict(option(name)) ? 0 : -1;
    suggest();
  }
  update();
}

/** A command's whole name and a space take the command, and with it what was pasted behind. */
function complete() {
  if (!draft.text.startsWith('/')) {
    return;
  }
  const known = flattened(commands(1)).filter(command => [command.shown, command.path]
    .some(name => draft.text.startsWith(`/${name} `)));
  const found = known.sort((one, other) => other.path.length - one.path.length)[0];
  if (found) {
    const rest = draft.text.slice(found.shown.length + 2);
    take(found, parsed(rest, found));
  }
}

function take(command, values = new Map()) {
  const required = command.options.filter(candidate => candidate.required).map(candidate => [candidate.name, '']);
  Object.assign(draft, { text: '', command, values: new Map([...required, ...values]), meant: new Map(), rest: '', focus: '', active: -1, wrong: null });
  const empty = [...draft.values].find(([, value]) => value === '');
  focusOn(empty ? empty[0] : REST);
}

function add(name) {
  draft.values.set(name, '');
  draft.rest = '';
  focusOn(name);
}

function focusOn(name) {
  afterUpdate(() => {
    const target = document.querySelector(`.composer input[data-name="${name}"]`);
    target?.focus();
    target?.setSelectionRange(target.value.length, target.value.length);
  });
}

/** Leaves the command for plain text. */
function leave(text = '') {
  Object.assign(draft, { text, command: null, values: new Map(), rest: '', focus: '', active: 0, quiet: false, wrong: null, found: null });
  focusOn('text');
}

function pick(line) {
  if (line.command) {
    take(line.command);
  } else if (line.option) {
    add(line.option);
  } else {
    draft.values.set(draft.focus, line.suggested ? line.label : line.value);
    draft.meant.set(draft.focus, line);
    draft.quiet = true;
    draft.active = -1;
    next(1);
  }
}

/** The next input, or the one before. */
function next(step) {
  const names = [...draft.values.keys(), REST];
  focusOn(names[Math.max(0, Math.min(names.length - 1, names.indexOf(draft.focus) + step))]);
}

function keys(event, shown) {
  const { target } = event;
  if (target.tagName !== 'INPUT' || event.isComposing) {
    return;
  }
  const start = target.selectionEnd === 0;
  const end = target.selectionStart === target.value.length;
  const act = {
    ArrowDown: shown.length && (() => move(1, shown)),
    ArrowUp: shown.length && (() => move(-1, shown)),
    Enter: () => shown[draft.active] ? pick(shown[draft.active]) : send(),
    Tab: !event.shiftKey && shown[draft.active] && (() => pick(shown[draft.active])),
    Escape: (shown.length || draft.command) && (() => shown.length && !draft.quiet ? hush() : leave('/')),
    Backspace: draft.command && start && end && (() => backspace()),
    ArrowLeft: draft.command && start && end && (() => next(-1)),
    ArrowRight: draft.command && end && draft.focus !== REST && (() => next(1)),
  }[event.key];
  if (act) {
    event.preventDefault();
    event.stopPropagation();
    act();
    update();
  }
}

function move(step, shown) {
  draft.active = (draft.active + step + shown.length + (draft.active < 0 && step < 0 ? 1 : 0)) % shown.length;
  afterUpdate(() => document.getElementById(`line-${draft.active}`)?.scrollIntoView({ block: 'nearest' }));
}

function hush() {
  draft.quiet = true;
  draft.active = -1;
}

/** In an empty input: takes its option away, as far as it can be, or the whole command. */
function backspace() {
  const names = [...draft.values.keys()];
  const name = draft.focus === REST ? names.at(-1) : draft.focus;
  if (draft.focus !== REST && !option(name).required) {
    draft.values.delete(name);
    draft.focus = REST;
    focusOn(REST);
  } else if (draft.focus === REST && names.length) {
    focusOn(name);
  } else if ([...draft.values.values()].every(value => value === '')) {
    leave('/' + draft.command.shown);
  }
}

/** Asks the bot for suggestions once the typing rests. */
function suggest() {
  clearTimeout(typing);
  const number = ++asked;
  const focus = draft.focus;
  if (focus === REST || !option(focus)?.autocomplete) {
    draft.found = null;
    return;
  }
  draft.found = { ...draft.found, loading: true };
  typing = setTimeout(async () => {
    const found = await suggestions(focus);
    if (number === asked) {
      draft.found = found;
      update();
    }
  }, TYPING_PAUSE);
}

async function suggestions(focus) {
  const others = [...draft.values.keys()].filter(name => name !== focus && meaning(name) !== '' && !problem(option(name), meaning(name)));
  const options = Object.fromEntries([...others, focus].map(name => [name, meaning(name)]));
  try {
    const { interaction } = await post('/control/autocomplete',
      { member: state.viewer, channel: state.channel, command: draft.command.path, options });
    const answer = await answerTo(interaction);
    return answer.state === 'FAILED' ? { failed: true } : { choices: answer.choices };
  } catch {
    return { failed: true };
  }
}

async function send() {
  if (!draft.command) {
    const { text } = draft;
    if (text.startsWith('/')) {
      draft.wrong = { name: 'text', sentence: `There is no command ${text.split(' ')[0]} here.` };
      update();
    } else if (text.trim()) {
      leave();
      await say(text).catch(refusal => notify(refusal.message));
    }
    return;
  }
  const filled = [...draft.values.keys()].filter(name => meaning(name) !== '' || option(name).required);
  const options = Object.fromEntries(filled.map(name => [name, meaning(name)]));
  const absent = Object.entries(options).find(([, value]) => value === '');
  try {
    if (absent) {
      throw Object.assign(new Error('This option is required. Specify a value.'), { option: absent[0] });
    }
    await invoke(draft.command.path, options);
    leave();
  } catch (refusal) {
    draft.wrong = { name: refusal.option ?? '', sentence: refusal.message };
    draft.quiet = true;
    focusOn(draft.values.has(refusal.option) ? refusal.option : REST);
  }
}
