import { actions, api, count, deletion, html, listing, listPage, may, nameColumn, nameField, openForm } from '../kit.js';

/** @type {MakePage} */
export function storage(ctx) {
	const base = ctx.base + '/storage-regions';
	const button = may.write() ? html`<button class="primary" @click=${() => form()}>New Storage Region</button>` : undefined;
	const list = listing(ctx, base, {
		label: 'Storage regions', what: 'storage region',
		none: { title: 'No storage region yet', text: 'A mapping needs one to say where its users’ data is kept.', action: button },
		columns: [
			nameColumn(),
			{ label: 'Users', end: true, cell: (region) => count(region.users) },
			actions('region', (region) => may.write() && [
				{ label: 'Rename', run: () => form(region) }, { label: 'Delete', danger: true, run: () => remove(region) }]),
		],
	});
	const form = list.after((region) => regionForm(base, region));
	const remove = list.after((region) => deletion(`${base}/${region.id}`, region.name, 'A storage region can be deleted only while no user and no mapping has it.'));
	return listPage('Storage', 'The regions in which users’ data is kept. A mapping says which one its users get.', button, list);
}

const regionForm = (base, region) => openForm(region ? 'Rename storage region' : 'New Storage Region', () => ({
	action: region ? 'Save' : 'Create',
	said: (saved) => `Storage region “${saved.name}” ${region ? 'saved' : 'created'}`,
	body: () => nameField({ value: region?.name, hint: 'For example EU-Frankfurt.' }),
	run: (form) => region ? api.patch(`${base}/${region.id}`, { name: form.get('name') }) : api.post(base, { name: form.get('name') }),
}));
