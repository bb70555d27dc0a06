import { all, api, badge, check, count, dash, head, hint, html, muted, note, panel, plural, stat, time } from '../kit.js';
import { activityChart } from '../components/chart.js';
import { openEnded } from './criteria.js';
import { lastUsed, liveTokens, tokenBadge } from './provisioning-summary.js';
import { mailHealth } from './mail-health.js';
import { fix, reasonText } from './reasons.js';

/** @type {MakePage} */
export function dashboard(ctx) {
	const { base } = ctx;
	const everything = ctx.load(async () => {
		const [tenant, tokens, profiles, regions, mappings] = await Promise.all([
			api.get(base), all(base + '/tokens', 200), all(base + '/profiles'), all(base + '/storage-regions'), all(base + '/mappings')]);
		return { tenant, tokens, profiles, regions, mappings };
	});
	const activity = ctx.load(() => api.get(base + '/activity', { days: 30 }));
	const waiting = ctx.load(async () => {
		const [moves, waves] = await Promise.all([api.get(base + '/suggestions', { limit: 100 }), all(base + '/deactivations')]);
		return { moves: moves.items.length, more: moves.next, waves: waves.filter((wave) => wave.state === 'OPEN') };
	});
	const mail = ctx.load(() => api.get(base + '/mail-settings'));
	const spread = ctx.load(() => api.get(base + '/overview'));
	return {
		title: 'Dashboard',
		view: () => html`${head('Dashboard')}${everything.show((known) => html`
			${waiting.show((found) => decide(ctx, found), { quiet: true })}
			${nextSteps(ctx, known)}
			${numbers(ctx, known)}
			<section class="card pad">${activity.show(({ days }) => activityChart('What arrived in 30 days', days))}</section>
			<div class="columns">
				${panel('Refusals in 30 days', activity.show(({ refusals }) => refusalList(ctx, refusals)))}
				${panel('Mail', mailHealth(ctx, mail))}
				${panel('Users by profile', spread.show((overview) => bars(overview.byProfile)))}
				${panel('Users by storage', spread.show((overview) => bars(overview.byRegion)))}
				${panel('Users by state', spread.show((overview) => bars([{ name: 'Active', users: overview.active }, { name: 'Preserved', users: overview.preserved }])))}
			</div>`)}`,
	};
}

const decide = (ctx, { moves, more, waves }) => moves || waves.length ? note('warning', html`<p>
	${waves.length ? html`${plural(waves.reduce((sum, wave) => sum + wave.users, 0), 'deactivated user')} wait until you confirm. ` : ''}
	${moves ? html`${more ? 'More than ' : ''}${plural(moves, 'move')} ${moves === 1 ? 'is' : 'are'} suggested. ` : ''}<a href=${ctx.link('decisions')}>Decide</a></p>`) : '';

function nextSteps(ctx, { tenant, tokens, profiles, regions, mappings }) {
	const live = liveTokens(tokens);
	const steps = [
		{ done: tenant.userManagement === 'SCIM', label: 'Use SCIM to manage users', href: 'provisioning' },
		{ done: live.length > 0, label: 'Generate a token', href: 'provisioning' },
		{ done: regions.length > 0, label: 'Add a storage region', href: 'storage' },
		{ done: profiles.length > 0, label: 'Create a profile', href: 'profiles' },
		{ done: mappings.length > 0, label: 'Write a mapping', href: 'provisioning' },
		{ done: mappings.length > 0 && !openEnded(mappings), label: 'Add a last mapping for All Users', href: 'provisioning' },
		{ done: live.some((token) => token.lastUsedAt), label: 'Connect the identity provider', href: 'connect/okta' },
	];
	if (steps.every((step) => step.done)) return '';
	return panel('What to do next', html`<ul class="checks">${steps.map((step) => html`<li><span class=${step.done ? 'yes' : 'no'}>${step.done ? check : dash}</span>
			<div>${step.done ? html`<span class="muted">${step.label}</span><span class="unseen"> (done)</span>` : html`<a href=${ctx.link(step.href)}>${step.label}</a>`}</div></li>`)}</ul>`);
}

function numbers(ctx, { tenant, tokens }) {
	const [token] = liveTokens(tokens);
	const last = lastUsed(tokens);
	const { seats = null, used = 0, preserved = 0 } = tenant.licence ?? {};
	return html`<section class="stats four" aria-label="Numbers">
		${stat('Users', html`<a href=${ctx.link('users')}>${count(tenant.counts?.users)}</a>`, `${count(preserved)} preserved`)}
		${stat('Licence', count(used), `of ${seats === null ? 'unlimited seats' : plural(seats, 'seat')}`, seats !== null && used >= seats ? badge('Full', 'bad', 'New users are refused') : '')}
		${stat('Token', token ? plural(token.daysLeft, 'day') : 'None', token ? 'left' : 'No identity provider can call', token ? tokenBadge(token) : '')}
		${stat('Last call', last ? time(last.lastUsedAt) : 'Never', last?.lastUsedBy ?? 'of the identity provider')}</section>`;
}

const refusalList = (ctx, refusals) => refusals.length
	? html`<ul class="plain">${refusals.map((one) => html`<li><a href=${ctx.link('journal?outcome=REFUSED')}>${count(one.count)} ${reasonText(one.code)}</a>
			${hint(fix(ctx, one.code))}</li>`)}</ul>`
	: muted('Nobody was refused.');

function bars(rows) {
	const most = Math.max(1, ...rows.map((row) => row.users));
	return rows.length ? html`<ul class="plain bars">${rows.map((row) => html`<li><span>${row.name}</span><span class="number">${count(row.users)}</span>
		<meter min="0" max=${most} .value=${row.users} aria-label="${row.name}: ${count(row.users)} users"></meter></li>`)}</ul>` : muted('No user yet.');
}
