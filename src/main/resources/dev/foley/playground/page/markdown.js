import { state } from './state.js';
import { relative, timestamp } from './times.js';

/** Discord's markdown: what it does not have is switched off, what is its own is added. */
const md = markdownit({ html: false, linkify: true, breaks: true })
  .disable(['table', 'hr', 'image', 'reference', 'lheading', 'code', 'entity']);
md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

const escape = md.utils.escapeHtml;
const PLAIN = /[^\n!#$%&*+\-:<=>@[\\\]^_`{|}~]+/y;
const OWN = /<@!?(\d+)>|<@&(\d+)>|<#(\d+)>|<t:(-?\d{1,13})(?::([tTdDfFR]))?>|<\/([^:>]{1,64}):\d+>|<a?(:\w+:)\d+>|@(everyone|here)/y;

function sticky(pattern, state) {
  pattern.lastIndex = state.pos;
  return pattern.exec(state.src);
}

md.inline.ruler.at('text', (state, silent) => {
  const plain = sticky(PLAIN, state)?.[0];
  if (!plain) {
    return false;
  }
  const text = plain.slice(0, state.posMax - state.pos);
  if (!silent) {
    state.pending += text;
  }
  state.pos += text.length;
  return text.length > 0;
});

md.inline.ruler.before('autolink', 'discord', (state, silent) => {
  const found = sticky(OWN, state);
  if (!found || found.index + found[0].length > state.posMax) {
    return false;
  }
  if (!silent) {
    state.push('discord', '', 0).meta = found;
  }
  state.pos += found[0].length;
  return true;
});

md.inline.ruler.before('emphasis', 'spoiler', (state, silent) => {
  const end = state.src.startsWith('||', state.pos) ? state.src.indexOf('||', state.pos + 2) : -1;
  if (end <= state.pos + 2 || end >= state.posMax) {
    return false;
  }
  if (!silent) {
    const max = state.posMax;
    state.push('spoiler_open', 'span', 1).attrs = [['class', 'spoiler'], ['tabindex', '0']];
    state.pos += 2;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('spoiler_close', 'span', -1);
    state.posMax = max;
  }
  state.pos = end + 2;
  return true;
});

md.block.ruler.before('heading', 'subtext', (state, line, _end, silent) => {
  const text = state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
  if (!text.startsWith('-# ')) {
    return false;
  }
  if (!silent) {
    state.push('subtext_open', 'p', 1).attrs = [['class', 'subtext']];
    const inline = state.push('inline', '', 0);
    inline.content = text.slice(3).trim();
    inline.children = [];
    state.push('subtext_close', 'p', -1);
    state.line = line + 1;
  }
  return true;
}, { alt: ['paragraph', 'blockquote', 'list'] });

const { rules } = md.renderer;
rules.strong_open = (tokens, index) => tokens[index].markup === '__' ? '<u>' : '<strong>';
rules.strong_close = (tokens, index) => tokens[index].markup === '__' ? '</u>' : '</strong>';
rules.link_open = (tokens, index, options, env, self) => {
  tokens[index].attrSet('target', '_blank');
  tokens[index].attrSet('rel', 'noreferrer noopener');
  return self.renderToken(tokens, index, options);
};
rules.discord = (tokens, index, _options, env) => {
  const [, user, role, channel, unix, style, command, emoji, everyone] = tokens[index].meta;
  if (unix) {
    const date = new Date(Number(unix) * 1000);
    return `<time class="timestamp" datetime="${date.toISOString?.() ?? ''}" data-unix="${unix}" data-style="${style ?? 'f'}"`
      + ` title="${escape(timestamp(date, 'F'))}">${escape(timestamp(date, style ?? 'f'))}</time>`;
  }
  if (emoji) {
    return escape(emoji);
  }
  if (everyone) {
    return env.everyone ? `<span class="mention">@${everyone}</span>` : '@' + everyone;
  }
  const person = state.world.members.find(candidate => candidate.id === user);
  const place = state.world.channels.find(candidate => candidate.id === channel);
  const name = user ? '@' + (person?.displayName ?? 'unknown-user')
    : role ? '@unknown-role'
      : channel ? '#' + (place?.name ?? 'unknown') : '/' + command;
  return `<span class="mention">${escape(name)}</span>`;
};

/** In Discord a quote ends with its line, and ">>> " quotes all that follows. */
function withDiscordQuotes(source) {
  const lines = [];
  let fenced = false;
  let all = false;
  for (const line of source.split('\n')) {
    fenced = fenced !== line.startsWith('```');
    if (!fenced && lines.at(-1)?.startsWith('> ') && !line.startsWith('>') && !all) {
      lines.push('');
    }
    all ||= !fenced && line.startsWith('>>> ');
    lines.push(all ? '> ' + line.replace(/^>>> /, '') : line);
  }
  return lines.join('\n');
}

/** HTML of a text in Discord's markdown. Safe: everything in it that is HTML comes out as text. */
export function markdown(source, { everyone = false } = {}) {
  return md.render(withDiscordQuotes(source), { everyone });
}

/** As for titles and names of fields: no paragraphs. */
export const inlineMarkdown = source => md.renderInline(source, {});

/** Keeps "in 40 seconds" true. */
setInterval(() => {
  document.querySelectorAll('time[data-style="R"]').forEach(element => {
    const text = relative(new Date(Number(element.dataset.unix) * 1000));
    if (element.textContent !== text) {
      element.textContent = text;
    }
  });
}, 1000);
