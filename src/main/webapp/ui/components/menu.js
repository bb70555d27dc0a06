import { html, nothing } from '../lib/lit-html.js';
import { once } from './button.js';
import { dots } from './icons.js';

const ROW_HEIGHT = 40;

/** Puts the menu beside its button before it shows, so that it never jumps. */
function place(event, rows) {
	const button = event.currentTarget;
	const menu = button.nextElementSibling;
	const box = button.getBoundingClientRect();
	const below = box.bottom + rows * ROW_HEIGHT + 24 < innerHeight || box.top < innerHeight / 2;
	const width = document.documentElement.clientWidth;
	const right = box.right > 240 || box.right > width / 2;
	menu.style.top = below ? `${box.bottom + 4}px` : 'auto';
	menu.style.bottom = below ? 'auto' : `${innerHeight - box.top + 4}px`;
	menu.style.right = right ? `${Math.max(8, width - box.right)}px` : 'auto';
	menu.style.left = right ? 'auto' : `${Math.max(8, box.left)}px`;
}

function walk(event) {
	const items = [...event.currentTarget.querySelectorAll('[role=menuitem]')];
	const at = items.indexOf(document.activeElement);
	const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
	if (event.key === 'Tab') event.currentTarget.hidePopover();
	if (to === undefined) return;
	event.preventDefault();
	items.at(to % items.length).focus();
}

/** Its id is unique on the page; items that are false are left out. */
export function menu(id, label, items, /** @type {MenuLook} */ { ghost = false, face, cls = '' } = {}) {
	const shown = items.filter(Boolean);
	if (!shown.length) return '';
	const choose = (event, item) => {
		event.currentTarget.closest('.menu').hidePopover();
		if (item.run) once(event, item.run);
	};
	const entry = (item, index) =>
		item.href
			? html`<a role="menuitem" href=${item.href} ?autofocus=${index === 0} aria-current=${item.current ? 'page' : nothing}
					@click=${(event) => choose(event, item)}>${item.label}</a>`
			: html`<button type="button" role="menuitem" ?autofocus=${index === 0} class=${item.danger ? 'danger' : nothing}
					@click=${(event) => choose(event, item)}>${item.label}</button>`;
	return html`<button type="button" class="${face ? '' : 'icon'} ${ghost ? 'ghost' : ''} ${cls}" popovertarget=${id}
			aria-haspopup="menu" aria-label=${label} @click=${(event) => place(event, shown.length)}>${face ?? dots}</button>
		<div id=${id} class="menu" popover role="menu" aria-label=${label} @keydown=${walk}>${shown.map(entry)}</div>`;
}
