import { html } from '../lib/lit-html.js';
import { breakable } from './button.js';
import { copy } from './icons.js';
import { toast } from './toast.js';

export async function copyText(text, what) {
	try {
		await navigator.clipboard.writeText(text);
		toast(`${what} copied`);
	} catch {
		toast('The browser did not allow copying. Select the text and copy it by hand.', { stays: true });
	}
}

const copyButton = (text, what) =>
	html`<button type="button" class="icon" aria-label="Copy ${what}" title="Copy ${what}" @click=${() => copyText(text, what)}>${copy}</button>`;

export const copyLine = (text, what) => html`<div class="copy-line"><code>${breakable(text)}</code>${copyButton(text, what)}</div>`;
