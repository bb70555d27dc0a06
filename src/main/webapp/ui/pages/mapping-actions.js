import { api, criteriaCode, deletion, facts, hint, html, nameField, openDialog, openForm, path, plural, quoted, toast, wizard } from '../kit.js';
import { assignmentOf, assignmentStep, criteriaOf, criteriaStep, draftOf, liveCount, mappingChoices } from './mapping-form.js';

export async function newMapping(tenant, from) {
	const choices = await mappingChoices(tenant);
	const draft = draftOf(from);
	return openDialog('New Mapping', (close, update, dismiss) => {
		const live = liveCount(tenant, draft, update);
		if (from) live.changed();
		return wizard({
			update,
			close,
			dismiss,
			steps: [
				{ title: 'Mapping Configuration', view: () => criteriaStep(draft, choices, live), refusal: live.refusal },
				{ title: 'Backup Configuration', view: () => assignmentStep(tenant, draft, choices, update) },
			],
			run: async () => {
				const made = await api.post(path`/tenants/${tenant}/mappings`, {
					name: draft.name, criteria: criteriaOf(draft), assignment: assignmentOf(draft),
				});
				toast(`Mapping ${quoted(made.name)} created with the lowest priority`);
				for (const warning of made.warnings ?? []) toast(warning.text ?? String(warning), { stays: true });
				return made;
			},
		});
	}, { careful: true });
}

export async function editMapping(tenant, mapping) {
	const to = path`/tenants/${tenant}/mappings/${mapping.id}`;
	const [choices, current] = await Promise.all([mappingChoices(tenant), api.read(to)]);
	const draft = draftOf(current.body);
	return openForm('Edit mapping', (update) => ({
		action: 'Save',
		body: () => html`
			${nameField({ value: draft.name, input: (value) => (draft.name = value) }, 'Mapping Name')}
			${facts('Criteria', criteriaCode(current.body.criteria))}
			${hint('Criteria cannot be changed. “Duplicate and edit” makes another mapping.')}
			${assignmentStep(tenant, draft, choices, update)}
			${hint('Users who are there already keep what they have, until you apply the mapping to them by its menu.')}`,
		said: (saved) => `Mapping ${quoted(saved.name)} saved`,
		run: () => api.patch(to, { name: draft.name, assignment: assignmentOf(draft) }, current.etag),
	}));
}

export const deleteMapping = (tenant, mapping) => deletion(path`/tenants/${tenant}/mappings/${mapping.id}`, mapping.name,
	html`New users are no longer classified by it. ${mapping.users
		? html`${plural(mapping.users, 'user')} got the assignment from this mapping and ${mapping.users === 1 ? 'keeps' : 'keep'} it.`
		: 'No user has an assignment from it.'}
		${mapping.criteria.type === 'ALL_USERS' ? html`<b>It takes all users: without it, users whom no other mapping matches are refused.</b>` : ''}`);
