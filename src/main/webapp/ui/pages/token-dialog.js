import { api, copyLine, day, html, nameField, note, openForm, openSecret, plural, radioField, selectField } from '../kit.js';
import { liveTokens, scimBase } from './provisioning-summary.js';

const OVERLAPS = [1, 3, 7, 14, 30].map((days) => ({ value: String(days), label: plural(days, 'day') }));

export async function newToken(ctx, tokens) {
	// Now, since nothing may fail between a token and its only showing.
	const tenant = await api.get(ctx.base);
	const live = liveTokens(tokens.value ?? []);
	let previous = 'END';
	const token = await openForm(live.length ? 'New Token' : 'Generate Token', (update) => ({
		action: 'Generate Token',
		body: () => html`
			<p>A token is the key with which the IdP signs in.</p>
			${nameField({ autofocus: false, value: live[0]?.name ?? 'Identity provider', hint: 'For yourself, for example the name of the app at the IdP.' })}
			${live.length ? previousChoice(live, previous, (value) => {
				previous = value;
				update();
			}) : ''}`,
		run: (form) => api.post(ctx.base + '/tokens', {
			name: form.get('name'), previous, ...(previous === 'OVERLAP' ? { overlapDays: Number(form.get('overlapDays')) } : {}),
		}),
	}));
	if (token) await showSecret(token, tenant);
	tokens.load();
}

const previousChoice = (live, previous, change) => html`
	${radioField('previous', 'The existing token', [
		{ value: 'END', label: 'Ends now', hint: 'When it may have become known to others.' },
		{ value: 'OVERLAP', label: 'Stays valid for a while', hint: 'Until 24 hours after the first successful change with the new token.' },
	], previous, change)}
	${previous === 'END' ? note('warning', html`<p>Creating a new token will expire the existing one (<code>${live[0].hint}…</code>), and all APIs using the existing token will cease to function.</p>`) : ''}
	${previous === 'OVERLAP' ? selectField('overlapDays', 'At most', OVERLAPS, { value: '7' }) : ''}`;

const showSecret = (token, tenant) => openSecret({ what: 'Token', secret: token.secret, rest: html`
	<div class="field"><span class="label">SCIM base URL</span>${copyLine(scimBase(tenant), 'SCIM base URL')}</div>
	<p class="hint">Valid until ${day(token.expiresAt)}.</p>` });
