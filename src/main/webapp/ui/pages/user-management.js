import { api, confirm, html, may, note, nothing, path, plural, toast } from '../kit.js';

const NAMES = { MANUAL: 'Manual', SCIM: 'SCIM', DIRECTORY: 'AD/LDAP' };

export const choice = (tenant, change, ctx) => html`
	${tenant.provisioningApi ? nothing : note('warning', html`<b>API gateway feature is disabled for your account</b>
		<p>SCIM can be chosen, but a token can be generated only after support enabled this feature for your account.</p>`)}
	<p class="muted">Choose how users come into this account. It can be changed later; what stops is shown before.</p>
	<div class="columns">
		<section class="card choice" aria-labelledby="use-scim"><h2 id="use-scim">Use SCIM</h2>
			<p>Your identity provider (Okta, Microsoft Entra ID and others) creates, updates and deactivates users here, within minutes and by itself.</p>
			<ul><li>Nothing to install; one address and one token</li><li>Mappings give each user a profile, storage and quota</li><li>AD or LDAP cannot be used at the same time</li></ul>
			${may.choose() ? html`<button class="primary" @click=${() => change('SCIM')}>Use SCIM</button>` : onlyChoosers}
		</section>
		<section class="card choice" aria-labelledby="use-directory"><h2 id="use-directory">Use AD/LDAP</h2>
			<p>Usher reads users from a directory in your own network at set times.</p>
			<ul><li>For companies without an identity provider in the cloud</li><li>Changes arrive with the next import</li><li>SCIM cannot be used at the same time</li></ul>
			${tenant.userManagement === 'DIRECTORY' ? html`<p class="strong">This is chosen now.</p>` : may.choose()
				? html`<button @click=${() => change('DIRECTORY')}>Use AD/LDAP</button>` : onlyChoosers}
		</section>
	</div>
	<p class="hint">Until then users are managed by hand: <a href=${ctx.link('users')}>Users</a>.</p>`;

const onlyChoosers = html`<p class="hint">A cloud administrator makes this choice.</p>`;

const MEANING = {
	SCIM: html`<p>Users will be imported and managed by your identity provider. Once you select SCIM for user management, you cannot use AD or LDAP for user management.</p>`,
	DIRECTORY: html`<p>Users will be imported from AD or LDAP.</p>`,
	MANUAL: html`<p>The identity provider's requests will be refused; users will be managed by hand.</p>`,
};

/**
 * Asks the server what would stop, shows it, and changes the type when the administrator continues.
 * @returns {Promise<string | undefined>} the type that was chosen
 */
export async function changeManagement(tenant, type) {
	const to = path`/tenants/${tenant}/user-management`;
	const impact = await api.get(to, { type });
	const result = await confirm(type === 'MANUAL' ? 'Manage users by hand?' : `Use ${NAMES[type]} to manage users?`, {
		action: 'Continue',
		danger: type === 'MANUAL',
		body: html`${MEANING[type]}${impactNote(impact)}`,
		run: () => api.put(to, { type, confirmed: true }),
	});
	if (!result) return undefined;
	toast(type === 'MANUAL' ? 'Users are managed by hand now' : `${NAMES[type]} is used to manage users now`);
	return type;
}

function impactNote(impact) {
	const stops = impact?.stops ?? [];
	if (!impact || (!stops.length && !impact.users)) return nothing;
	return note('warning', html`<b>What changes</b>
		${stops.length ? html`<ul class="plain">${stops.map((one) => html`<li>${one}</li>`)}</ul>` : ''}
		${impact.users ? html`<p>This account has ${plural(impact.users, 'user')} now.</p>` : ''}`);
}
