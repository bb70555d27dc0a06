import { html, nothing, render } from '../lib/lit-html.js';
import { copyText } from './copy-button.js';
import { complainAt, valid } from './field.js';
import { focusOn } from './focus.js';
import { cross } from './icons.js';
import { mount } from './view.js';
import { note } from './state.js';
import { toast } from './toast.js';

let opened = 0;

/**
 * A modal dialog with its own drawing; the promise brings what it was closed with, undefined when dismissed. The browser gives the focus back.
 * @param {string} title @param {(close: (result?: any) => void, update: () => void) => () => unknown} make @param {DialogOptions} [options]
 * @returns {Promise<any>}
 */
export function openDialog(title, make, { wide = false, kept = false } = {}) {
	return new Promise((resolve) => {
		const dialog = document.createElement('dialog');
		const id = `dialog-${++opened}`;
		dialog.className = wide ? 'wide' : '';
		dialog.setAttribute('aria-labelledby', id);
		document.body.append(dialog);
		let result;
		const close = (value) => {
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
		if (!dialog.querySelector('[autofocus]')) focusOn(dialog, '.body :is(input, select, textarea), footer button');
	});
}

/** A dialog that is one form; gives what run gave, undefined when dismissed. @param {string} title @param {(update: () => void) => FormOptions} make */
export function openForm(title, make, wide = false) {
	return openDialog(title, (close, update) => {
		const options = make(update);
		const submission = submitter(update, options.run, (result) => {
			if (options.said) toast(typeof options.said === 'string' ? options.said : options.said(result));
			close(result);
		});
		return () => html`<form novalidate @submit=${submission.submit}>
			<div class="body">${options.body()}${submission.complaint()}</div>
			<footer><button type="button" @click=${() => close()}>Cancel</button>
				<button class="primary ${options.danger ? 'danger' : ''}" aria-busy=${String(submission.busy())}>${options.action}</button></footer>
		</form>`;
	}, { wide });
}

/** Sends a form once at a time and keeps the server's refusal to show. */
export function submitter(update, run, done) {
	let error;
	let busy = false;
	return {
		busy: () => busy,
		complaint: () => (error ? html`<div role="alert">${note('bad', html`<b>${error.title ?? 'That did not work'}</b><p>${error.message}</p>`)}</div>` : nothing),
		async submit(event) {
			event.preventDefault();
			const form = event.currentTarget;
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

/** Shows a secret for the only time; it cannot be dismissed by accident. */
export const openSecret = (/** @type {any} */ { what, secret, rest }) => openDialog(`Copy the ${what.toLowerCase()} now`, (close) => () => html`<div class="content">
	<div class="body">
		${note('warning', html`<p>You must copy it and save it immediately: it is shown this once, and Usher does not save it.</p>`)}
		<div class="field"><label for="secret">${what}</label>
			<div class="secret"><input id="secret" readonly .value=${secret} spellcheck="false" @focus=${(event) => event.target.select()}>
				<button type="button" class="primary" autofocus @click=${() => copyText(secret, what)}>Copy</button></div></div>
		${rest}
	</div>
	<footer><button type="button" @click=${() => close()}>Done</button></footer>
</div>`, { kept: true });

/** Asks before something that cannot be taken back. @param {string} title @param {any} what */
export const confirm = (title, { body, run, ...rest }) => openForm(title, () => ({ body: () => body, run, ...rest }));
