import { html } from '../lib/lit-html.js';
import { button } from './button.js';
import { plural } from './format.js';
import { empty } from './state.js';

/**
 * A column. Its look, in words: end (right-aligned), keep (not wrapped), bare (without its label where rows become cards), mute
 * (the label is for screen readers), lead, actions, wide. @returns {Column}
 */
export const col = (label, cell, look = '') => ({ label, cell, look });

/** @param {Column[]} columns */
export function table(label, columns, rows) {
	const lead = columns.some(({ look }) => look.includes('lead'));
	return html`<table aria-label=${label} class=${lead ? '' : 'no-lead'}>
		<thead><tr>${columns.map(({ label, look }) => html`<th scope="col" class=${look}>${look.includes('mute') ? html`<span class="unseen">${label}</span>` : label}</th>`)}</tr></thead>
		<tbody>${rows.map((row, index) => html`<tr>${columns.map(({ label, look, cell }) =>
			html`<td class=${look} data-label=${/bare|lead|actions/.test(look) ? '' : label + ': '}>${cell(row, index)}</td>`)}</tr>`)}</tbody>
	</table>`;
}

export const pagedTable = (source, /** @type {TableOptions} */ { label, columns, what, none, total }) =>
	source.list.show(({ items, next }) => items.length
		? html`<div class="table">${table(label, columns, items)}</div>
			<div class="table-foot"><span class="hint" role="status">${plural(items.length, what)} shown${next ? total?.() ?? '' : ', that is all'}</span>
				${next ? button('Show more', source.more) : ''}</div>`
		: empty(none.title, none.text, none.action));
