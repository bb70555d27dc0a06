// @ts-check
import {
	api, count, download, exact, head, html, nothing, openDialog, pagedTable, pages, path, time, words,
} from '../kit.js';
import { filterBar, filters } from '../components/filters.js';

/** @type {import('../routes.js').MakePage} */
export function audit(ctx) {
	const to = path`/tenants/${ctx.tenant}/audit-events`;
	const filter = filters(ctx.query, ['actor', 'action', 'from', 'to'], () => list.reload());
	const query = () => ({ actor: filter.values.actor, action: filter.values.action, from: filter.instant('from'), to: filter.instant('to', true) });
	const list = pages(ctx.update, (cursor) => api.get(to, { ...query(), limit: 50, cursor }));
	const csv = async () => download(`audit-trail-${ctx.tenant}.csv`, await api.csv(to, query()));
	return {
		title: 'Audit trail',
		view: () => html`
			${head('Audit trail', { hint: 'What administrators did. Each entry is chained to the one before it, so that none can be changed unseen.',
				actions: html`<button @click=${csv}>Export CSV</button>` })}
			<section class="card">
				${filterBar(filter, html`
					${filter.text('actor', 'Administrator', { cls: 'grow' })}${filter.text('action', 'Action')}
					${filter.text('from', 'From', { type: 'date' })}${filter.text('to', 'To', { type: 'date' })}`)}
				${pagedTable(list, {
					label: 'Audit events, newest first', what: 'event', key: (event) => String(event.seq),
					none: filter.any() ? { title: 'Nothing fits these filters', text: 'Take some of them away.' }
						: { title: 'Nothing has been done yet', text: 'Each change by an administrator appears here.' },
					columns: [
						{ label: 'When', keep: true, cell: (event) => time(event.at) },
						{ label: 'Administrator', bare: true, cell: (event) => html`<strong>${event.actor}</strong>` },
						{ label: 'Action', bare: true, cell: (event) => html`<span title=${event.action}>${words(event.action)}</span>` },
						{ label: 'What', bare: true, cell: (event) => html`<span class="hint">${event.after?.name ?? event.before?.name ?? ''}</span>` },
						{ label: 'Number', end: true, cell: (event) => count(event.seq) },
						{ label: 'Details', hideLabel: true, cls: 'actions', cell: (event) => html`<button class="small"
							aria-label="Details of ${words(event.action)}" @click=${() => details(event)}>Details</button>` },
					],
				})}</section>`,
	};
}

const details = (event) => openDialog(words(event.action), (close) => () => html`<div class="content">
	<div class="body">
		<dl class="facts"><dt>When</dt><dd>${exact(event.at)}</dd><dt>Administrator</dt><dd>${event.actor}</dd>
			${event.target ? html`<dt>Id</dt><dd><code>${event.target}</code></dd>` : nothing}</dl>
		<div class="compare">
			<div class="stack tight"><h3>Before</h3><pre tabindex="0" aria-label="Before">${shown(event.before)}</pre></div>
			<div class="stack tight"><h3>After</h3><pre tabindex="0" aria-label="After">${shown(event.after)}</pre></div>
		</div>
	</div>
	<footer><button class="primary" @click=${() => close()}>Close</button></footer>
</div>`, { wide: true });

const shown = (value) => (value && Object.keys(value).length ? JSON.stringify(value, null, 2) : 'Nothing');
