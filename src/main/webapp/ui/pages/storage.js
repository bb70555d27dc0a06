// @ts-check
import { api, confirm, count, head, html, menu, openForm, pagedTable, pages, path, textField, toast } from '../kit.js';
import { may } from '../session.js';

/** @type {import('../routes.js').MakePage} */
export function storage(ctx) {
	const base = path`/tenants/${ctx.tenant}/storage-regions`;
	const list = pages(ctx.update, (cursor) => api.get(base, { limit: 50, cursor }));
	const create = async () => (await regionForm(base)) && list.reload();
	const edit = async (region) => (await regionForm(base, region)) && list.reload();
	const remove = async (region) => (await deleteRegion(base, region)) && list.reload();
	const button = may.write() ? html`<button class="primary" @click=${create}>New Storage Region</button>` : undefined;
	return {
		title: 'Storage',
		view: () => html`
			${head('Storage', { hint: 'The regions in which users’ data is kept. A mapping says which one its users get.', actions: button })}
			<section class="card">${pagedTable(list, {
				label: 'Storage regions', what: 'storage region', key: (region) => region.id,
				none: { title: 'No storage region yet', text: 'A mapping needs one to say where its users’ data is kept.', action: button },
				columns: [
					{ label: 'Name', bare: true, cell: (region) => html`<strong>${region.name}</strong>` },
					{ label: 'Users', end: true, cell: (region) => count(region.users) },
					{ label: 'Actions', hideLabel: true, cls: 'actions', cell: (region) => menu('region-' + region.id, `Actions for ${region.name}`, [
						may.write() && { label: 'Rename', run: () => edit(region) },
						may.write() && { label: 'Delete', danger: true, run: () => remove(region) },
					], { ghost: true }) },
				],
			})}</section>`,
	};
}

const regionForm = (base, region) => openForm(region ? 'Rename storage region' : 'New Storage Region', () => ({
	action: region ? 'Save' : 'Create',
	body: () => textField('name', 'Name', { required: true, autofocus: true, max: 100, value: region?.name, hint: 'For example EU-Frankfurt.' }),
	run: async (form) => {
		const body = { name: form.get('name') };
		const saved = region ? await api.patch(`${base}/${region.id}`, body) : await api.post(base, body);
		toast(`Storage region “${body.name}” ${region ? 'saved' : 'created'}`);
		return saved;
	},
}));

const deleteRegion = (base, region) => confirm(`Delete “${region.name}”?`, {
	action: 'Delete',
	danger: true,
	body: html`<p>A storage region can be deleted only while no user and no mapping has it.</p>`,
	run: async () => {
		await api.remove(`${base}/${region.id}`);
		toast(`Storage region “${region.name}” deleted`);
	},
});
