// @ts-check
import { api, confirm, criteriaCode, html, nothing, openForm, path, plural, textField, toast } from '../kit.js';
import { assignmentOf, assignmentStep, draftOf, mappingChoices } from './mapping-form.js';

/** Name and backup configuration; the criteria stay. */
export async function editMapping(tenant, mapping) {
	const to = path`/tenants/${tenant}/mappings/${mapping.id}`;
	const [choices, current] = await Promise.all([mappingChoices(tenant), api.read(to)]);
	const draft = draftOf(current.body);
	return openForm('Edit mapping', (update) => ({
		action: 'Save',
		body: () => html`
			${textField('name', 'Mapping Name', { required: true, autofocus: true, max: 100, value: draft.name, input: (value) => (draft.name = value) })}
			<dl class="facts"><dt>Criteria</dt><dd>${criteriaCode(current.body.criteria)}</dd></dl>
			<p class="hint">The criteria of a mapping cannot be changed. Use “Duplicate and edit” to make another one.</p>
			${assignmentStep(draft, choices, update)}
			<p class="hint">Users who are there already keep what they have.</p>`,
		run: async () => {
			const saved = await api.patch(to, { name: draft.name, assignment: assignmentOf(draft) }, current.etag);
			toast(`Mapping “${draft.name}” saved`);
			return saved;
		},
	}));
}

export const deleteMapping = (tenant, mapping) => confirm(`Delete “${mapping.name}”?`, {
	action: 'Delete',
	danger: true,
	body: html`<p>New users are no longer classified by it. ${mapping.users
		? html`${plural(mapping.users, 'user')} got the assignment from this mapping and ${mapping.users === 1 ? 'keeps' : 'keep'} it.`
		: 'No user has an assignment from it.'}</p>
		${mapping.criteria.type === 'ALL_USERS' ? html`<p><strong>It takes all users: without it, users whom no other mapping matches are refused.</strong></p>` : nothing}`,
	run: async () => {
		await api.remove(path`/tenants/${tenant}/mappings/${mapping.id}`);
		toast(`Mapping “${mapping.name}” deleted`);
	},
});
