// @ts-check
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { complainAt, valid } from './field.js';
import { cross } from './icons.js';
import { mount } from './view.js';
import { note } from './state.js';

let opened = 0;

/**
 * A modal dialog with its own drawing; the promise brings what it was closed with, undefined when it was dismissed. The
 * browser gives the focus back to where it was.
 * @template T
 * @param {string} title
 * @param {(close: (result?: T) => void, update: () => void) => () => unknown} make makes the content's view
 * @param {{ wide?: boolean, kept?: boolean }} [options] kept: cannot be dismissed
 * @returns {Promise<T | undefined>}
 */
export function openDialog(title, make, { wide = false, kept = false } = {}) {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    const id = `dialog-${++opened}`;
    dialog.className = wide ? 'wide' : '';
    dialog.setAttribute('aria-labelledby', id);
    document.body.append(dialog);
    /** @type {T | undefined} */ let result;
    const close = (/** @type {T | undefined} */ value) => {
      result = value;
      dialog.close();
    };
    let update = () => {};
    const content = make(close, () => update());
    dialog.addEventListener('cancel', (event) => kept && event.preventDefault());
    dialog.addEventListener('close', () => {
      render(nothing, dialog);
      dialog.remove();
      resolve(result);
    });
    update = mount(dialog, () => html`<div class="sheet">
      <header><h2 id=${id}>${title}</h2>
        ${kept ? nothing : html`<button type="button" class="icon ghost" aria-label="Close" @click=${() => close(undefined)}>${cross}</button>`}
      </header>
      ${content()}
    </div>`);
    dialog.showModal();
    if (!dialog.querySelector('[autofocus]')) /** @type {HTMLElement | null} */ (dialog.querySelector('.body :is(input, select, textarea), footer button'))?.focus();
  });
}

/**
 * @typedef {object} FormOptions
 * @property {() => unknown} body
 * @property {string} action the button's word
 * @property {(form: FormData, element: HTMLFormElement) => Promise<any>} run what it does; a refusal is shown and the dialog stays
 * @property {boolean} [danger]
 * @property {boolean} [wide]
 * @property {string} [cancel]
 */

/**
 * A dialog that is one form.
 * @param {string} title
 * @param {(update: () => void) => FormOptions} make
 * @returns {Promise<any>} what run gave; undefined when dismissed
 */
export function openForm(title, make, wide = false) {
  return openDialog(title, (close, update) => {
    const options = make(update);
    const submission = submitter(update, options.run, close);
    return () => html`<form novalidate @submit=${submission.submit}>
      <div class="body">${options.body()}${submission.complaint()}</div>
      <footer><button type="button" @click=${() => close()}>${options.cancel ?? 'Cancel'}</button>
        <button class="primary ${options.danger ? 'danger' : ''}" aria-busy=${String(submission.busy())}>${options.action}</button></footer>
    </form>`;
  }, { wide });
}

/**
 * Sends a form once at a time and keeps the server's refusal to show.
 * @param {() => void} update
 * @param {(form: FormData, element: HTMLFormElement) => Promise<any>} run
 * @param {(result: any) => void} done
 */
export function submitter(update, run, done) {
  /** @type {any} */ let error;
  let busy = false;
  return {
    busy: () => busy,
    complaint: () => (error ? html`<div role="alert">${note('bad', html`<strong>${error.title ?? 'That did not work'}</strong><p>${error.message}</p>`)}</div>` : nothing),
    /** @param {SubmitEvent} event */
    async submit(event) {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.currentTarget);
      if (busy || !valid(form)) return;
      busy = true;
      error = undefined;
      update();
      try {
        const result = await run(new FormData(form), form);
        done(result ?? true);
      } catch (refusal) {
        if (!complainAt(form, refusal)) error = refusal;
      } finally {
        busy = false;
        update();
      }
    },
  };
}

/**
 * Asks before something that cannot be taken back.
 * @param {string} title
 * @param {{ body: unknown, action: string, danger?: boolean, run: () => Promise<any> }} what
 */
export const confirm = (title, { body, action, danger, run }) =>
  openForm(title, () => ({ body: () => body, action, danger, run: async () => (await run()) ?? true }));
