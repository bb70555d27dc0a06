// @ts-check
import { api, badge, head, html, nothing, openForm, pagedTable, pages, textField, toast, words } from '../kit.js';
import { may } from '../session.js';

/** @type {import('../routes.js').MakePage} */
export function tenants(ctx) {
	const list = pages(ctx.update, (cursor) => api.get('/tenants', { limit: 50, cursor }));
	const create = async () => {
		const made = await newTenant();
		if (!made) return;
		dispatchEvent(new Event('usher:tenants'));
		list.reload();
	};
	return {
		title: 'Tenants',
		view: () => html`
			${head('Tenants', { hint: 'The customer accounts on this server.', actions: may.platform()
				? html`<button class="primary" @click=${create}>New Tenant</button>` : nothing })}
			<section class="card">${pagedTable(list, {
				label: 'Tenants', what: 'tenant', key: (tenant) => tenant.name, none: { title: 'No tenant', text: 'Create the first one.' },
				columns: [
					{ label: 'Name', bare: true, cell: (tenant) => html`<a class="strong" href="/ui/t/${tenant.name}">${tenant.displayName || tenant.name}</a> <code>${tenant.name}</code>` },
					{ label: 'User management', cell: (tenant) => (tenant.userManagement === 'SCIM' ? 'SCIM' : words(tenant.userManagement ?? '')) },
					{ label: 'Provisioning API', bare: true, cell: (tenant) => (tenant.provisioningApi ? badge('API on', 'good') : badge('API off', 'warning')) },
				],
			})}</section>`,
	};
}

const newTenant = () => openForm('New Tenant', () => ({
	action: 'Create',
	body: () => html`
		${textField('name', 'Name', { required: true, autofocus: true, max: 63, pattern: '[a-z0-9]([a-z0-9\\-]*[a-z0-9])?', title: 'Small letters, digits and hyphens',
			hint: 'In addresses: small letters, digits and hyphens. It cannot be changed.' })}
		${textField('displayName', 'Display name', { required: true, max: 200 })}`,
	run: async (form) => {
		const made = await api.post('/tenants', { name: form.get('name'), displayName: form.get('displayName') });
		toast(`Tenant “${made.displayName ?? made.name}” created`);
		return made;
	},
}));
