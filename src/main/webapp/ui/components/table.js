// @ts-check
import { html, nothing } from '../lib/lit-html.js';
import { repeat } from '../lib/directives/repeat.js';
import { plural } from './format.js';
import { empty } from './state.js';

/**
 * @template T
 * @param {string} label
 * @param {Column[]} columns
 * @param {T[]} rows
 * @param {(row: any) => string} [key]
 */
export function table(label, columns, rows, key = (row) => row.id) {
	const lead = columns.some((column) => column.cls === 'lead');
	const cell = (column, row, index) => html`<td
		class="${column.cls ?? ''} ${column.end ? 'end-column' : ''} ${column.keep ? 'keep' : ''}"
		data-label=${column.bare || column.cls ? nothing : column.label}>${column.cell(row, index)}</td>`;
	return html`<table aria-label=${label} class=${lead ? '' : 'no-lead'}>
		<thead><tr>${columns.map((column) => html`<th scope="col" class=${column.end ? 'end-column' : ''}>${column.hideLabel
			? html`<span class="unseen">${column.label}</span>`
			: column.label}</th>`)}</tr></thead>
		<tbody>${repeat(rows, key, (row, index) => html`<tr>${columns.map((column) => cell(column, row, index))}</tr>`)}</tbody>
	</table>`;
}

/**
 * A table that grows page by page.
 * @template T
 * @param {ReturnType<typeof import('./view.js').pages<T>>} source
 * @param {{ label: string, columns: Column[], key?: (row: any) => string, what: string, many?: string, none: { title: string, text: unknown, action?: unknown } }} options
 */
export const pagedTable = (source, { label, columns, key, what, many, none }) =>
	source.list.show(({ items, next }) => items.length
		? html`<div class="table">${table(label, columns, items, key)}</div>
			<div class="table-foot"><span class="hint" role="status">${plural(items.length, what, many)} shown${next ? '' : ', that is all'}</span>
				${next ? html`<button type="button" aria-busy=${String(source.list.loading)} @click=${() => source.more()}>Show more</button>` : nothing}</div>`
		: empty(none.title, none.text, none.action));
