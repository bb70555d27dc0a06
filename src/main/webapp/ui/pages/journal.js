import { exact, html, listing, listPage, nothing, openDialog, outcomeBadge, time, words } from '../kit.js';
import { fix, reasonText } from './reasons.js';

const OUTCOMES = ['ACCEPTED', 'NO_CHANGE', 'REFUSED', 'CONFLICT'];
const KINDS = ['USER_CREATED', 'USER_REPLACED', 'USER_PATCHED', 'USER_DELETED', 'USER_RESTORED', 'USER_PRESERVED', 'USER_ADOPTED', 'USER_MOVED',
	'USER_PURGED', 'GROUP_CREATED', 'GROUP_REPLACED', 'GROUP_PATCHED', 'GROUP_DELETED', 'MEMBERS_CHANGED', 'BULK', 'POSSIBLE_RETURN'];
const choices = (codes) => codes.map((code) => ({ value: code, label: words(code) }));

/** @type {MakePage} */
export function journal(ctx) {
	const list = listing(ctx, ctx.base + '/provisioning-events', {
		label: 'Provisioning events, newest first', what: 'event', columns: columns(ctx),
		names: ['text', 'outcome', 'kind', 'from', 'to', 'user'],
		query: (filter) => ({ ...filter.values, from: filter.instant('from'), to: filter.instant('to', true) }),
		bar: (filter) => html`
			${filter.text('text', 'Search', { cls: 'grow' })}
			${filter.choice('outcome', 'Outcome', choices(OUTCOMES))}
			${filter.choice('kind', 'Kind', choices(KINDS))}${filter.days()}`,
		none: { title: 'Nothing has happened yet', text: 'Events appear here as soon as the identity provider calls.', action: html`<a class="button" href=${ctx.link('connect/okta')}>Connect an IdP</a>` },
	});
	return listPage('Provisioning log', 'What the identity provider asked, and what became of it.', list.csv('provisioning-log'), list);
}

export const columns = (ctx, why = reason) => [
	{ label: 'When', keep: true, cell: (event) => time(event.at) },
	{ label: 'What', bare: true, keep: true, cell: (event) => html`<b>${kindText(event)}</b>` },
	{ label: 'Outcome', bare: true, cell: (event) => outcomeBadge(event.outcome) },
	{ label: 'Who', cell: (event) => subject(ctx, event) },
	{ label: 'Why', bare: true, cls: 'wide', cell: (event) => html`<span class="hint">${why(event)}</span>` },
	{ label: 'Details', hideLabel: true, cls: 'actions', cell: (event) => html`<button class="small" aria-label="Details of ${kindText(event)}"
		@click=${() => details(ctx, event)}>Details</button>` },
];

/** "User created", or "User not created" where it was refused. */
export const kindText = ({ kind, outcome }) => words(kind).replace('patched', 'changed').replace(/ (?=\w+d$)/, outcome === 'REFUSED' ? ' not ' : ' ');

function subject(ctx, event) {
	const name = event.detail?.resource ?? event.subject;
	const kind = /^USER|RETURN/.test(event.kind) ? 'users' : 'groups';
	if (!name) return nothing;
	return event.subject && !/GROUP_DELETED|PURGED/.test(event.kind) ? html`<a href=${ctx.link(`${kind}/${event.subject}`)}>${name}</a>` : name;
}

export function reason(event) {
	const detail = event.detail ?? {};
	if (detail.reason) return detail.reason;
	if (detail.code) return words(reasonText(detail.code));
	if (detail.mapping) return `Mapping ${detail.mapping}`;
	if (detail.leniencies?.length) return `Read leniently: ${detail.leniencies.map((one) => words(one.leniency ?? one)).join(', ')}`;
	return '';
}

const details = (ctx, event) => openDialog(kindText(event), (close) => () => html`<div class="content">
	<div class="body">
		<dl class="facts">
			<dt>When</dt><dd>${exact(event.at)}</dd>
			<dt>Outcome</dt><dd>${outcomeBadge(event.outcome)}</dd>
			${event.subject ? html`<dt>Id</dt><dd><code>${event.subject}</code></dd>` : ''}
			${reason(event) ? html`<dt>Why</dt><dd>${reason(event)}</dd>` : ''}
			${event.detail?.code ? html`<dt>What to do</dt><dd @click=${() => close()}>${fix(ctx, event.detail.code)}</dd>` : ''}
		</dl>
		<pre tabindex="0" aria-label="Everything that was recorded">${JSON.stringify(event.detail, null, 2)}</pre>
	</div>
	<footer><button class="primary" @click=${() => close()}>Close</button></footer>
</div>`, { wide: true });
