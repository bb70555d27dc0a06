import { api, badge, html, listing, listPage, may, nameField, nothing, openForm, textField, words } from '../kit.js';

/** @type {MakePage} */
export function tenants(ctx) {
	const list = listing(ctx, '/tenants', {
		label: 'Tenants', what: 'tenant', none: { title: 'No tenant', text: 'Create the first one.' },
		columns: [
			{ label: 'Name', bare: true, cell: (tenant) => html`<a class="strong" href="/ui/t/${tenant.name}">${tenant.displayName || tenant.name}</a> <code>${tenant.name}</code>` },
			{ label: 'User management', cell: (tenant) => (tenant.userManagement === 'SCIM' ? 'SCIM' : words(tenant.userManagement)) },
			{ label: 'Provisioning API', bare: true, cell: (tenant) => (tenant.provisioningApi ? badge('API on', 'good') : badge('API off', 'warning')) },
		],
	});
	const create = list.after(async () => {
		const made = await newTenant();
		if (made) dispatchEvent(new Event('usher:tenants'));
		return made;
	});
	return listPage('Tenants', 'The customer accounts on this server.', may.platform() ? html`<button class="primary" @click=${create}>New Tenant</button>` : nothing, list);
}

const newTenant = () => openForm('New Tenant', () => ({
	action: 'Create',
	said: (made) => `Tenant “${made.displayName}” created`,
	body: () => html`
		${nameField({ max: 63, pattern: '[a-z0-9]([a-z0-9\\-]*[a-z0-9])?', title: 'Small letters, digits and hyphens',
			hint: 'In addresses: small letters, digits and hyphens. It cannot be changed.' })}
		${textField('displayName', 'Display name', { required: true, max: 200 })}`,
	run: (form) => api.post('/tenants', Object.fromEntries(form)),
}));
