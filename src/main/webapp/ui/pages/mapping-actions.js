import { api, criteriaCode, deletion, html, nameField, openForm, path, plural } from '../kit.js';
import { assignmentOf, assignmentStep, draftOf, mappingChoices } from './mapping-form.js';

export async function editMapping(tenant, mapping) {
	const to = path`/tenants/${tenant}/mappings/${mapping.id}`;
	const [choices, current] = await Promise.all([mappingChoices(tenant), api.read(to)]);
	const draft = draftOf(current.body);
	return openForm('Edit mapping', (update) => ({
		action: 'Save',
		body: () => html`
			${nameField({ value: draft.name, input: (value) => (draft.name = value) }, 'Mapping Name')}
			<dl class="facts"><dt>Criteria</dt><dd>${criteriaCode(current.body.criteria)}</dd></dl>
			<p class="hint">The criteria of a mapping cannot be changed. Use “Duplicate and edit” to make another one.</p>
			${assignmentStep(draft, choices, update)}
			<p class="hint">Users who are there already keep what they have, until you apply the mapping to them by its menu.</p>`,
		said: (saved) => `Mapping “${saved.name}” saved`,
		run: () => api.patch(to, { name: draft.name, assignment: assignmentOf(draft) }, current.etag),
	}));
}

export const deleteMapping = (tenant, mapping) => deletion(path`/tenants/${tenant}/mappings/${mapping.id}`, mapping.name,
	html`New users are no longer classified by it. ${mapping.users
		? html`${plural(mapping.users, 'user')} got the assignment from this mapping and ${mapping.users === 1 ? 'keeps' : 'keep'} it.`
		: 'No user has an assignment from it.'}
		${mapping.criteria.type === 'ALL_USERS' ? html`<b>It takes all users: without it, users whom no other mapping matches are refused.</b>` : ''}`);
