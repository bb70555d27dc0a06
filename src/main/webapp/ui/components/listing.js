import { html } from '../lib/lit-html.js';
import { all, api, download } from '../api.js';
import { button, hint, strong } from './button.js';
import { confirm } from './dialog.js';
import { filterBar, filters } from './filters.js';
import { menu } from './menu.js';
import { isolated, quoted } from './format.js';
import { col, pagedTable } from './table.js';
import { head, pages } from './view.js';

const NOTHING_FITS = { title: 'Nothing fits these filters', text: 'Take a filter away, or change it.' };

export function listing(ctx, to, /** @type {ListingOptions} */ { names = [], bar, query = (filter) => filter.asked(), none, read, total, ...shown }) {
	const filter = filters(ctx.query, names, () => source.reload());
	let lists = 0;
	const source = pages(ctx.update, (cursor) => {
		const mine = cursor ? lists : ++lists;
		return api.get(to, { ...query(filter), limit: 50, cursor }).finally(() => cursor || mine !== lists || read?.());
	});
	return {
		reload: source.reload,
		more: () => Boolean(source.list.value?.next),
		/** Nothing where the list is another by then. */
		async whole(cap) {
			const asked = lists;
			const items = await all(to, cap, undefined, query(filter));
			return asked === lists ? items : [];
		},
		/** An act after which, if it was done, the list is read again. */
		after: (act) => async (...args) => (await act(...args)) && source.reload(),
		csv: (name) => button('Export CSV', async () =>
			download(`${name}-${ctx.tenant}.csv`, await api.csv(to, query(filter)))),
		view: (above) => html`${bar ? filterBar(filter, bar(filter)) : ''}${above ?? ''}${
			pagedTable(source, { ...shown, total: () => total?.(filter), none: filter.any() ? NOTHING_FITS : none })}`,
	};
}

export const card = (content) => html`<section class="card">${content}</section>`;

export const panel = (title, content) => html`<section class="card pad stack"><h2>${title}</h2>${content}</section>`;

export const titledCard = (title, content, /** @type {unknown} */ beside = '', text = '') => card(html`<div class="section-head"><div><h2>${title}</h2>${hint(text)}</div>${beside}</div>${content}`);

export const actions = (kind, items, name = (row) => row.name) =>
	col('Actions', (row) => menu(`${kind}-${row.id}`, `Actions for ${isolated(name(row))}`, items(row) || [], { ghost: true }), 'mute actions');

export const nameColumn = (show = (row) => row.name) => col('Name', (row) => html`<b>${show(row)}</b>`, 'bare');

export const linkColumn = (label, to, show) => col(label, (row) => strong(to(row), show(row)), 'bare');

export const deletion = (to, name, text, action = 'Delete') => confirm(`${action} ${quoted(name)}?`, {
	action, danger: true, body: html`<p>${text}</p>`, run: () => api.remove(to), said: `${quoted(name)} ${action.toLowerCase()}${action.endsWith('e') ? '' : 'e'}d`,
});

/** @returns {Page} */
export const listPage = (title, hint, actions, list) => ({ title, view: () => html`${head(title, { hint, actions })}${card(list.view())}` });
