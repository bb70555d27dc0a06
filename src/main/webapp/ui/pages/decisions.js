import { api, badge, confirm, count, head, html, listing, may, nothing, plural, time, titledCard, toast } from '../kit.js';
import { columns } from './journal.js';
import { fix } from './reasons.js';

export const WHY_SUGGESTED = { suggest: 'The account’s policy is to suggest', 'other-region': 'The data would have to move to another region', 'placed-by-hand': 'An administrator gave the assignment by hand' };

export const moveText = (move) => html`<b>${move.profileName}</b> in ${move.storageRegionName}${move.mappingName ? html`, by the mapping ${move.mappingName}` : ''}`;

export const moveButtons = (ctx, move, done) => {
	const act = (what, said) => async () => {
		await api.post(`${ctx.base}/suggestions/${move.userId}/${what}`);
		toast(said);
		done();
	};
	const name = move.userName || 'this user';
	return may.write() ? html`<span><button class="small" aria-label="Accept for ${name}" @click=${act('accept', 'User moved')}>Accept</button>
		<button class="small" aria-label="Decline for ${name}" @click=${act('dismiss', 'Suggestion declined')}>Decline</button></span>` : nothing;
};

/** What waits for an administrator. @type {MakePage} */
export function decisions(ctx) {
	const events = ctx.base + '/provisioning-events';
	const waves = listing(ctx, ctx.base + '/deactivations', {
		label: 'Many deactivations at once', what: 'wave', none: { title: 'None', text: 'If the identity provider deactivates unusually many users at once, their seats and data wait here for you.' },
		columns: [
			{ label: 'When', keep: true, cell: (wave) => time(wave.began) },
			{ label: 'Users', end: true, cell: (wave) => count(wave.users) },
			{ label: 'State', bare: true, cell: (wave) => wave.state === 'OPEN' ? badge('Waits', 'warning') : html`${wave.state === 'CONFIRMED' ? 'Confirmed' : 'Restored'} by ${wave.decidedBy}` },
			{ label: 'Decision', bare: true, keep: true, cell: (wave) => wave.state === 'OPEN' && may.write() ? html`<span><button class="small" @click=${() => decide(wave, 'confirm')}>Confirm</button>
				<button class="small" @click=${() => decide(wave, 'restore')}>Restore everybody</button></span>` : wave.jobId ? html`<a href=${ctx.link(`jobs/${wave.jobId}`)}>Job</a>` : nothing },
		],
	});
	const decide = waves.after((wave, act) => confirm(act === 'confirm' ? 'Confirm the deactivations?' : 'Restore everybody?', {
		action: act === 'confirm' ? 'Confirm' : 'Restore everybody', said: 'Decided; a job does the rest',
		body: html`<p>${act === 'confirm' ? html`${plural(wave.users, 'user')}: the seats become free, and the time after which they are purged begins.`
			: html`${plural(wave.users, 'user')} become active again, each with a seat.`}</p>`,
		run: () => api.post(`${ctx.base}/deactivations/${wave.id}/${act}`),
	}));
	const suggestions = listing(ctx, ctx.base + '/suggestions', {
		label: 'Suggested moves', what: 'move', none: { title: 'None', text: 'Moves that the policy under Settings only suggests appear here.' },
		columns: [
			{ label: 'User', bare: true, cell: (move) => html`<a class="strong" href=${ctx.link(`users/${move.userId}`)}>${move.userName || move.userId}</a>` },
			{ label: 'To', cell: moveText },
			{ label: 'Why not by itself', cell: (move) => WHY_SUGGESTED[move.reason] },
			{ label: 'Made', keep: true, cell: (move) => time(move.madeAt) },
			{ label: 'Decision', bare: true, keep: true, cell: (move) => moveButtons(ctx, move, suggestions.reload) },
		],
	});
	const why = (event) => html`${fix(ctx, event.detail?.code)} ${(event.detail?.accounts ?? []).map((id) => html`<a href=${ctx.link(`users/${id}`)}>Earlier user</a> `)}`;
	const log = (label, query, text) => listing(ctx, events, { label, what: 'event', query: () => query, columns: columns(ctx, why), none: { title: 'None', text } });
	const returns = log('Possible returns', { kind: 'POSSIBLE_RETURN' }, 'A new user who may be somebody deleted before appears here.');
	const conflicts = log('Conflicts', { outcome: 'CONFLICT' }, 'What the identity provider wanted and could not have appears here.');
	return {
		title: 'Decisions',
		view: () => html`${head('Decisions', { hint: 'What Usher does not do by itself.' })}
			${titledCard('Suggested moves', suggestions.view())}
			${titledCard('Many deactivations at once', waves.view())}
			${titledCard('Possible returns', returns.view())}
			${titledCard('Conflicts', conflicts.view())}`,
	};
}
