import { html, nothing } from '/lib/lit-html/lit-html.js';
import { problem } from './options.js';
import { localized } from './state.js';

/** What stands above the composer: commands, options, suggestions, and what is wrong. */
export function picker({ draft, lines, option, pick, hover }) {
  const typed = (option && draft.values.get(option.name)) ?? '';
  const wrong = draft.wrong?.sentence || (option && !lines.length ? problem(option, typed) : '');
  if (!lines.length && !wrong && !option) {
    return html`<div id="picker" role="listbox" aria-label="Suggestions" hidden></div>`;
  }
  return html`
    <div class="picker">
      ${option ? about(option) : html`<p class="kind">${draft.command ? 'Options' : lines.length ? 'Commands' : ''}</p>`}
      <div id="picker" class="lines" role="listbox" aria-label=${option ? localized(option, 'name') : draft.command ? 'Options' : 'Commands'}
          ?hidden=${!lines.length}>
        ${lines.map((line, index) => html`
          <div id=${`line-${index}`} role="option" aria-selected=${index === draft.active} class="line ${index === draft.active ? 'active' : ''}"
              @pointermove=${() => index === draft.active || hover(index)} @mousedown=${event => event.preventDefault()} @click=${() => pick(line)}>
            ${line.command ? html`<img class="avatar small" src="/page/foley.svg" alt="">` : nothing}
            <span class="label">${line.label}${(line.hints ?? []).filter(hint => hint.required).map(hint =>
              html`<code>${localized(hint, 'name')}</code>`)}</span>
            ${line.detail ? html`<span class="detail">${line.detail}</span>` : nothing}
          </div>`)}
      </div>
      ${draft.found?.loading ? html`<p class="state" role="status">Loading suggestions…</p>` : nothing}
      ${draft.found?.failed ? html`<p class="state failure" role="alert">Loading options failed</p>` : nothing}
      ${wrong ? html`<p class="state failure" role="alert">${wrong}</p>` : nothing}
    </div>`;
}

function about(option) {
  return html`<p class="about"><b>${localized(option, 'name')}</b> ${localized(option, 'description')}
    ${option.required ? html`<span class="required">required</span>` : nothing}</p>`;
}
