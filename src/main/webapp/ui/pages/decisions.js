import { api, badge, button, col, confirm, count, head, html, isolated, linkColumn, listing, may, plural, time, titledCard, toast } from '../kit.js';
import { columns } from './journal.js';
import { fix } from './reasons.js';

export const WHY_SUGGESTED = { suggest: 'The account’s policy is to suggest', 'other-region': 'The data would have to move to another region', 'placed-by-hand': 'An administrator gave the assignment by hand' };

export const moveText = (move) => html`<b>${move.profileName}</b> in ${move.storageRegionName}${move.mappingName ? html`, by the mapping <bdi>${move.mappingName}</bdi>` : ''}`;

export const moveButtons = (ctx, move, done) => {
	const act = (what, said) => async () => {
		await api.post(`${ctx.base}/suggestions/${move.userId}/${what}`);
		toast(said);
		await done();
	};
	const name = isolated(move.userName || 'this user');
	return may.write() ? html`<span>${button('Accept', act('accept', 'User moved'), 'small', `Accept for ${name}`)}
		${button('Decline', act('dismiss', 'Suggestion declined'), 'small', `Decline for ${name}`)}</span>` : '';
};

/** @type {MakePage} */
export function decisions(ctx) {
	const events = ctx.base + '/provisioning-events';
	const waves = listing(ctx, ctx.base + '/deactivations', {
		label: 'Many deactivations at once', what: 'wave', none: { title: 'None', text: 'If the IdP deactivates unusually many users at once, they wait here.' },
		columns: [
			col('When', (wave) => time(wave.last), 'keep'),
			col('Users', (wave) => wave.state === 'OPEN' ? count(wave.users) : '', 'end'),
			col('State', (wave) => wave.state === 'OPEN' ? badge('Waits', 'warning') : html`${wave.state === 'CONFIRMED' ? 'Confirmed' : 'Restored'} by ${wave.decidedBy}`, 'bare'),
			col('Decision', (wave) => wave.state === 'OPEN' && may.write() ? html`${button('Confirm', () => decide(wave, 'confirm'), 'small')}
				${button('Restore everybody', () => decide(wave, 'restore'), 'small')}` : wave.jobId ? html`<a href=${ctx.link(`jobs/${wave.jobId}`)}>Job</a>` : '', 'bare keep'),
		],
	});
	const decide = waves.after((wave, act) => confirm(act === 'confirm' ? 'Confirm the deactivations?' : 'Restore everybody?', {
		action: act === 'confirm' ? 'Confirm' : 'Restore everybody', said: 'Decided; a job does the rest',
		body: `${plural(wave.users, 'user')}${act === 'confirm' ? ': the seats become free, and the time after which they are purged begins' : ' become active again, each with a seat'}.`,
		run: () => api.post(`${ctx.base}/deactivations/${wave.id}/${act}`),
	}));
	const suggestions = listing(ctx, ctx.base + '/suggestions', {
		label: 'Suggested moves', what: 'move', none: { title: 'None', text: 'Moves that the policy under Settings only suggests appear here.' },
		columns: [
			linkColumn('User', (move) => ctx.link(`users/${move.userId}`), (move) => move.userName || move.userId),
			col('To', moveText),
			col('Why not by itself', (move) => WHY_SUGGESTED[move.reason]),
			col('Made', (move) => time(move.madeAt), 'keep'),
			col('Decision', (move) => moveButtons(ctx, move, suggestions.reload), 'bare keep'),
		],
	});
	const why = (event) => html`${fix(ctx, event.detail?.code)} ${(event.detail?.accounts ?? []).map((id) => html`<a href=${ctx.link(`users/${id}`)}>Earlier user</a> `)}`;
	const log = (label, query, text) => listing(ctx, events, { label, what: 'event', query: () => query, columns: columns(ctx, why), none: { title: 'None', text } });
	const returns = log('Possible returns', { kind: 'POSSIBLE_RETURN' }, 'A new user who may be somebody deleted before appears here.');
	const conflicts = log('Conflicts', { outcome: 'CONFLICT' }, 'What the IdP wanted and could not have appears here.');
	return {
		title: 'Decisions',
		view: () => html`${head('Decisions', { hint: 'What Usher does not do by itself.' })}
			${titledCard('Suggested moves', suggestions.view())}
			${titledCard('Many deactivations at once', waves.view())}
			${titledCard('Possible returns', returns.view())}
			${titledCard('Conflicts', conflicts.view())}`,
	};
}
