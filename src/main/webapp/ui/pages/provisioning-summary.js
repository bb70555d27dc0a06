import { badge, button, copyLine, count, day, daysUntil, html, may, note, plural, stat, time } from '../kit.js';
import { reasonText } from './reasons.js';

const SOON_DAYS = 30;

export const liveTokens = (tokens) => tokens.filter((token) => ['VALID', 'OVERLAPPING', 'API_OFF'].includes(token.state));

/** Maybe an older one than the newest. */
export const lastUsed = (tokens) => tokens.filter((token) => token.lastUsedAt).sort((one, other) => other.lastUsedAt.localeCompare(one.lastUsedAt))[0];

export const tokenBadge = (token) => token.state === 'API_OFF' ? badge('API off', 'bad')
	: token.endsAt ? badge('Ending', 'warning') : token.daysLeft < SOON_DAYS ? badge('Expires soon', 'warning') : '';

export const scimBase = (tenant) => tenant.scimBaseUrl ?? `${location.origin}/scim/v2`;

export const summary = (ctx, { tenant, tokens, activity, generate }) => html`
	${tenant.provisioningApi ? '' : note('bad', html`<b>API gateway feature is disabled for your account</b>
		<p>Tokens cannot be generated and the IdP’s requests are refused. Kindly contact support to enable this feature for your account.</p>`)}
	<section class="stats" aria-label="User Provisioning Summary">
		${tokens.show((list) => tokenCard(liveTokens(list), generate))}
		${stat('Users', count(tenant.counts?.users), activity.value ? `${count(today(activity.value).created)} created, ${count(today(activity.value).updated)} updated today` : ' ')}
		${refusedCard(ctx, activity.value)}
	</section>
	<section class="card pad stack tight"><h2>SCIM base URL</h2>
		${copyLine(scimBase(tenant), 'SCIM base URL')}
		<p class="hint">The IdP asks for this address and the token.
			<a href=${ctx.link('connect/okta')}>Okta</a> · <a href=${ctx.link('connect/entra')}>Microsoft Entra ID</a> ·
			<a href=${ctx.link('connect/other')}>another IdP</a>: step by step.</p></section>`;

const today = (activity) => activity.days.at(-1) ?? { created: 0, updated: 0, refused: 0 };

function tokenCard(live, generate) {
	const [token] = live;
	if (!token) {
		return stat('SCIM token', 'No token', html`<p>The IdP signs in with a token. It is shown once.</p>
			${may.choose() ? button('Generate Token', generate, 'primary') : ''}`, badge('None', 'warning'));
	}
	const life = daysUntil(token.expiresAt, Date.parse(token.createdAt));
	const last = lastUsed(live);
	return stat('SCIM token', `${plural(token.daysLeft, 'day')} left`, html`<meter min="0" max=${life} low=${SOON_DAYS} optimum=${life} .value=${token.daysLeft} aria-label="Days left of ${life}"></meter>
		<p><code>${token.hint}…</code> expires ${day(token.endsAt ?? token.expiresAt)}</p>
		<p>Last call ${time(last?.lastUsedAt, 'not yet')}${last?.lastUsedBy ? html` by ${last.lastUsedBy}` : ''}${
			live.length > 1 ? html`. ${plural(live.length - 1, 'older token')} still valid` : ''}</p>`, tokenBadge(token) || badge('Active', 'good'));
}

function refusedCard(ctx, activity) {
	const refused = activity ? today(activity).refused : undefined;
	const reasons = activity?.refusals ?? [];
	return stat('Refused today', count(refused), reasons.length
		? html`30 days: ${reasons.slice(0, 2).map((reason) => html`${count(reason.count)} ${reasonText(reason.code)}. `)}
			<a href=${ctx.link('journal?outcome=REFUSED')}>See them</a>`
		: 'None in 30 days', refused > 0 ? badge('Needs attention', 'bad', 'The log says why, and what to do') : '');
}
