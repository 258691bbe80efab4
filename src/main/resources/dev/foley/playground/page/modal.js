import { html, nothing } from '/lib/lit-html/lit-html.js';
import { submit } from './actions.js';
import { bot, botName, state, update } from './state.js';
import { avatar } from './avatar.js';
import { icons } from './icons.js';
import { selectLines } from './menu.js';

const TEXT = 4;
const PARAGRAPH = 2;

/** The modal that the bot has put before the member. */
export function modal() {
  const open = state.modal;
  if (!open) {
    return nothing;
  }
  queueMicrotask(() => {
    const dialog = document.querySelector('dialog.modal');
    if (dialog && !dialog.open) {
      dialog.showModal();
      dialog.querySelector('input, textarea')?.focus();
    }
  });
  return html`
    <dialog class="modal" aria-labelledby="modal-title" @close=${close} @cancel=${close}>
      <form @submit=${event => send(event, open)} novalidate>
        <header>${avatar(bot(), 'medium')}<h2 id="modal-title">${open.title}</h2>
          <button type="button" class="plain" aria-label="Close" @click=${close}>${icons.close}</button></header>
        <div class="fields">
          ${open.inputs.map((input, index) => field(input, index, open))}
          <p class="hint">This form is submitted to ${botName()}.</p>
        </div>
        <footer>
          ${open.error && !open.errorAt ? html`<p class="failure" role="alert">${open.error}</p>` : nothing}
          <button type="button" class="button quiet" @click=${close}>Cancel</button>
          <button class="button primary ${open.busy ? 'busy' : ''}" aria-busy=${Boolean(open.busy)}>Submit</button>
        </footer>
      </form>
    </dialog>`;
}

function field(input, index, open) {
  const wrong = open.errorAt === input.label ? open.error : '';
  const id = 'field-' + index;
  const about = [input.description, wrong].filter(Boolean).length ? id + '-about' : nothing;
  return html`
    <div class="field ${wrong ? 'wrong' : ''}">
      <label for=${id} id=${id + '-label'}>${input.label}${input.required ? html`<span class="required" aria-hidden="true">*</span>` : nothing}</label>
      ${input.type === TEXT ? text(input, id, about, wrong) : choices(input, id)}
      ${about === nothing ? nothing : html`<p id=${about} class=${wrong ? 'failure' : 'hint'}>${wrong || input.description}</p>`}
    </div>`;
}

function text(input, id, about, wrong) {
  const common = { id, name: input.customId };
  return input.style === PARAGRAPH
    ? html`<textarea id=${common.id} name=${common.name} rows="4" maxlength=${input.maxLength || nothing} placeholder=${input.placeholder ?? ''}
        ?required=${input.required} aria-invalid=${Boolean(wrong)} aria-describedby=${about} .defaultValue=${input.value ?? ''}></textarea>`
    : html`<input id=${common.id} name=${common.name} maxlength=${input.maxLength || nothing} placeholder=${input.placeholder ?? ''}
        ?required=${input.required} aria-invalid=${Boolean(wrong)} aria-describedby=${about} .defaultValue=${input.value ?? ''} autocomplete="off">`;
}

/** Selects, radio buttons and check boxes: few lines, so that all can be seen. */
function choices(input, id) {
  const several = input.chosen.max > 1;
  return html`<div class="choices" id=${id} role=${several ? 'group' : 'radiogroup'} aria-labelledby=${id + '-label'}>
    ${selectLines({ type: input.type, options: input.choices }).map(line => html`
      <label><input type=${several ? 'checkbox' : 'radio'} name=${input.customId} value=${line.value} ?checked=${line.preset}>
        <span>${line.label}${line.description ? html`<small>${line.description}</small>` : nothing}</span></label>`)}
  </div>`;
}

async function send(event, open) {
  event.preventDefault();
  const data = new FormData(event.target);
  const values = Object.fromEntries(open.inputs.map(input => [input.customId, data.getAll(input.customId).join(',')]));
  update({ modal: { ...open, busy: true, error: '', errorAt: '' } });
  try {
    await submit(open, values);
  } catch (refusal) {
    update({ modal: { ...open, busy: false, error: refusal.message, errorAt: refusal.option ?? '' } });
  }
}

function close() {
  if (state.modal && !state.modal.busy) {
    update({ modal: null });
  }
}
