import { localized, state } from './state.js';

export const STRING = 3;
export const INTEGER = 4;
export const BOOLEAN = 5;
export const USER = 6;
export const CHANNEL = 7;
export const MENTIONABLE = 9;
export const NUMBER = 10;
const NESTED = [1, 2];

/** Commands as they are picked: one with subcommands becomes one entry for each of them. */
export function flattened(commands) {
  return commands.flatMap(command => below(command, command.name, localized(command, 'name')));
}

function below(level, path, shown) {
  const nested = (level.options ?? []).filter(option => NESTED.includes(option.type));
  return nested.length
    ? nested.flatMap(option => below(option, `${path} ${option.name}`, `${shown} ${localized(option, 'name')}`))
    : [{ path, shown, description: localized(level, 'description'), options: level.options ?? [] }];
}

/** What is to be chosen from for an option, by what has been typed of it; choices of the bot's come separately. */
export function offered(option, typed) {
  const lines = (option.choices ?? []).map(choice => ({ label: localized(choice, 'name'), value: localized(choice, 'name') }));
  if (option.type === BOOLEAN) {
    lines.push({ label: 'True', value: 'True' }, { label: 'False', value: 'False' });
  }
  if (option.type === USER || option.type === MENTIONABLE) {
    state.world.members.forEach(person => lines.push({ label: person.displayName, value: '@' + person.name }));
  }
  if (option.type === CHANNEL) {
    state.world.channels.filter(channel => !channel.direct)
      .forEach(channel => lines.push({ label: '#' + channel.name, value: channel.name }));
  }
  const wanted = typed.toLowerCase();
  return lines.filter(line => line.label.toLowerCase().includes(wanted) || line.value.toLowerCase().includes(wanted));
}

/** Whether only what is offered will do. */
export const strict = option => Boolean(option.choices?.length) || [BOOLEAN, USER, CHANNEL, MENTIONABLE].includes(option.type);

/** What is wrong with a value while it is typed, in Discord's words; the playground checks all of it again when it is sent. */
export function problem(option, text) {
  if (text === '') {
    return '';
  }
  if (option.type === INTEGER && !/^[+-]?\d{1,16}$/.test(text)) {
    return 'Input a valid integer.';
  }
  if (option.type === NUMBER && !Number.isFinite(Number(text))) {
    return 'Input a valid number.';
  }
  if (option.type === INTEGER || option.type === NUMBER) {
    return Number(text) < (option.min_value ?? -Infinity) ? `Enter a number of at least ${option.min_value}.`
      : Number(text) > (option.max_value ?? Infinity) ? `Enter a number of at most ${option.max_value}.` : '';
  }
  const characters = [...text].length;
  return option.type !== STRING || option.choices?.length ? ''
    : characters < (option.min_length ?? 0) ? `Enter at least ${option.min_length} characters.`
      : characters > (option.max_length ?? 6000) ? `Enter at most ${option.max_length ?? 6000} characters.` : '';
}

/** Reads a whole line, as one pastes it: a value runs to the next option's name that was not given yet. */
export function parsed(line, command) {
  const names = command.options.map(option => option.name);
  const values = new Map();
  let current = '';
  for (const word of line.split(/(\s+)/)) {
    const name = names.find(candidate => word.startsWith(candidate + ':') && !values.has(candidate));
    if (name) {
      current = name;
      values.set(name, word.slice(name.length + 1));
    } else if (current) {
      values.set(current, values.get(current) + word);
    }
  }
  return new Map([...values].map(([name, value]) => [name, value.trim()]));
}
