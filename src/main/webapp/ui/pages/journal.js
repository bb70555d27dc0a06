// @ts-check
import {
	api, download, exact, head, html, nothing, openDialog, outcomeBadge, pagedTable, pages, path, time, words,
} from '../kit.js';
import { filterBar, filters } from '../components/filters.js';
import { reasonText } from './provisioning-summary.js';

const OUTCOMES = ['ACCEPTED', 'NO_CHANGE', 'REFUSED', 'CONFLICT'];
const KINDS = ['USER_CREATED', 'USER_REPLACED', 'USER_PATCHED', 'USER_DELETED', 'USER_RESTORED', 'USER_PRESERVED', 'USER_ADOPTED', 'USER_MOVED',
	'USER_PURGED', 'GROUP_CREATED', 'GROUP_REPLACED', 'GROUP_PATCHED', 'GROUP_DELETED', 'MEMBERS_CHANGED', 'BULK', 'POSSIBLE_RETURN'];
const choices = (codes) => codes.map((code) => ({ value: code, label: words(code) }));

/** @type {import('../routes.js').MakePage} */
export function journal(ctx) {
	const to = path`/tenants/${ctx.tenant}/provisioning-events`;
	const filter = filters(ctx.query, ['text', 'outcome', 'kind', 'from', 'to', 'user'], () => list.reload());
	const query = () => ({ text: filter.values.text, outcome: filter.values.outcome, kind: filter.values.kind, user: filter.values.user,
		from: filter.instant('from'), to: filter.instant('to', true) });
	const list = pages(ctx.update, (cursor) => api.get(to, { ...query(), limit: 50, cursor }));
	const csv = async () => download(`provisioning-log-${ctx.tenant}.csv`, await api.csv(to, query()));
	return {
		title: 'Provisioning log',
		view: () => html`
			${head('Provisioning log', { hint: 'What the identity provider asked, and what became of it.',
				actions: html`<button @click=${csv}>Export CSV</button>` })}
			<section class="card">
				${filterBar(filter, html`
					${filter.text('text', 'Search', { cls: 'grow' })}
					${filter.choice('outcome', 'Outcome', choices(OUTCOMES))}
					${filter.choice('kind', 'Kind', choices(KINDS))}
					${filter.text('from', 'From', { type: 'date' })}${filter.text('to', 'To', { type: 'date' })}`)}
				${pagedTable(list, {
					label: 'Provisioning events, newest first', what: 'event', key: (event) => event.id, columns: columns(ctx),
					none: filter.any() ? { title: 'Nothing fits these filters', text: 'Take some of them away.' }
						: { title: 'Nothing has happened yet', text: 'Events appear here as soon as the identity provider calls.', action: html`<a class="button" href=${ctx.link('connect/okta')}>Connect an IdP</a>` },
				})}</section>`,
	};
}

/** @param {import('../app.js').Context} ctx @returns {import('../components/table.js').Column<any>[]} */
export const columns = (ctx) => [
	{ label: 'When', keep: true, cell: (event) => time(event.at) },
	{ label: 'What', bare: true, cell: (event) => html`<strong>${words(event.kind)}</strong>` },
	{ label: 'Outcome', bare: true, cell: (event) => outcomeBadge(event.outcome) },
	{ label: 'Who', cell: (event) => subject(ctx, event) },
	{ label: 'Why', bare: true, cell: (event) => html`<span class="hint">${reason(event)}</span>` },
	{ label: 'Details', hideLabel: true, cls: 'actions', cell: (event) => html`<button class="small" aria-label="Details of ${words(event.kind)}"
		@click=${() => details(event)}>Details</button>` },
];

function subject(ctx, event) {
	const name = event.detail?.resource ?? event.subject;
	const kind = String(event.kind).startsWith('USER') ? 'users' : 'groups';
	if (!name) return nothing;
	return event.subject && !/DELETED|PURGED|MEMBERS/.test(event.kind) ? html`<a href=${ctx.link(`${kind}/${event.subject}`)}>${name}</a>` : name;
}

export function reason(event) {
	const detail = event.detail ?? {};
	if (detail.reason) return detail.reason;
	if (detail.code) return words(reasonText(detail.code));
	if (detail.mapping) return `Mapping ${detail.mapping}`;
	if (detail.leniencies?.length) return `Read leniently: ${detail.leniencies.map((one) => words(one.leniency ?? one)).join(', ')}`;
	return '';
}

const details = (event) => openDialog(words(event.kind), (close) => () => html`<div class="content">
	<div class="body">
		<dl class="facts">
			<dt>When</dt><dd>${exact(event.at)}</dd>
			<dt>Outcome</dt><dd>${outcomeBadge(event.outcome)}</dd>
			${event.subject ? html`<dt>Id</dt><dd><code>${event.subject}</code></dd>` : nothing}
			${reason(event) ? html`<dt>Why</dt><dd>${reason(event)}</dd>` : nothing}
		</dl>
		<pre tabindex="0" aria-label="Everything that was recorded">${JSON.stringify(event.detail, null, 2)}</pre>
	</div>
	<footer><button class="primary" @click=${() => close()}>Close</button></footer>
</div>`, { wide: true });
