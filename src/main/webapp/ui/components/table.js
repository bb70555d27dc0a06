import { html, nothing } from '../lib/lit-html.js';
import { plural } from './format.js';
import { empty } from './state.js';

/** @param {string} label @param {Column[]} columns @param {any[]} rows */
export function table(label, columns, rows) {
	const lead = columns.some((column) => column.cls === 'lead');
	const cell = (column, row, index) => html`<td
		class="${column.cls ?? ''} ${column.end ? 'end-column' : ''} ${column.keep ? 'keep' : ''}"
		data-label=${column.bare || column.cls ? nothing : column.label}>${column.cell(row, index)}</td>`;
	return html`<table aria-label=${label} class=${lead ? '' : 'no-lead'}>
		<thead><tr>${columns.map((column) => html`<th scope="col" class=${column.end ? 'end-column' : nothing}>${column.hideLabel
			? html`<span class="unseen">${column.label}</span>`
			: column.label}</th>`)}</tr></thead>
		<tbody>${rows.map((row, index) => html`<tr>${columns.map((column) => cell(column, row, index))}</tr>`)}</tbody>
	</table>`;
}

/** A table that grows page by page. @param {any} source @param {TableOptions} options */
export const pagedTable = (source, { label, columns, what, many, none }) =>
	source.list.show(({ items, next }) => items.length
		? html`<div class="table">${table(label, columns, items)}</div>
			<div class="table-foot"><span class="hint" role="status">${plural(items.length, what, many)} shown${next ? '' : ', that is all'}</span>
				${next ? html`<button type="button" aria-busy=${String(source.list.loading)} @click=${() => source.more()}>Show more</button>` : ''}</div>`
		: empty(none.title, none.text, none.action));
