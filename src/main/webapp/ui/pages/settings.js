// @ts-check
import { api, checkField, count, head, html, may, nothing, openForm, path, radioField, remote, textField, toast } from '../kit.js';
import { changeManagement } from './user-management.js';

const POLICIES = [
	{ value: 'NEVER', label: 'Never', hint: 'Users keep what they got when they came.' },
	{ value: 'SUGGEST', label: 'Suggest', hint: 'A change of attributes or of the order suggests a move; an administrator decides.' },
	{ value: 'AUTOMATIC', label: 'Automatic', hint: 'Users move by themselves, except into another storage region and out of a data lock.' },
];

/** @type {MakePage} */
export function settings(ctx) {
	const to = path`/tenants/${ctx.tenant}`;
	const read = remote(ctx.update, () => api.read(to));
	const save = async (body, said) => {
		await api.patch(to, body, read.value?.etag);
		toast(said);
		await read.load();
	};
	const manage = async (type) => (await changeManagement(ctx.tenant, type)) && read.load();
	return {
		title: 'Settings',
		view: () => html`${head('Settings')}${read.show(({ body: tenant }) => html`
			<div class="columns">
				<section class="card pad stack"><h2>Account</h2>
					<dl class="facts"><dt>Name</dt><dd>${tenant.displayName}</dd><dt>In addresses</dt><dd><code>${tenant.name}</code></dd>
						<dt>User management</dt><dd>${tenant.userManagement === 'DIRECTORY' ? 'AD/LDAP' : tenant.userManagement === 'SCIM' ? 'SCIM' : 'Manual'}</dd></dl>
					${may.choose() ? html`<div class="row">${tenant.userManagement === 'SCIM' ? nothing : html`<button @click=${() => manage('SCIM')}>Use SCIM</button>`}
						${tenant.userManagement === 'MANUAL' ? nothing : html`<button @click=${() => manage('MANUAL')}>Manage users by hand</button>`}</div>` : nothing}
				</section>
				${licence(tenant, save)}
				${reclassify(tenant, save)}
				${may.platform() ? html`<section class="card pad stack"><h2>Provisioning API</h2>
					${checkField('api', 'The identity provider may call this account', { checked: tenant.provisioningApi,
						hint: 'While it is off, tokens cannot be generated and SCIM requests are refused.',
						change: (checked) => save({ provisioningApi: checked }, checked ? 'Provisioning API turned on' : 'Provisioning API turned off').catch(async (error) => {
							await read.load();
							throw error;
						}) })}</section>` : nothing}
			</div>`)}`,
	};
}

function licence(tenant, save) {
	const { seats = null, used = 0, preserved = 0 } = tenant.licence ?? {};
	const change = () => openForm('Change seats', () => ({
		action: 'Save',
		body: () => textField('seats', 'Seats', { type: 'number', min: '0', step: '1', value: seats ?? '', autofocus: true, hint: 'Empty: unlimited.' }),
		run: (form) => save({ licence: { seats: form.get('seats') === '' ? null : Number(form.get('seats')) } }, 'Seats changed'),
	}));
	return html`<section class="card pad stack"><h2>Licence</h2>
		<div><div class="big">${count(used)} <span class="muted label">of ${seats === null ? 'unlimited' : count(seats)} seats used</span></div>
			${seats ? html`<meter min="0" max=${seats} high=${seats * 0.9} optimum="0" .value=${used} aria-label="Seats used"></meter>` : nothing}</div>
		<p class="hint">${count(preserved)} preserved users. When no seat is free, new users are refused; deactivating is never refused.</p>
		${may.platform() ? html`<div><button @click=${change}>Change seats</button></div>` : nothing}</section>`;
}

const reclassify = (tenant, save) => html`<section class="card pad stack"><h2>When attributes or the order change</h2>
	${may.choose()
		? radioField('reclassify', 'Users who are there already move', POLICIES, String(tenant.reclassify).toUpperCase(), (value) => save({ reclassify: value.toLowerCase() }, 'Policy saved'))
		: html`<p>${POLICIES.find((policy) => policy.value === String(tenant.reclassify).toUpperCase())?.label}</p>`}</section>`;
