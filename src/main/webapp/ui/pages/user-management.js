import { api, button, confirm, hint, html, may, note, path, plural } from '../kit.js';

export const choice = (tenant, change, ctx) => html`
	${tenant.provisioningApi ? '' : note('warning', html`<b>API gateway feature is disabled for your account</b>
		<p>SCIM can be chosen, but a token can be generated only after support enabled it.</p>`)}
	<p class="muted">Choose how users come into this account. It can be changed later; what stops is shown before.</p>
	<div class="columns">
		<section class="card choice"><h2>Use SCIM</h2>
			<p>Your identity provider (Okta, Microsoft Entra ID and others) creates, updates and deactivates users here, within minutes and by itself.</p>
			<ul><li>Nothing to install; one address and one token</li><li>Mappings give each user a profile, storage and quota</li><li>AD or LDAP cannot be used at the same time</li></ul>
			${may.choose() ? button('Use SCIM', () => change('SCIM'), 'primary') : hint('A cloud administrator makes this choice.')}
		</section>
		<section class="card choice"><h2>Use AD/LDAP</h2>
			<p>Usher reads users from a directory in your own network at set times.</p>
			<ul><li>For companies without an identity provider</li><li>Changes arrive with the next import</li></ul>
			<p class="strong">Directory import is not there yet; this cannot be chosen.</p>
			<button disabled>Use AD/LDAP</button>
		</section>
	</div>
	<p class="hint">Until then users are managed by hand: <a href=${ctx.link('users')}>Users</a>.</p>`;

/** Asks the server what would stop, shows it, and changes the type, SCIM or MANUAL, when the administrator continues. */
export async function changeManagement(tenant, type) {
	const to = path`/tenants/${tenant}/user-management`;
	const { stops, users } = await api.get(to, { type });
	const scim = type === 'SCIM';
	return await confirm(scim ? 'Use SCIM to manage users?' : 'Manage users by hand?', {
		action: 'Continue', danger: !scim, said: scim ? 'SCIM is used to manage users now' : 'Users are managed by hand now',
		body: html`<p>${scim
			? 'Users will be imported and managed by your identity provider. Once you select SCIM for user management, you cannot use AD or LDAP for user management.'
			: 'The requests of your identity provider will be refused; users will be managed by hand.'}</p>
			${stops.length || users ? note('warning', html`<b>What changes</b>
				<ul class="plain">${stops.map((one) => html`<li>${one}</li>`)}</ul>
				${users ? html`<p>This account has ${plural(users, 'user')} now.</p>` : ''}`) : ''}`,
		run: () => api.put(to, { type, confirmed: true }),
	}) && type;
}
