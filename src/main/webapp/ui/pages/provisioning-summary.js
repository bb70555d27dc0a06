import { badge, button, copyLine, count, day, daysUntil, html, may, note, plural, stat, time } from '../kit.js';
import { reasonText } from './reasons.js';

const VALID_DAYS = 365;
const SOON_DAYS = 30;

export const liveTokens = (tokens) => tokens.filter((token) => ['VALID', 'OVERLAPPING', 'API_OFF'].includes(token.state));

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
		return stat('SCIM token', 'No token', html`<p>The IdP signs in with a token. It is shown once and valid for 365 days.</p>
			${may.choose() ? button('Generate Token', generate, 'primary') : ''}`, badge('None', 'warning'));
	}
	const left = daysUntil(token.endsAt ?? token.expiresAt, Date.now());
	return stat('SCIM token', `${plural(left, 'day')} left`, html`<meter min="0" max=${VALID_DAYS} low=${SOON_DAYS} optimum=${VALID_DAYS} .value=${left} aria-label="Days left of ${VALID_DAYS}"></meter>
		<p><code>${token.hint}…</code> expires ${day(token.expiresAt)}</p>
		<p>Last call ${time(token.lastUsedAt, 'not yet')}${token.lastUsedBy ? html` by ${token.lastUsedBy}` : ''}${
			live.length > 1 ? html`. ${plural(live.length - 1, 'older token')} still valid` : ''}</p>`, token.endsAt ? badge('Ending', 'warning') : left < SOON_DAYS ? badge('Expires soon', 'warning') : badge('Active', 'good'));
}

function refusedCard(ctx, activity) {
	const refused = activity ? today(activity).refused : undefined;
	const reasons = activity?.refusals ?? [];
	return stat('Refused today', count(refused), reasons.length
		? html`30 days: ${reasons.slice(0, 2).map((reason) => html`${count(reason.count)} ${reasonText(reason.code)}. `)}
			<a href=${ctx.link('journal?outcome=REFUSED')}>See them</a>`
		: 'None in 30 days', refused > 0 ? badge('Needs attention', 'bad', 'The log says why, and what to do') : '');
}
