import { api, badge, button, col, html, linkColumn, listing, listPage, nameField, openForm, quoted, textField, words } from '../kit.js';

/** @type {MakePage} */
export function tenants(ctx) {
	const list = listing(ctx, '/tenants', {
		label: 'Tenants', what: 'tenant', none: { title: 'No tenant', text: 'Create the first one.' },
		columns: [
			linkColumn('Name', (tenant) => `/ui/t/${tenant.name}`, (tenant) => tenant.displayName || tenant.name),
			col('In addresses', (tenant) => html`<code>${tenant.name}</code>`),
			col('User management', (tenant) => (tenant.userManagement === 'SCIM' ? 'SCIM' : words(tenant.userManagement))),
			col('Provisioning API', (tenant) => (tenant.provisioningApi ? badge('API on', 'good') : badge('API off', 'warning')), 'bare'),
		],
	});
	const create = list.after(async () => {
		const made = await newTenant();
		if (made) dispatchEvent(new Event('usher:tenants'));
		return made;
	});
	return listPage('Tenants', 'The customer accounts on this server.', button('New Tenant', create, 'primary'), list);
}

const newTenant = () => openForm('New Tenant', () => ({
	action: 'Create',
	said: (made) => `Tenant ${quoted(made.displayName)} created`,
	body: () => html`
		${nameField({ max: 63, pattern: '[a-z0-9]([a-z0-9\\-]*[a-z0-9])?', title: 'Small letters, digits and hyphens',
			hint: 'In addresses: small letters, digits and hyphens. It cannot be changed.' })}
		${textField('displayName', 'Display name', { required: true, max: 200 })}`,
	run: (form) => api.post('/tenants', Object.fromEntries(form)),
}));
