import { html, nothing, render } from '../lib/lit-html.js';
import { button } from './button.js';
import { copyText } from './copy-button.js';
import { complainAt, inDialog, valid } from './field.js';
import { focusOn, topDialog } from './focus.js';
import { cross } from './icons.js';
import { mount } from './view.js';
import { note } from './state.js';
import { toast } from './toast.js';

let opened = 0;

/**
 * A modal dialog with its own drawing; the promise brings what it was closed with, undefined when dismissed. The focus goes back, or to the page's heading where what opened it is gone.
 */
export function openDialog(title, make, /** @type {DialogOptions} */ { wide = false, kept = false, careful = false } = {}) {
	return new Promise((resolve) => {
		const dialog = document.createElement('dialog');
		const id = `dialog-${++opened}`;
		const depth = document.querySelectorAll('dialog').length;
		let result;
		let typed = false;
		dialog.className = wide ? 'wide' : '';
		dialog.setAttribute('aria-labelledby', id);
		// Escape is ours: the browser would let the second one through whatever the page says.
		dialog.setAttribute('closedby', 'none');
		document.body.append(dialog);
		document.querySelectorAll('button[aria-busy]').forEach((one) => one.removeAttribute('aria-busy'));
		const close = (value) => {
			result = value;
			dialog.close();
		};
		const dismiss = async () => {
			if (kept || dialog.querySelector('header :disabled') || (careful && typed && !(await confirm('Discard your changes?', { action: 'Discard', danger: true, body: 'Nothing of it is saved yet.', run: async () => true })))) return;
			close();
		};
		let update = () => {};
		const content = make(close, () => update(), dismiss);
		for (const name of ['input', 'usher:changed']) dialog.addEventListener(name, (/** @type {any} */ event) => (typed ||= event.target.type !== 'radio'));
		const escape = (event) => {
			if (event.key !== 'Escape' || topDialog() !== dialog) return;
			event.preventDefault();
			dismiss();
		};
		addEventListener('keydown', escape);
		const leave = (event) => dialog.open && (kept || careful && typed) && event.preventDefault();
		addEventListener('beforeunload', leave);
		dialog.addEventListener('cancel', (event) => event.preventDefault());
		dialog.addEventListener('close', () => {
			removeEventListener('keydown', escape);
			removeEventListener('beforeunload', leave);
			render(nothing, dialog);
			dialog.remove();
			if (document.activeElement === document.body) focusOn(document, 'dialog[open] h2, main h1');
			resolve(result);
		});
		update = mount(dialog, () => inDialog(depth, () => html`<div class="sheet">
			<header><h2 id=${id} tabindex="-1">${title}</h2>
				${kept ? '' : html`<button type="button" class="icon ghost" aria-label="Close" @click=${dismiss}>${cross}</button>`}
			</header>
			${content()}
		</div>`));
		dialog.showModal();
		if (!dialog.querySelector('[autofocus]')) focusOn(dialog, '.body :is(input, select, textarea), footer button');
	});
}

export const sheet = (body, buttons) => html`<div class="content"><div class="body">${body}</div><footer>${buttons}</footer></div>`;

export const openText = (title, body) =>
	openDialog(title, (close) => () => sheet(html`<div class="stack" @click=${(event) => event.target.closest('a') && close()}>${body}</div>`, button('Close', () => close(), 'primary')), { wide: true });

/** A dialog that is one form; gives what run gave (false: nothing was done), undefined when dismissed. @type {OpenForm} */
export const openForm = (title, make, look = { careful: true }) => openDialog(title, (close, update, dismiss) => {
	const options = make(update, close);
	const submission = submitter(update, options.run, (result) => {
		if (result && options.said) toast(typeof options.said === 'string' ? options.said : options.said(result));
		close(result);
	});
	return () => html`<form novalidate @submit=${submission.submit}>
		<div class="body">${options.body()}${submission.complaint()}</div>
		<footer>${options.beside?.() ?? ''}${button('Cancel', dismiss)}
			<button class="primary ${options.danger ? 'danger' : ''}" aria-busy=${submission.busy()}>${options.action}</button></footer>
	</form>`;
}, look);

/** What is sent cannot be taken back: until it is answered, nothing dismisses its dialog. */
const hold = (form, held) => form.closest('dialog')?.querySelectorAll('header button, footer [type=button]').forEach((one) => (one.disabled = held));

/** Sends a form once at a time and keeps the server's refusal to show. */
export function submitter(update, run, done) {
	let error;
	let busy = false;
	return {
		busy: () => busy,
		complaint: () => (error ? html`<div role="alert">${note('bad', html`<b>${error.title ?? 'That did not work'}</b><p>${error.message}</p>`)}</div>` : ''),
		async submit(event) {
			event.preventDefault();
			const form = event.currentTarget;
			if (busy || !valid(form)) return;
			busy = true;
			error = undefined;
			hold(form, true);
			update();
			try {
				done((await run(new FormData(form))) ?? true);
			} catch (refusal) {
				if (!complainAt(form, refusal)) error = refusal;
			} finally {
				busy = false;
				hold(form, false);
				update();
			}
		},
	};
}

/** Shows a secret for the only time; it cannot be dismissed by accident. */
export const openSecret = (/** @type {any} */ { what, secret, rest }) => openDialog(`Copy the ${what.toLowerCase()} now`, (close) => () => sheet(html`
	${note('warning', 'You must copy it and save it immediately: it is shown this once, and Usher does not save it.')}
	<div class="field"><label for="secret">${what}</label>
		<div class="secret"><input id="secret" readonly .value=${secret} spellcheck="false" @focus=${(event) => event.target.select()}>
			<button type="button" class="primary" autofocus @click=${() => copyText(secret, what)}>Copy</button></div></div>
	${rest}`, button('Done', () => close())), { kept: true });

export const confirm = (title, /** @type {any} */ { body, ...rest }) => openForm(title, () => ({ body: () => (typeof body === 'string' ? html`<p>${body}</p>` : body), ...rest }));
